import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Figure } from './figures.ts';

const MB = 1024 ** 2;
/** The table of kept originals and its indexes. */
const ORIGINALS = ['original', 'original_article', 'sqlite_autoindex_original_1'];

/** How large a library is beside the texts it holds, with the originals and without. */
export function sizesOf(folder: string, rawBytes: number): Figure[] {
  const db = new Database(join(folder, 'library.sqlite'), { readonly: true });
  try {
    const pages = db.prepare<[], number>('SELECT sum(pgsize) FROM dbstat').pluck();
    const originals = db
      .prepare<string[], number>(
        `SELECT sum(pgsize) FROM dbstat WHERE name IN (${ORIGINALS.map(() => '?').join(', ')})`,
      )
      .pluck();
    const all = pages.get() ?? Number.NaN;
    const kept = originals.get(...ORIGINALS) ?? Number.NaN;
    const baseline = rawBytes / MB;
    return [
      { name: 'size of the library', value: all / MB, unit: 'MB', bound: 2.4, boundIsRatio: true, baseline },
      {
        name: 'size without originals',
        value: (all - kept) / MB,
        unit: 'MB',
        bound: 1.7,
        boundIsRatio: true,
        baseline,
      },
    ];
  } finally {
    db.close();
  }
}
