import { fold } from './fold.ts';
import { languages } from './languages.ts';
import type { LanguageWords } from './types.ts';

export type PhraseKind = Exclude<keyof LanguageWords, 'months' | 'weekdays'>;

/** The phrases of one kind in all languages, longest first under their first and their last word. */
export interface Phrases {
  readonly all: ReadonlySet<string>;
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  readonly byLast: ReadonlyMap<string, readonly string[]>;
}

/** Scripts that put no space between words: a phrase of theirs may end inside a run of letters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;

export const isUnspaced = (char: string): boolean => char >= '\u0e00' && unspaced.test(char);

/** What a phrase is filed under: its first word, or its first letter where words are not spaced. */
export function firstKey(folded: string, at: number): string {
  const char = folded.charAt(at);
  if (isUnspaced(char)) return char;
  const end = folded.indexOf(' ', at);
  return end < 0 ? folded.slice(at) : folded.slice(at, end);
}

export function lastKey(folded: string): string {
  const char = folded.charAt(folded.length - 1);
  return isUnspaced(char) ? char : folded.slice(folded.lastIndexOf(' ') + 1);
}

const compiled = new Map<PhraseKind, Phrases>();

/** The phrases of a kind, compiled when they are first asked for. */
export function phrasesOf(kind: PhraseKind): Phrases {
  const known = compiled.get(kind);
  if (known !== undefined) return known;
  const phrases = compile(Object.values(languages).flatMap((words) => (words[kind] ?? '').split('|')));
  compiled.set(kind, phrases);
  return phrases;
}

function compile(written: readonly string[]): Phrases {
  const all = new Set(written.map(fold).filter((phrase) => phrase !== ''));
  const longestFirst = [...all].sort((a, b) => b.length - a.length);
  const byFirst = new Map<string, string[]>();
  const byLast = new Map<string, string[]>();
  for (const phrase of longestFirst) {
    file(byFirst, firstKey(phrase, 0), phrase);
    file(byLast, lastKey(phrase), phrase);
  }
  return { all, byFirst, byLast };
}

function file(map: Map<string, string[]>, key: string, phrase: string): void {
  const filed = map.get(key);
  if (filed === undefined) map.set(key, [phrase]);
  else filed.push(phrase);
}
