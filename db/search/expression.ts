import type { Term } from './parse.ts';
import { START_LENGTH } from './word-starts.ts';

/**
 * How the last word of a term is matched.
 * - `whole`: as a word;
 * - `short`: one or two letters: as a word, or the beginning of a title or a tag;
 * - `start`: three letters: the beginning of a word, by its own index;
 * - `prefix`: more letters: the beginning of a word.
 */
export type Reach = 'whole' | 'short' | 'start' | 'prefix';

/** Scripts written without spaces: a segment of one or two characters is a word, and a longer word may begin with it. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function reachOf({ words, isOpen }: Term): Reach {
  const last = words.at(-1) ?? '';
  if (!isOpen) return 'whole';
  if (UNSPACED.test(last)) return 'prefix';
  const letters = [...last].length;
  // A phrase is exact in its words: only its unfinished last one may grow, and only when there is enough of it.
  if (words.length > 1) return letters < START_LENGTH ? 'whole' : 'prefix';
  if (letters < START_LENGTH) return 'short';
  return letters === START_LENGTH ? 'start' : 'prefix';
}

/** A term for MATCH. Words come from the tokeniser and go in quotes, so nothing a person types can be syntax. */
const matchTerm = (term: Term): string => `${quoted(term.words.join(' '))}${reachOf(term) === 'prefix' ? ' *' : ''}`;

/** All of the terms. */
export const matchAll = (terms: readonly Term[]): string => terms.map(matchTerm).join(' AND ');

export const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;

/**
 * A row id as a parameter beside MATCH. Numbers are bound as floating point, and FTS5 takes only an integer for a bound:
 * without the cast `rowid = ?` is passed over in silence, and a range is read to its end.
 */
export const ROWID = 'CAST(? AS INTEGER)';
