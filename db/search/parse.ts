import { type Token, tokens } from '../../base/words.ts';
import { UNSPACED } from './expression.ts';
import { START_LENGTH } from './word-starts.ts';

/** A word or a phrase of a query: folded words that stand one after the other. */
export interface Term {
  readonly words: readonly string[];
  /** The last word may be the beginning of one: it is still being typed. */
  readonly isOpen: boolean;
}

/** Marks that set off a phrase, in any language. Which one opens and which one closes differs, so each does both. */
const QUOTE = /["“”„‟«»‹›＂「」『』〝〞〟]/u;

/** What a person types among the words to find only what is here whole. */
const OFFLINE = /(^|\s)is:offline(?=\s|$)/giu;

/** Takes `is:offline` out of a query. */
export function statedInQuery(typed: string): { readonly words: string; readonly offlineOnly: boolean } {
  const words = typed.replace(OFFLINE, '$1');
  return { words, offlineOnly: words !== typed };
}

/** More than anyone types. What follows is left out, so that a pasted page costs no more than a long query. */
const MAX_CHARACTERS = 2_000;
const MAX_WORDS = 32;

/**
 * Takes a query apart as people type it: words, phrases in quotation marks, the last word unfinished.
 * There is no other syntax: what is neither letter nor digit stands between words.
 */
export function parseQuery(typed: string): readonly Term[] {
  const parts = typed.slice(0, MAX_CHARACTERS).split(QUOTE);
  const terms: Term[] = [];
  let wordsLeft = MAX_WORDS;
  for (const [nth, part] of parts.entries()) {
    const isPhrase = nth % 2 === 1;
    const found = [...tokens(part)].slice(0, wordsLeft);
    wordsLeft -= found.length;
    const groups = isPhrase ? [found.map(({ folded }) => folded)] : joined(part, found);
    for (const words of groups) if (words.length > 0) terms.push({ words, isOpen: false });
    // A quotation mark that was closed has ended its last word.
    const last = terms.at(-1);
    if (nth === parts.length - 1 && found.length > 0 && last)
      terms.splice(-1, 1, isPhrase ? openPhrase(last.words) : { ...last, isOpen: true });
  }
  return terms;
}

/** A phrase still being typed. One or two letters of its next word say too little: until there are more, the phrase ends before them. */
function openPhrase(words: readonly string[]): Term {
  const last = words.at(-1) ?? '';
  const isTooShort = words.length > 1 && [...last].length < START_LENGTH && !UNSPACED.test(last);
  return isTooShort ? { words: words.slice(0, -1), isOpen: false } : { words, isOpen: true };
}

/** What joins two words to one in writing: apostrophes, hyphens, the points of an abbreviation, an ampersand. */
const JOINER = /^['’‘ʼ＇.\-‐‑&@_]?$/u;

/** Words with nothing or a joiner between them are one term: `don’t`, `covid-19`, `AT&T`, the segments of a Chinese or Japanese run. */
function joined(text: string, found: readonly Token[]): string[][] {
  const groups: string[][] = [];
  let end = -1;
  for (const { folded, start, end: next } of found) {
    if (end >= 0 && JOINER.test(text.slice(end, start))) groups.at(-1)?.push(folded);
    else groups.push([folded]);
    end = next;
  }
  return groups;
}
