import type { ReadableDb } from '../open.ts';
import { matchAll, quoted, reachOf } from './expression.ts';
import { type Ids, idSet } from './id-sets.ts';
import type { Term } from './parse.ts';
import { TITLE_MARK } from './word-starts.ts';

/** Beyond this many matches the newest ones are ranked. */
export const RANKED = 2_000;

/** A word of the title says ten times as much of what an article is about as one of its body; the byline lies between. */
const WEIGHTS = '10.0, 4.0, 1.0';

/** A title that begins as the unfinished word does: worth about as much as a rare word in a title. */
const TITLE_START = 6;

interface ScoreRow {
  readonly id: number;
  readonly score: number;
}

/**
 * Puts matches in order, best first, the newer before the older where they are equal.
 *
 * FTS5's bm25 counts, for every phrase of an expression, all its matches: cheap for a word, a second pass for a phrase or a broad prefix.
 * So an expression is given to it only where that pays: among many matches a phrase is scored by its words, and
 * three letters by the word they are and by the titles that hold words beginning with them.
 */
export function ranking(db: ReadableDb): (terms: readonly Term[], matched: Ids) => Ids {
  const score = db.prepare<[string, number, number], ScoreRow>(`
    SELECT rowid AS id, -bm25(article_fts, ${WEIGHTS}) AS score FROM article_fts WHERE article_fts MATCH ? AND rowid BETWEEN ? AND ?`);
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
    const isMeant = idSet(candidates, highest);
    const scores = new Map<number, number>();
    const give = (id: number, points: number) => {
      if (isMeant.has(id)) scores.set(id, (scores.get(id) ?? 0) + points);
    };

    for (const expression of expressions(terms, matched.length > RANKED)) {
      for (const row of score.all(expression, lowest, highest)) give(row.id, row.score);
    }
    const open = terms.at(-1);
    const letters = open?.words.join(' ') ?? '';
    if (open && reachOf(open) === 'start') {
      for (const id of inTitles.all(quoted(TITLE_MARK + letters), lowest, highest)) give(id, TITLE_START);
    }
    if (open && reachOf(open) === 'short') {
      for (const id of titleStarts.all(letters, `${letters}\u{10ffff}`, lowest, highest)) give(id, TITLE_START);
    }
    return [...candidates].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a);
  };
}

/** What bm25 is asked; the scores of several expressions add up. */
function expressions(terms: readonly Term[], areMany: boolean): readonly string[] {
  const apart = terms.filter((term) => ['short', 'start'].includes(reachOf(term)));
  const together = terms.filter((term) => !apart.includes(term));
  const scored = areMany
    ? together.flatMap(({ words, isOpen }) =>
        words.map((word) => ({ words: [word], isOpen: isOpen && words.length === 1 })),
      )
    : together;
  const whole = apart.map((term) => ({ ...term, isOpen: false }));
  return [...(scored.length > 0 ? [matchAll(scored)] : []), ...whole.map((term) => matchAll([term]))];
}
