import { lengthInLine } from './fold.ts';
import { bitOf, type Filed, firstKey, isUnspaced, type PhraseKind, phraseIndex, phrasesEnding } from './phrases.ts';

export { fold, lengthInLine } from './fold.ts';
export { type LanguageCode, languages } from './languages.ts';
export type { PhraseKind } from './phrases.ts';

/** Whether a folded line is a phrase of this kind in any language, and nothing else. */
export function isPhrase(kind: PhraseKind, folded: string): boolean {
  if (named !== folded) {
    const { whole, longest } = phraseIndex();
    named = folded;
    namedKinds = folded.length > longest ? 0 : (whole.get(folded) ?? 0);
  }
  return (namedKinds & bitOf[kind]) !== 0;
}

/**
 * Length of the longest phrase of this kind at `at` (a word's beginning) of a folded line, 0 if there is none.
 * Phrases end where a word ends, in scripts that space their words.
 */
export function phraseAtStart(kind: PhraseKind, folded: string, at = 0): number {
  return lengthOf(kind, filedAt(folded, at), folded, at);
}

function lengthOf(kind: PhraseKind, filed: Filed | undefined, folded: string, at: number): number {
  if (filed === undefined || (filed.kinds & bitOf[kind]) === 0) return 0;
  for (const { text, beginsWord, endsWord } of filed.phrases[kind] ?? []) {
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
  for (const { text, beginsWord, endsWord } of phrasesEnding(kind, folded)) {
    const start = folded.length - text.length;
    if (!folded.endsWith(text) || (beginsWord && endsWord && start > 0)) continue;
    if (isApart(folded, start - 1) || (!beginsWord && isUnspaced(folded.charAt(start)))) return text.length;
  }
  return 0;
}

/** Whether a phrase of this kind stands anywhere in a folded line. */
export function hasPhrase(kind: PhraseKind, folded: string): boolean {
  return placesIn(folded).some(({ at, filed }) => lengthOf(kind, filed, folded, at) > 0);
}

/** Where phrases of this kind stand in a folded line, from left to right. */
export function phrasesIn(
  kind: PhraseKind,
  folded: string,
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from = 0;
  for (const { at, filed } of placesIn(folded)) {
    const length = at >= from ? lengthOf(kind, filed, folded, at) : 0;
    if (length === 0) continue;
    found.push({ start: at, end: at + length });
    from = at + length;
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

/** A place of a line where phrases may begin, with those that begin with its first word. */
interface Place {
  readonly at: number;
  readonly filed: Filed;
}

/** Lines are asked about many kinds in a row: what their words begin is looked up once. */
let named = '';
let namedKinds = 0;
let asked = '';
let askedAt = 0;
let askedFiled: Filed | undefined;
let scanned = { folded: '', places: [] as readonly Place[] };

function filedAt(folded: string, at: number): Filed | undefined {
  if (askedAt !== at || asked !== folded) {
    asked = folded;
    askedAt = at;
    askedFiled = phraseIndex().byFirst.get(firstKey(folded, at));
  }
  return askedFiled;
}

function placesIn(folded: string): readonly Place[] {
  if (scanned.folded === folded) return scanned.places;
  const { byFirst } = phraseIndex();
  const places: Place[] = [];
  for (let at = 0; at < folded.length; at = nextWord(folded, at)) {
    const filed = byFirst.get(firstKey(folded, at));
    if (filed !== undefined) places.push({ at, filed });
  }
  scanned = { folded, places };
  return places;
}

/** Where the next word begins: after a space, or one letter on where words are not spaced. */
function nextWord(folded: string, at: number): number {
  let next = at;
  while (next < folded.length) {
    const char = folded.charCodeAt(next++);
    if (char === 0x20) break;
    if (char >= 0x0e00 && isUnspaced(folded.charAt(next - 1))) break;
    if (folded.charCodeAt(next) >= 0x0e00 && isUnspaced(folded.charAt(next))) break;
  }
  return folded[next] === ' ' ? next + 1 : next;
}
