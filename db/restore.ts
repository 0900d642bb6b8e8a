import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';
import { asRefusal } from './errors.ts';
import { finishRestore, isAlone, type Mine, synced } from './finish-restore.ts';
import { findLeftovers } from './leftovers.ts';
import { type LibraryFiles, libraryFiles, makeFolders } from './library-files.ts';
import { maintenance } from './maintenance.ts';
import { migrate } from './migrate.ts';
import { APPLICATION_ID, type WritableDb } from './open.ts';
import { memorySchema, schemaOf } from './schema-text.ts';
import { SCHEMA_VERSION, versionOf } from './schema-version.ts';
import { beginSession, ownSessions } from './sessions.ts';
import { pagesOf } from './space.ts';

/** What a person reads is nobody else's business, whoever might read the backup. */
const OWNER_ONLY = 0o600;
/** What is left of the disk when a copy is on it. */
const SPARE_BYTES = 64 * 1024 * 1024;

/**
 * Copies a backup into the library's folder, checks it there, whole, and brings it up to date; the next opening puts it in the place of the library.
 * The file itself is only read. Nothing is changed when it is refused, or when it is ended in the middle.
 * @throws AppError `not-possible` with the reason, `library-newer`, `disk-full`
 */
export function stageRestore(files: LibraryFiles, mine: Mine, backup: string): null {
  if (!isAlone(files, mine))
    throw new AppError('not-possible', 'Another program has the library open: close it first. Nothing was changed');
  const size = sizeOf(backup);
  if (isSame(backup, files.database)) throw new AppError('not-possible', `${backup} is the library itself`);
  const folder = join(files.spool, mine.session);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!hasRoom(folder, size))
    throw new AppError('disk-full', 'There is no room on the disk for the backup beside the library');
  const copy = join(folder, 'restore.sqlite');
  try {
    // A library that was copied while it was open has its newest changes beside it.
    for (const end of ['', '-wal']) {
      if (!existsSync(backup + end)) continue;
      copyFileSync(backup + end, copy + end, constants.COPYFILE_FICLONE);
      chmodSync(copy + end, OWNER_ONLY);
    }
    makeReady(copy, backup);
    makeAnew(copy, backup);
    opened(copy, backup, (db) => refuseDamage(backup, maintenance(db).check().problems));
    synced(copy);
    renameSync(copy, files.restore);
    synced(files.folder);
  } finally {
    for (const end of ['', ...BESIDE, ANEW]) rmSync(copy + end, { force: true });
  }
  return null;
}

/**
 * Puts a backup in the place of a library that no program has open, damaged or missing though it be.
 * @returns where the library is kept that was there before; null when none was
 * @throws AppError as `stageRestore`
 */
export function restoreLibrary(folder: string, backup: string, now: number): string | null {
  const files = libraryFiles(folder);
  try {
    makeFolders(files);
    const deleteLeftovers = findLeftovers(files);
    const session = beginSession(files, now);
    deleteLeftovers();
    try {
      const mine = { session: session.name, ownSessions: ownSessions() };
      stageRestore(files, mine, backup);
      return finishRestore(files, mine);
    } finally {
      rmSync(join(files.spool, session.name), { recursive: true, force: true });
      session.end();
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

/** What SQLite puts beside a file. */
const BESIDE = ['-wal', '-shm', '-journal'] as const;
const ANEW = '.anew';

function hasRoom(folder: string, bytes: number): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= bytes + SPARE_BYTES;
}

/** Refuses what is no whole library, and brings one of before up to date. @throws AppError */
function makeReady(copy: string, backup: string): void {
  opened(copy, backup, (db) => {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new AppError('not-possible', `${backup} is no copy of a Tearsheet library`);
    const version = versionOf(db);
    if (version > SCHEMA_VERSION)
      throw new AppError(
        'library-newer',
        `${backup} was written by a newer Tearsheet (its version is ${version}, this one knows ${SCHEMA_VERSION}). Please update; nothing was changed.`,
      );
    refuseDamage(backup, maintenance(db).quickCheck().problems);
    migrate(db);
    if (schemaOf(db) !== memorySchema())
      throw new AppError('not-possible', `${backup} is not made as a Tearsheet library is`);
  });
}

/** A file that an earlier Tearsheet made is written anew, so that what is free in it can be given back. Without room for that it stays as it is. */
function makeAnew(copy: string, backup: string): void {
  const anew = copy + ANEW;
  const isAnew = opened(copy, backup, (db) => {
    if (pagesOf(db)().canGiveBack || !hasRoom(dirname(copy), statSync(copy).size)) return false;
    db.pragma('auto_vacuum = INCREMENTAL');
    db.prepare('VACUUM INTO ?').run(anew);
    return true;
  });
  if (!isAnew) return;
  // Written anew, a file does not keep the mode.
  opened(anew, backup, (db) => db.pragma('journal_mode = WAL'));
  chmodSync(anew, OWNER_ONLY);
  for (const end of BESIDE) rmSync(copy + end, { force: true });
  renameSync(anew, copy);
}

/** @throws AppError `not-possible` for what SQLite cannot read */
function opened<T>(copy: string, backup: string, use: (db: WritableDb) => T): T {
  const db = new Database(copy) as WritableDb;
  try {
    db.pragma('trusted_schema = OFF');
    return use(db);
  } catch (error) {
    const refusal = asRefusal(error);
    if (!(refusal instanceof AppError) || refusal.code !== 'library-damaged') throw error;
    throw new AppError('not-possible', `${backup} is no copy of a Tearsheet library, or damaged`, { cause: error });
  } finally {
    db.close();
  }
}

function refuseDamage(backup: string, [first]: readonly string[]): void {
  if (first !== undefined) throw new AppError('not-possible', `${backup} is damaged (${first})`);
}

function sizeOf(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new AppError('not-possible', `There is no file ${file}`);
  return stats.size;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
  return !!a && !!b && a.dev === b.dev && a.ino === b.ino;
}
