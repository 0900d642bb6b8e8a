import type { ReadableDb } from '../open.ts';
import { commonWords } from './common-words.ts';
import { matchAll, quoted, reachOf } from './expression.ts';
import type { Ids } from './id-sets.ts';
import type { Term } from './parse.ts';
import { TITLE_MARK } from './word-starts.ts';

/** Beyond this many matches the newest ones are ranked. */
export const RANKED = 2_000;

/** A word of the title says ten times as much of what an article is about as one of its body; the byline lies between. */
const WEIGHTS = '10.0, 4.0, 1.0';

/** A title that begins as the unfinished word does: worth about as much as a rare word in a title. */
const TITLE_START = 6;

/**
 * Puts matches in order, best first, the newer before the older where they are equal.
 *
 * FTS5's bm25 counts, for every phrase of an expression, all its matches: cheap for a word, a second pass for a phrase or a broad prefix.
 * So it is asked only what tells articles apart: no word that most of them hold, among many matches a phrase by its words,
 * and three letters by the word they are; titles with words that begin with them are found in the index of beginnings.
 */
export function ranking(db: ReadableDb): (terms: readonly Term[], matched: Ids) => Ids {
  const isCommon = commonWords(db);
  const score = db
    .prepare<[string, number], [number, number]>(`
      SELECT rowid, bm25(article_fts, ${WEIGHTS}) FROM article_fts WHERE article_fts MATCH ? AND rowid <= ? ORDER BY rowid DESC`)
    .raw();
  const inTitles = db
    .prepare<[string, number, number], number>(
      'SELECT rowid FROM start_fts WHERE start_fts MATCH ? AND rowid BETWEEN ? AND ?',
    )
    .pluck();
  const titleStarts = db
    .prepare<[string, string, number, number], number>(
      'SELECT id FROM article WHERE title_start >= ? AND title_start < ? AND id BETWEEN ? AND ?',
    )
    .pluck();

  return (terms, matched) => {
    const candidates = matched.slice(0, RANKED);
    const highest = candidates[0] ?? 0;
    const lowest = candidates.at(-1) ?? 0;
    /** By distance from the lowest candidate. bm25 is the better the lower, so points are taken off. */
    const scores = new Float64Array(highest - lowest + 1);
    const give = (ids: readonly number[]) => {
      for (const id of ids) scores[id - lowest] = (scores[id - lowest] ?? 0) - TITLE_START;
    };

    for (const expression of expressions(terms, matched.length > RANKED, isCommon)) {
      // Read until the last candidate instead of bounded below: with two bounds the index looks for its way twice as long.
      for (const [id, points] of score.iterate(expression, highest)) {
        if (id < lowest) break;
        scores[id - lowest] = (scores[id - lowest] ?? 0) + points;
      }
    }
    const open = terms.at(-1);
    const letters = open?.words.join(' ') ?? '';
    if (open && reachOf(open) === 'start') give(inTitles.all(quoted(TITLE_MARK + letters), lowest, highest));
    if (open && reachOf(open) === 'short') give(titleStarts.all(letters, `${letters}\u{10ffff}`, lowest, highest));
    return candidates
      .map((id) => ({ id, points: scores[id - lowest] ?? 0 }))
      .sort((a, b) => a.points - b.points || b.id - a.id)
      .map(({ id }) => id);
  };
}

/** What bm25 is asked; the scores of several expressions add up. */
function expressions(terms: readonly Term[], areMany: boolean, isCommon: (word: string) => boolean): readonly string[] {
  const apart = terms.filter((term) => reachOf(term) === 'short' || reachOf(term) === 'start');
  const together = terms.filter((term) => !apart.includes(term)).flatMap((term) => (areMany ? wordsOf(term) : [term]));
  const telling = (term: Term) => reachOf(term) === 'prefix' || !term.words.every(isCommon);
  const whole = apart.map((term) => ({ ...term, isOpen: false }));
  const groups = [together.filter(telling), ...whole.filter(telling).map((term) => [term])];
  return groups.filter((group) => group.length > 0).map(matchAll);
}

/** A phrase taken apart. Its unfinished word is left out: as a beginning of its own it would match far more than in its place. */
const wordsOf = (term: Term): readonly Term[] => {
  if (term.words.length === 1) return [term];
  const finished = reachOf(term) === 'prefix' ? term.words.slice(0, -1) : term.words;
  return [...new Set(finished)].map((word) => ({ words: [word], isOpen: false }));
};
