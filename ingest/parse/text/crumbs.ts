import { widthOf } from './lines.ts';
import { wordsIn } from './shapes.ts';

const CRUMB_SPLIT = /\s*(?:[>»›→|·•]|»)+\s*|\s+[/\\–—-]\s+|\s{1,}\/\s{1,}|\u3000+/u;

const CRUMB_MARK = /[>»›→|·•/\\–—\u3000-]/;

/** Rows of links: sections, menus, the way to the story. */
export function isCrumbs(text: string, columns: string | null): boolean {
  if (columns === null && !CRUMB_MARK.test(text)) return false;
  const parts = (columns === null ? text.split(CRUMB_SPLIT) : columns.split(/ {2,}|\t+|\s*[|>»›/·•]\s*/)).filter(
    (part) => part.trim() !== '',
  );
  if (parts.length === 1 && columns === null && /^[/»›>→]\s+\S/u.test(text)) return true;
  if (parts.length < 2) return false;
  const long = parts.filter((part) => wordsIn(part, widthOf(part)) > 3).length;
  if (long === 0)
    return (
      !/\d[-–:]\d/.test(text) &&
      (parts.length > 2 || columns !== null || /[|>»›→\u3000]/.test(text) || /\s\/\s/.test(text))
    );
  return (
    parts.length >= 3 &&
    long === 1 &&
    /[>»›→|/]/.test(text) &&
    wordsIn(parts.at(-1) ?? '', widthOf(parts.at(-1) ?? '')) > 3
  );
}
