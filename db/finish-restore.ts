import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { LibraryFiles } from './library-files.ts';
import { isAlive } from './sessions.ts';

/** A session that is open, and all of this process. */
export interface Mine {
  readonly session: string;
  readonly ownSessions: readonly string[];
}

/** Whether no other program has the library open. */
export const isAlone = (files: LibraryFiles, { session, ownSessions }: Mine): boolean =>
  readdirSync(files.sessions).every((name) => name === session || !isAlive(files, name, ownSessions));

/**
 * Puts a backup that waits in the place of the library, which is kept beside it. Ended at any point it goes on with the next opening: until the last
 * step the backup waits, after it it is the library.
 * @returns where the library is kept that was there before; null when none was, or no backup waits
 * @throws AppError `library-busy` while another program has the library open
 */
export function finishRestore(files: LibraryFiles, mine: Mine): string | null {
  const waiting = statSync(files.restore, { throwIfNoEntry: false });
  if (!waiting) return null;
  if (!isAlone(files, mine))
    throw new AppError(
      'library-busy',
      'A backup is about to take the place of the library: close all other Tearsheets first',
    );
  const stamp = new Date(waiting.mtimeMs).toISOString().replaceAll(/[-:]/g, '').replace('.', '-');
  const kept = join(files.folder, `library-before-restore-${stamp}.sqlite`);
  // The log of changes belongs to its library: beside another it would be taken for that one's.
  for (const end of ['', '-wal']) if (existsSync(files.database + end)) renameSync(files.database + end, kept + end);
  rmSync(`${files.database}-shm`, { force: true });
  renameSync(files.restore, files.database);
  synced(files.folder);
  return existsSync(kept) ? kept : null;
}

/** Waits until it is on the disk, not only on its way there. Windows does not let a folder be opened for that. */
export function synced(path: string): void {
  const isFolder = statSync(path).isDirectory();
  if (isFolder && process.platform === 'win32') return;
  const handle = openSync(path, isFolder ? 'r' : 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
