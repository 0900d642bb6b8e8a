import { indexText } from '../../base/words.ts';
import type { ReadableDb } from '../open.ts';
import { commonWords } from './common-words.ts';
import { matchAll, quoted, ROWID, reachOf } from './expression.ts';
import { type IdSet, type Ids, idSet } from './id-sets.ts';
import type { Found } from './match.ts';
import type { Term } from './parse.ts';
import { START_LENGTH, TITLE_MARK } from './word-starts.ts';

/** Beyond this many matches the newest ones are ranked. */
export const RANKED = 2_000;

/** A word of the title says ten times as much of what an article is about as one of its body; the byline lies between. */
const WEIGHTS = '10.0, 4.0, 1.0';

/** A title that begins as the unfinished word does: worth about as much as a rare word in a title. */
const TITLE_START = 6;

/**
 * Puts the newest matches in order, best first, the newer before the older where they are equal.
 *
 * FTS5's bm25 counts, for every phrase of an expression, all its matches: cheap for a word, a second pass for a phrase or a broad prefix.
 * So it is asked only what tells articles apart: no word that most of them hold, and among many matches a phrase by its words and an unfinished
 * word as a whole one; titles with words that begin as it does are found in the index of beginnings.
 */
export function ranking(db: ReadableDb): (terms: readonly Term[], found: Found) => Ids {
  const isCommon = commonWords(db);
  const score = db
    .prepare<[string, number, number], [number, number]>(`
      SELECT rowid, bm25(article_fts, ${WEIGHTS}) FROM article_fts WHERE article_fts MATCH ? AND rowid BETWEEN ${ROWID} AND ${ROWID}`)
    .raw();
  const inTitles = db
    .prepare<[string, number, number], number>(
      `SELECT rowid FROM start_fts WHERE start_fts MATCH ? AND rowid BETWEEN ${ROWID} AND ${ROWID}`,
    )
    .pluck();
  const titleOf = db.prepare<[number], string>('SELECT title FROM article WHERE id = ?').pluck();
  const titleStarts = db
    .prepare<[string, string, number, number], number>(
      'SELECT id FROM article WHERE title_start >= ? AND title_start < ? AND id BETWEEN ? AND ?',
    )
    .pluck();

  /** Articles between two ids with a word in the title that begins as an unfinished one does. */
  const titlesLike = (letters: string, isMeant: IdSet, lowest: number, highest: number): readonly number[] => {
    const alike = inTitles.all(quoted(TITLE_MARK + [...letters].slice(0, START_LENGTH).join('')), lowest, highest);
    if ([...letters].length === START_LENGTH) return alike;
    return alike.filter((id) => isMeant.has(id) && wordsIn(titleOf.get(id) ?? '').includes(` ${letters}`));
  };

  return (terms, { total, ids }) => {
    const candidates = ids.slice(0, RANKED);
    const highest = candidates[0] ?? 0;
    const lowest = candidates.at(-1) ?? 0;
    /** By distance from the lowest candidate. bm25 is the better the lower, so points are taken off. */
    const scores = new Float64Array(highest - lowest + 1);
    const give = (some: readonly number[]) => {
      for (const id of some) scores[id - lowest] = (scores[id - lowest] ?? 0) - TITLE_START;
    };

    for (const expression of expressions(terms, total > RANKED, isCommon)) {
      for (const [id, points] of score.all(expression, lowest, highest))
        scores[id - lowest] = (scores[id - lowest] ?? 0) + points;
    }
    const open = terms.at(-1);
    const letters = open?.words.length === 1 ? (open.words[0] ?? '') : '';
    const reach = open ? reachOf(open) : 'whole';
    if (letters !== '' && reach === 'short') give(titleStarts.all(letters, `${letters}\u{10ffff}`, lowest, highest));
    if (letters !== '' && (reach === 'start' || (reach === 'prefix' && total > RANKED))) {
      give(titlesLike(letters, idSet(candidates, highest), lowest, highest));
    }
    return candidates
      .map((id) => ({ id, points: scores[id - lowest] ?? 0 }))
      .sort((a, b) => a.points - b.points || b.id - a.id)
      .map(({ id }) => id);
  };
}

/** The words of a title, each after a space. */
const wordsIn = (title: string): string => ` ${indexText(title).replace(/[^\p{L}\p{N}\p{Co}]+/gu, ' ')}`;

/** What bm25 is asked; the scores of several expressions add up. */
function expressions(terms: readonly Term[], areMany: boolean, isCommon: (word: string) => boolean): readonly string[] {
  const isApart = (term: Term) => {
    const reach = reachOf(term);
    return reach === 'short' || reach === 'start' || (reach === 'prefix' && areMany && term.words.length === 1);
  };
  const together = terms.filter((term) => !isApart(term)).flatMap((term) => (areMany ? wordsOf(term) : [term]));
  const apart = terms.filter(isApart).map((term) => ({ ...term, isOpen: false }));
  const isTelling = (term: Term) => reachOf(term) === 'prefix' || !term.words.every(isCommon);
  const groups = [together.filter(isTelling), ...apart.filter(isTelling).map((term) => [term])];
  return groups.filter((group) => group.length > 0).map(matchAll);
}

/** A phrase taken apart. Its unfinished word is left out: as a beginning of its own it would match far more than in its place. */
const wordsOf = (term: Term): readonly Term[] => {
  if (term.words.length === 1) return [term];
  const finished = reachOf(term) === 'prefix' ? term.words.slice(0, -1) : term.words;
  return [...new Set(finished)].map((word) => ({ words: [word], isOpen: false }));
};
