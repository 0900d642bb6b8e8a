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

/** The phrases that share a word: asked for far more often than found, so a number tells first of which kinds there are some. */
export interface Filed {
  /** The bits of their kinds together. */
  kinds: number;
  /** By their kind, longest first. */
  readonly phrases: { [Kind in PhraseKind]?: Phrase[] };
}

/** Each kind's bit in a set of kinds. */
export const bitOf: Readonly<Record<PhraseKind, number>> = {
  by: 1 << 0,
  published: 1 << 1,
  updated: 1 << 2,
  dateWords: 1 << 3,
  advert: 1 << 4,
  more: 1 << 5,
  after: 1 << 6,
  buttons: 1 << 7,
  comments: 1 << 8,
  minutes: 1 << 9,
  reading: 1 << 10,
  plea: 1 << 11,
  pleaWords: 1 << 12,
  photo: 1 << 13,
  caption: 1 << 14,
  rights: 1 << 15,
  tags: 1 << 16,
  source: 1 << 17,
  end: 1 << 18,
  notes: 1 << 19,
  author: 1 << 20,
  credits: 1 << 21,
  roles: 1 << 22,
  newsroom: 1 << 23,
  embargo: 1 << 24,
  headline: 1 << 25,
  placeLabel: 1 << 26,
  and: 1 << 27,
};

/** The phrases of all languages under their first word, under their kind, and the kinds of each. */
interface Index {
  readonly whole: ReadonlyMap<string, number>;
  /** Length of the longest phrase. */
  readonly longest: number;
  readonly byFirst: ReadonlyMap<string, Filed>;
  readonly ofKinds: ReadonlyMap<PhraseKind, ReadonlyMap<string, Phrase>>;
}

/** Scripts that put no space between words: a phrase of theirs may end inside a run of letters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;

const SPACE = 0x20;
const FIRST_UNSPACED = 0x0e00;

export const isUnspaced = (char: string): boolean => char.charCodeAt(0) >= FIRST_UNSPACED && unspaced.test(char);

/** What a phrase is filed under: its first word, or its first letter where words are not spaced. */
export function firstKey(folded: string, at: number): string {
  let end = at;
  for (; end < folded.length; end++) {
    const code = folded.charCodeAt(end);
    if (code === SPACE || (code >= FIRST_UNSPACED && isUnspaced(folded.charAt(end)))) break;
  }
  return folded.slice(at, end > at || end === folded.length ? end : at + 1);
}

function lastKey(folded: string): string {
  const char = folded.charAt(folded.length - 1);
  return isUnspaced(char) ? char : folded.slice(folded.lastIndexOf(' ') + 1);
}

let compiled: Index | null = null;

/** The index of all phrases, compiled when it is first asked for. */
export function phraseIndex(): Index {
  compiled ??= compile();
  return compiled;
}

function compile(): Index {
  const whole = new Map<string, number>();
  const byFirst = new Map<string, Filed>();
  const ofKinds = byKind();
  for (const [kind, phrases] of ofKinds) {
    for (const phrase of phrases.values()) {
      whole.set(phrase.text, (whole.get(phrase.text) ?? 0) | bitOf[kind]);
      file(byFirst, firstKey(phrase.text, 0), kind, phrase);
    }
  }
  for (const { phrases } of byFirst.values()) for (const list of Object.values(phrases)) sortPhrases(list);
  let longest = 0;
  for (const text of whole.keys()) longest = Math.max(longest, text.length);
  return { whole, longest, byFirst, ofKinds };
}

/** Each kind's phrases by their folded text. */
function byKind(): ReadonlyMap<PhraseKind, ReadonlyMap<string, Phrase>> {
  const kinds = new Map<PhraseKind, Map<string, Phrase>>();
  for (const words of Object.values<LanguageWords>(languages)) {
    for (const [kind, written] of Object.entries(words) as [keyof LanguageWords, string][]) {
      if (kind === 'months' || kind === 'weekdays') continue;
      const all = kinds.get(kind) ?? new Map<string, Phrase>();
      kinds.set(kind, all);
      for (const each of written.split('|')) {
        const phrase = { text: fold(each), beginsWord: each.startsWith(':'), endsWord: each.endsWith(':') };
        const known = all.get(phrase.text);
        if (phrase.text !== '') all.set(phrase.text, known ? loosest(phrase, known) : phrase);
      }
    }
  }
  return kinds;
}

/** What two languages write alike is bound by neither alone. */
const loosest = (phrase: Phrase, known: Phrase): Phrase => ({
  text: phrase.text,
  beginsWord: phrase.beginsWord && known.beginsWord,
  endsWord: phrase.endsWord && known.endsWord,
});

function file(index: Map<string, Filed>, key: string, kind: PhraseKind, phrase: Phrase): void {
  let filed = index.get(key);
  if (filed === undefined) {
    filed = { kinds: 0, phrases: {} };
    index.set(key, filed);
  }
  filed.kinds |= bitOf[kind];
  filed.phrases[kind] ??= [];
  filed.phrases[kind].push(phrase);
}

/** The longest first, and those of one length in the order of the lists. */
function sortPhrases(phrases: Phrase[]): void {
  if (phrases.length > 1) phrases.sort((a, b) => b.text.length - a.text.length);
}

const byLast = new Map<PhraseKind, ReadonlyMap<string, readonly Phrase[]>>();

/** The phrases of a kind whose last word a line ends with. Few kinds are asked for so: they are filed when they are. */
export function phrasesEnding(kind: PhraseKind, folded: string): readonly Phrase[] {
  let filed = byLast.get(kind);
  if (filed === undefined) {
    filed = fileByLast(phraseIndex().ofKinds.get(kind));
    byLast.set(kind, filed);
  }
  return filed.get(lastKey(folded)) ?? [];
}

function fileByLast(phrases: ReadonlyMap<string, Phrase> | undefined): ReadonlyMap<string, readonly Phrase[]> {
  const filed = new Map<string, Phrase[]>();
  for (const phrase of phrases?.values() ?? []) {
    const key = lastKey(phrase.text);
    const known = filed.get(key);
    if (known) known.push(phrase);
    else filed.set(key, [phrase]);
  }
  for (const list of filed.values()) sortPhrases(list);
  return filed;
}
