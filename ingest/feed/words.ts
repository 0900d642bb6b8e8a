import { sanitise } from '../clean/sanitise.ts';
import { textOfHtml } from '../clean/text-of-html.ts';
import type { Markup } from './model.ts';

const HAS_MARKUP = /[<&]/;

/** Words of any kind on one line; null where nothing is left of them. */
export function wordsOf(markup: Markup | null): string | null {
  if (markup === null) return null;
  const { kind, value } = markup;
  const text = kind === 'text' || !HAS_MARKUP.test(value) ? value : textOfHtml(sanitise(value));
  return text.replace(/\s+/g, ' ').trim() || null;
}
