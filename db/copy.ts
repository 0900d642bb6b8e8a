import { renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { makeFolder } from '../base/make-folder.ts';

const ALL_PAGES = 0x7fff_ffff;

/**
 * Copies a database, as it stands, to `file`, which appears whole or not at all.
 * After the first step all pages go in one: a commit by someone else would make a copy in several steps begin again.
 */
export async function copyDatabase(
  db: Pick<Database, 'backup'>,
  file: string,
): Promise<{ readonly sizeBytes: number }> {
  const partial = `${file}.part`;
  makeFolder(dirname(file));
  try {
    await db.backup(partial, { progress: () => ALL_PAGES });
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  return { sizeBytes: statSync(file).size };
}
