import { sanitise } from '../clean/sanitise.ts';
import { textOfHtml } from '../clean/text-of-html.ts';
import type { Markup } from './model.ts';

/** Words of any kind on one line; null where nothing is left of them. */
export function wordsOf(markup: Markup | null): string | null {
  if (markup === null) return null;
  const text = markup.kind === 'text' ? markup.value : textOfHtml(sanitise(markup.value));
  return text.replace(/\s+/g, ' ').trim() || null;
}
