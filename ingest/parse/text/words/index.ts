import { lengthInLine } from './fold.ts';
import { firstKey, isUnspaced, lastKey, type PhraseKind, phrasesOf } from './phrases.ts';

export { fold, lengthInLine } from './fold.ts';
export { isLanguage, type LanguageCode, languages } from './languages.ts';
export type { PhraseKind } from './phrases.ts';

/** Whether a folded line is a phrase of this kind in any language, and nothing else. */
export const isPhrase = (kind: PhraseKind, folded: string): boolean => phrasesOf(kind).all.has(folded);

/**
 * Length of the longest phrase of this kind at `at` (a word's beginning) of a folded line, 0 if there is none.
 * Phrases end where a word ends, in scripts that space their words.
 */
export function phraseAtStart(kind: PhraseKind, folded: string, at = 0): number {
  for (const { text, beginsWord, endsWord } of phrasesOf(kind).byFirst.get(firstKey(folded, at)) ?? []) {
    const end = at + text.length;
    if (!folded.startsWith(text, at) || (beginsWord && !isApart(folded, at - 1))) continue;
    if (isApart(folded, end) || (!endsWord && isUnspaced(folded.charAt(end - 1)))) return text.length;
  }
  return 0;
}

/**
 * Length of the longest phrase of this kind that a folded line ends with, 0 if there is none.
 * A label, bound on both sides, ends no line but its own: it stands before what it names.
 */
export function phraseAtEnd(kind: PhraseKind, folded: string): number {
  for (const { text, beginsWord, endsWord } of phrasesOf(kind).byLast.get(lastKey(folded)) ?? []) {
    const start = folded.length - text.length;
    if (!folded.endsWith(text) || (beginsWord && endsWord && start > 0)) continue;
    if (isApart(folded, start - 1) || (!beginsWord && isUnspaced(folded.charAt(start)))) return text.length;
  }
  return 0;
}

/** Whether a phrase of this kind stands anywhere in a folded line. */
export function hasPhrase(kind: PhraseKind, folded: string): boolean {
  for (let at = 0; at < folded.length; at = nextWord(folded, at)) if (phraseAtStart(kind, folded, at) > 0) return true;
  return false;
}

/** Where phrases of this kind stand in a folded line, from left to right. */
export function phrasesIn(
  kind: PhraseKind,
  folded: string,
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < folded.length; ) {
    const length = phraseAtStart(kind, folded, at);
    if (length > 0) found.push({ start: at, end: at + length });
    at = length > 0 ? at + length + (folded[at + length] === ' ' ? 1 : 0) : nextWord(folded, at);
  }
  return found;
}

/** What stands behind a label of this kind and its colon. */
export function behindLabel(text: string, folded: string, kind: PhraseKind): string | null {
  const label = phraseAtStart(kind, folded);
  const rest = label > 0 ? text.slice(lengthInLine(text, label)) : '';
  return /^\s*[:：]\s*\S/.test(rest) ? rest.replace(/^\s*[:：]\s*/, '') : null;
}

/** Whether no letter stands at a place of a folded line. */
const isApart = (folded: string, at: number): boolean => at < 0 || at >= folded.length || folded[at] === ' ';

/** Where the next word begins: after a space, or one letter on where words are not spaced. */
function nextWord(folded: string, at: number): number {
  let next = at;
  while (next < folded.length) {
    const char = folded.charAt(next++);
    if (char === ' ' || isUnspaced(char) || isUnspaced(folded.charAt(next))) break;
  }
  return folded[next] === ' ' ? next + 1 : next;
}
