import { fold, type LanguageCode, languages } from '../words/index.ts';
import type { Token } from './tokens.ts';

/** A name found in a line's tokens. */
export interface Found<T> {
  /** The token after it. */
  readonly to: number;
  readonly value: T;
}

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Names of one or several words, looked up in the tokens of a line; hyphens, dots and spaces between words are one. */
export class Names<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();

  add(name: string, value: T, merge: (known: T, value: T) => T = (known) => known): void {
    const words = fold(name).split(' ');
    const first = words[0] ?? '';
    const entries = this.#byFirst.get(first) ?? [];
    const key = words.join(' ');
    const same = entries.findIndex((entry) => entry.words.join(' ') === key);
    if (same >= 0) entries[same] = { words, value: merge((entries[same] as Entry<T>).value, value) };
    else entries.push({ words, value });
    this.#byFirst.set(
      first,
      entries.sort((a, b) => b.words.length - a.words.length),
    );
  }

  /** The longest name that begins with the token at `at`. */
  at(tokens: readonly Token[], at: number): Found<T> | null {
    const first = tokens[at];
    if (first === undefined || first.kind === 'mark') return null;
    for (const { words, value } of this.#byFirst.get(first.text) ?? []) {
      const to = endOfWords(tokens, at, words);
      if (to > 0) return { to, value };
    }
    return null;
  }
}

/** The token after the words, or 0. */
function endOfWords(tokens: readonly Token[], at: number, words: readonly string[]): number {
  let next = at + 1;
  for (const word of words.slice(1)) {
    const joint = tokens[next];
    if (joint?.kind === 'mark' && !joint.isApart && joints.has(joint.text)) next++;
    if (tokens[next]?.text !== word) return 0;
    next++;
  }
  return next;
}

const joints = new Set(['-', '.', "'", '’', '‑', '‐', '"', '״']);

/** The words of every language that has some, with its code. */
export const eachLanguage = (kind: 'months' | 'weekdays'): readonly (readonly [LanguageCode, readonly string[][]])[] =>
  (Object.keys(languages) as LanguageCode[]).flatMap((code) => {
    const words: { readonly months?: string; readonly weekdays?: string } = languages[code];
    const listed = words[kind];
    return listed === undefined ? [] : [[code, listed.split('|').map((variants) => variants.split('/'))] as const];
  });
