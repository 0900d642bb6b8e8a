import { join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { copyDatabase } from './copy.ts';
import type { LibraryFiles } from './library-files.ts';
import { migrations } from './migrations/index.ts';
import { APPLICATION_ID, type WritableDb } from './open.ts';

/** How many migrations a database has seen. */
export const versionOf = (db: WritableDb): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings the schema up to `target`, one transaction per step.
 * Two processes may come here at once: each step looks again, under the write lock, whether it is still to be done.
 */
export function migrate(db: WritableDb, target = migrations.length): void {
  for (const { version, up } of migrations.slice(0, target)) {
    if (versionOf(db) >= version) continue;
    const step = db.transaction(() => {
      if (versionOf(db) >= version) return;
      up(db);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version}`);
    });
    step.immediate();
  }
}

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
  if (version > migrations.length) {
    throw new AppError(
      'library-newer',
      `This library was last opened by a newer Tearsheet (its version is ${version}, this one knows ${migrations.length}). Please update; nothing was changed.`,
    );
  }
  if (version === migrations.length) return;
  if (!isEmpty) await copyDatabase(db, join(files.copies, copyName(version, now)));
  enterWal(db);
  migrate(db);
}

const copyName = (version: number, now: number) =>
  `before-version-${version + 1}-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}.sqlite`;

/** The file keeps the mode: set once, before the first table. Needs the file alone, so another process may be in the way for a moment. */
function enterWal(db: WritableDb): void {
  for (let attempt = 0; db.pragma('journal_mode', { simple: true }) !== 'wal'; attempt++) {
    try {
      db.pragma('journal_mode = WAL');
    } catch (error) {
      if (attempt === 100) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
