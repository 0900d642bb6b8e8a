import type { Statement } from 'better-sqlite3';
import type { ReadableDb } from './open.ts';

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
