import type { Statement } from 'better-sqlite3';
import type { ReadableDb } from './open.ts';

/**
 * A parameter the planner cannot look into. SQLite as we have it plans a join anew for every value that is bound, in case the value tells which
 * index is best: 20 µs for each row that is fetched by its number, ten times as long as fetching it.
 */
export const FIXED = '+?';

/** Prepares each text of SQL once. For queries whose shape depends on what is asked; the shapes are few. */
export function statementCache(db: ReadableDb) {
  const statements = new Map<string, Statement<unknown[], unknown>>();
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? db.prepare<unknown[], unknown>(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    /** The first column of every row, a number. */
    numbers: (sql: string, params: Readonly<Record<string, unknown>>): number[] =>
      prepared(sql).pluck().all(params).map(Number),
    number: (sql: string, params: Readonly<Record<string, unknown>>): number =>
      Number(prepared(sql).pluck().get(params) ?? 0),
  };
}
