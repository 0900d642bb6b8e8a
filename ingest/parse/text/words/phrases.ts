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

/** Phrases by their kind, longest first. */
export type Filed = { readonly [Kind in PhraseKind]?: readonly Phrase[] };

/** The phrases of all languages under what they are, their first and their last word. */
interface Index {
  readonly whole: ReadonlyMap<string, Filed>;
  readonly byFirst: ReadonlyMap<string, Filed>;
  readonly byLast: ReadonlyMap<string, Filed>;
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

export function lastKey(folded: string): string {
  const char = folded.charAt(folded.length - 1);
  return isUnspaced(char) ? char : folded.slice(folded.lastIndexOf(' ') + 1);
}

let compiled: Index | null = null;

/** The index of all phrases, compiled when it is first asked for. */
export function phraseIndex(): Index {
  compiled ??= compile();
  return compiled;
}

type Open = Partial<Record<PhraseKind, Phrase[]>>;

function compile(): Index {
  const whole = new Map<string, Open>();
  const byFirst = new Map<string, Open>();
  const byLast = new Map<string, Open>();
  for (const [kind, phrases] of byKind()) {
    for (const phrase of [...phrases.values()].sort((a, b) => b.text.length - a.text.length)) {
      file(whole, phrase.text, kind, phrase);
      file(byFirst, firstKey(phrase.text, 0), kind, phrase);
      file(byLast, lastKey(phrase.text), kind, phrase);
    }
  }
  return { whole, byFirst, byLast };
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
        if (phrase.text !== '') all.set(phrase.text, loosest(phrase, all.get(phrase.text)));
      }
    }
  }
  return kinds;
}

/** What two languages write alike is bound by neither alone. */
const loosest = (phrase: Phrase, known: Phrase | undefined): Phrase => ({
  text: phrase.text,
  beginsWord: phrase.beginsWord && (known?.beginsWord ?? true),
  endsWord: phrase.endsWord && (known?.endsWord ?? true),
});

function file(index: Map<string, Open>, key: string, kind: PhraseKind, phrase: Phrase): void {
  const filed = index.get(key) ?? {};
  index.set(key, filed);
  filed[kind] ??= [];
  filed[kind].push(phrase);
}
