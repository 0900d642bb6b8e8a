import { join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { copyDatabase } from './copy.ts';
import type { LibraryFiles } from './library-files.ts';
import { APPLICATION_ID, type WritableDb } from './open.ts';
import { SCHEMA_VERSION, versionOf } from './schema-version.ts';

/**
 * Makes sure that the database is ours and of a version this app knows, then brings it up to date.
 * A library that holds something is copied first.
 * @throws AppError `library-newer`, `library-damaged`
 */
export async function prepareSchema(db: WritableDb, files: LibraryFiles, now: number): Promise<void> {
  const version = versionOf(db);
  const isEmpty = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (!isEmpty && db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new AppError('library-damaged', `${files.database} is not a Tearsheet library; it was left as it is`);
  }
  if (version > SCHEMA_VERSION) {
    throw new AppError(
      'library-newer',
      `This library was last opened by a newer Tearsheet (its version is ${version}, this one knows ${SCHEMA_VERSION}). Please update; nothing was changed.`,
    );
  }
  if (version === SCHEMA_VERSION) return;
  if (!isEmpty) await copyDatabase(db, join(files.copies, copyName(version, now)));
  const { migrate } = await import('./migrate.ts');
  enterWal(db);
  migrate(db);
}

const copyName = (version: number, now: number) =>
  `before-version-${version + 1}-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}.sqlite`;

/**
 * The file keeps both: set once, before the first table. That free pages can be given back costs a page in 1,600.
 * Needs the file alone, so another process may be in the way for a moment.
 */
function enterWal(db: WritableDb): void {
  for (let attempt = 0; db.pragma('journal_mode', { simple: true }) !== 'wal'; attempt++) {
    try {
      db.pragma('auto_vacuum = INCREMENTAL');
      db.pragma('journal_mode = WAL');
    } catch (error) {
      if (attempt === 100) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
