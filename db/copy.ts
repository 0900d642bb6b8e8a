import { chmodSync, closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { makeFolder } from '../base/make-folder.ts';
import { AppError } from '../contract/errors.ts';
import { APPLICATION_ID } from './open.ts';

const ALL_PAGES = 0x7fff_ffff;
/** What a person reads is nobody else's business. */
const OWNER_ONLY = 0o600;

/**
 * Copies a database, as it stands, to `file`, which appears whole or not at all.
 * An earlier copy there is replaced, any other file is not.
 * After the first step all pages go in one: a commit by someone else would make a copy in several steps begin again.
 * @throws AppError `library-unwritable` when something else is in the way
 */
export async function copyDatabase(
  db: Pick<Database, 'backup'>,
  file: string,
): Promise<{ readonly sizeBytes: number }> {
  const partial = `${file}.part`;
  if (existsSync(file) && !isLibrary(file))
    throw new AppError(
      'library-unwritable',
      `${file} is there already and is no copy of a library; it was left as it is`,
    );
  makeFolder(dirname(file));
  try {
    await db.backup(partial, { progress: () => ALL_PAGES });
    chmodSync(partial, OWNER_ONLY);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  return { sizeBytes: statSync(file).size };
}

/** Where SQLite keeps the application's id in its file, big-endian. Source: https://www.sqlite.org/fileformat.html */
const APPLICATION_ID_AT = 68;

function isLibrary(file: string): boolean {
  if (!statSync(file).isFile()) return false;
  const id = Buffer.alloc(4);
  const handle = openSync(file, 'r');
  try {
    return readSync(handle, id, 0, 4, APPLICATION_ID_AT) === 4 && id.readInt32BE() === APPLICATION_ID;
  } finally {
    closeSync(handle);
  }
}
