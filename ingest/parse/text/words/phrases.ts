import { fold } from './fold.ts';
import { languages } from './languages.ts';
import type { LanguageWords } from './types.ts';

export type PhraseKind = Exclude<keyof LanguageWords, 'months' | 'weekdays'>;

/** A phrase of a list, folded. */
export interface Phrase {
  readonly text: string;
  /** Whether a word must begin or end there in scripts too that put no space between words. */
  readonly beginsWord: boolean;
  readonly endsWord: boolean;
}

/** The phrases of one kind in all languages, longest first under their first and their last word. */
export interface Phrases {
  readonly all: ReadonlySet<string>;
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly byLast: ReadonlyMap<string, readonly Phrase[]>;
}

/** Scripts that put no space between words: a phrase of theirs may end inside a run of letters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;

export const isUnspaced = (char: string): boolean => char >= '\u0e00' && unspaced.test(char);

/** What a phrase is filed under: its first word, or its first letter where words are not spaced. */
export function firstKey(folded: string, at: number): string {
  if (isUnspaced(folded.charAt(at))) return folded.charAt(at);
  let end = at;
  while (end < folded.length && folded[end] !== ' ' && !isUnspaced(folded.charAt(end))) end++;
  return folded.slice(at, end);
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
  const all = new Map<string, Phrase>();
  for (const each of written) {
    const phrase = { text: fold(each), beginsWord: each.startsWith(':'), endsWord: each.endsWith(':') };
    if (phrase.text !== '') all.set(phrase.text, loosest(phrase, all.get(phrase.text)));
  }
  const byFirst = new Map<string, Phrase[]>();
  const byLast = new Map<string, Phrase[]>();
  for (const phrase of [...all.values()].sort((a, b) => b.text.length - a.text.length)) {
    file(byFirst, firstKey(phrase.text, 0), phrase);
    file(byLast, lastKey(phrase.text), phrase);
  }
  return { all: new Set(all.keys()), byFirst, byLast };
}

/** What two languages write alike is bound by neither alone. */
const loosest = (phrase: Phrase, known: Phrase | undefined): Phrase => ({
  text: phrase.text,
  beginsWord: phrase.beginsWord && (known?.beginsWord ?? true),
  endsWord: phrase.endsWord && (known?.endsWord ?? true),
});

function file(map: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const filed = map.get(key);
  if (filed === undefined) map.set(key, [phrase]);
  else filed.push(phrase);
}
