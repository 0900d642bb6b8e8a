import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import type { ReadableDb, WritableDb } from './open.ts';

interface SchemaRow {
  readonly name: string;
  readonly sql: string;
}

/** Everything a database is made of, to be compared. The tables that the full-text index makes for itself are SQLite's own affair. */
export function schemaOf(db: ReadableDb): string {
  const rows = db
    .prepare<[], SchemaRow & { readonly type: string }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name",
    )
    .all();
  const indexes = rows.filter(({ sql }) => sql.startsWith('CREATE VIRTUAL')).map(({ name }) => `${name}_`);
  const isShadow = ({ type, name }: (typeof rows)[number]) =>
    type === 'table' && indexes.some((index) => name.startsWith(index));
  return JSON.stringify(rows.filter((row) => !isShadow(row)));
}

/** The same of a database that is new. */
export function memorySchema(): string {
  const db = new Database(':memory:') as WritableDb;
  migrate(db);
  try {
    return schemaOf(db);
  } finally {
    db.close();
  }
}

/** The schema after all migrations, as SQL to be read. Tables that the full-text index makes for itself are left out. */
export function schemaText(): string {
  const db = new Database(':memory:') as WritableDb;
  migrate(db);
  const rows = db
    .prepare<[], SchemaRow>(`
      SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
      ORDER BY tbl_name, type = 'trigger', type = 'index', name`)
    .all();
  db.close();
  const isShadow = (name: string) =>
    rows.some((row) => row.sql.startsWith('CREATE VIRTUAL') && name.startsWith(`${row.name}_`));
  const statements = rows.filter(({ name }) => !isShadow(name)).map(({ sql }) => `${unindented(sql)};`);
  return `${statements.join('\n\n')}\n`;
}

/** Migrations indent their SQL as TypeScript stands; the text begins at the margin. */
function unindented(sql: string): string {
  const [first = '', ...rest] = sql.split('\n');
  const margin = Math.min(...rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const base = rest.at(-1)?.trim().startsWith(')') || rest.at(-1)?.trim() === 'END' ? margin : Math.max(0, margin - 2);
  return [first, ...rest.map((line) => line.slice(Number.isFinite(base) ? base : 0))].join('\n');
}
