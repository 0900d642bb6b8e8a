import type { ReadableDb } from '../open.ts';
import { ROWID } from './expression.ts';
import type { Ids } from './id-sets.ts';

/** What one of the two indexes can be asked about an expression. Ids come newest first. */
export interface IndexQuestions {
  all(expression: string): Ids;
  newest(expression: string, limit: number): Ids;
  count(expression: string): number;
  /** How many match besides these. */
  countBeside(expression: string, ids: Ids): number;
  /** Those of the ids that match. */
  among(expression: string, ids: Ids): Ids;
}

/** Up to this many articles are asked about one by one; more are cheaper to meet on the way through all matches. */
const FEW = 400;

export function indexQuestions(db: ReadableDb, index: 'article_fts' | 'start_fts'): IndexQuestions {
  const matching = `FROM ${index} WHERE ${index} MATCH @expression`;
  const newestFirst = 'ORDER BY rowid DESC';
  // With the plus, ids are looked for among the matches, not each asked of the index.
  const isGiven = '+rowid IN (SELECT value FROM json_each(@ids))';
  const numbers = (sql: string) => db.prepare<[object], number>(sql).pluck();

  const all = numbers(`SELECT rowid ${matching} ${newestFirst}`);
  const newest = numbers(`SELECT rowid ${matching} ${newestFirst} LIMIT @limit`);
  const count = numbers(`SELECT count(*) ${matching}`);
  // Counting those that are not among them takes three times as long.
  const countBeside = numbers(`SELECT count(*) - count(*) FILTER (WHERE ${isGiven}) ${matching}`);
  const among = numbers(`SELECT rowid ${matching} AND ${isGiven} ${newestFirst}`);
  const one = db.prepare<[string, number]>(`SELECT 1 FROM ${index} WHERE ${index} MATCH ? AND rowid = ${ROWID}`);

  return {
    all: (expression) => all.all({ expression }),
    newest: (expression, limit) => newest.all({ expression, limit }),
    count: (expression) => count.get({ expression }) ?? 0,
    countBeside: (expression, ids) =>
      (ids.length > 0 ? countBeside.get({ expression, ids: JSON.stringify(ids) }) : count.get({ expression })) ?? 0,
    among: (expression, ids) =>
      ids.length > FEW
        ? among.all({ expression, ids: JSON.stringify(ids) })
        : ids.filter((id) => one.get(expression, id) !== undefined),
  };
}
