import type { Database } from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';
import type { EpochMs } from '../contract/model.ts';
import { articleLists } from './article-list.ts';
import { articleReads } from './article-read.ts';
import { articleSaves } from './article-save.ts';
import { articleStates } from './article-states.ts';
import { assetReads } from './assets.ts';
import { dataVersions } from './data-version.ts';
import { enclosureFetchReads, enclosureFetchWrites } from './enclosure-fetches.ts';
import { enclosurePositions, enclosureReads } from './enclosures.ts';
import { entryReads, entryWrites } from './feed-entries.ts';
import { folderWrites } from './feed-folders.ts';
import { feedIconReads, feedIconWrites } from './feed-icons.ts';
import { feedRemoval } from './feed-removal.ts';
import { feedTurns } from './feed-turns.ts';
import { feedReads, feedWrites } from './feeds.ts';
import { importReads, importWrites, interruptImports } from './import-report.ts';
import { importUndo } from './import-undo.ts';
import { keepingReads, keepingWrites } from './keeping.ts';
import { ledgerReads, ledgerWrites } from './ledger.ts';
import { libraryFiles } from './library-files.ts';
import { listedFeedReads, listProspects } from './listed-feeds.ts';
import { listedSubscriptions } from './listed-subscriptions.ts';
import { maintenance } from './maintenance.ts';
import { prepareSchema } from './migrate.ts';
import { openForReading, openForWriting, type ReadableDb, type WritableDb } from './open.ts';
import { overviews } from './overview.ts';
import { queueReads, queueWrites, releaseOfEnded } from './page-queue.ts';
import { pageSaves } from './page-save.ts';
import { prospects } from './prospects.ts';
import { pictureReads, pictureWrites } from './remote-pictures.ts';
import { stageRestore } from './restore.ts';
import { revisionReads } from './revisions.ts';
import { robotsReads, robotsWrites } from './robots.ts';
import { search } from './search/search.ts';
import { isAlive } from './sessions.ts';
import { settingReads, settingWrites } from './settings.ts';
import { freeSpaceReads, spaceReads } from './space.ts';
import type { Maintenance, Reads, Searches, Writes } from './store.ts';
import { tagWrites } from './tags.ts';
import { trashWrites } from './trash.ts';
import { tripReads, tripWrites } from './trips.ts';
import { undoWrites } from './undo.ts';
import { undoReads } from './undo-log.ts';
import { watchedReads, watchedWrites } from './watched.ts';

export type Role = 'writer' | 'reader' | 'search' | 'maintenance';

export interface RoleData {
  readonly role: Role;
  readonly folder: string;
  readonly busyTimeoutMs: number;
  readonly isInBackground: boolean;
  /** The session of this process, and all of its open ones. */
  readonly session: string;
  readonly ownSessions: readonly string[];
}

/** A connection with the calls it answers. */
export interface OpenRole {
  call(method: string, params: readonly unknown[]): unknown;
}

/** Everything the list and article thread answers. */
export const readCalls = (db: ReadableDb): Reads => ({
  ...articleLists(db),
  ...articleReads(db),
  ...assetReads(db),
  ...overviews(db),
  ...importReads(db),
  ...ledgerReads(db),
  ...listedFeedReads(db),
  ...listProspects(db),
  ...prospects(db),
  ...settingReads(db),
  ...freeSpaceReads(db),
  ...undoReads(db),
  ...watchedReads(db),
  ...feedReads(db),
  ...entryReads(db),
  ...queueReads(db),
  ...pictureReads(db),
  ...feedIconReads(db),
  ...robotsReads(db),
  ...revisionReads(db),
  ...tripReads(db),
  ...enclosureReads(db),
  ...enclosureFetchReads(db),
});

export const searchCalls = (db: ReadableDb): Searches => ({ search: search(db) });

/**
 * Everything the writer answers.
 * @param isAlive whether the program of a session runs
 */
export const writeCalls = (
  db: WritableDb,
  session: string,
  now: () => EpochMs,
  isAlive: (session: string) => boolean,
): Writes => ({
  ...importWrites(db, session),
  ...importUndo(db, now),
  ...articleSaves(db, now),
  ...articleStates(db, now),
  ...tagWrites(db, now),
  ...trashWrites(db, now),
  ...undoWrites(db, now),
  ...settingWrites(db),
  ...watchedWrites(db, session),
  ...ledgerWrites(db),
  ...feedWrites(db),
  ...feedTurns(db, session, isAlive),
  ...feedRemoval(db, now),
  ...entryWrites(db, now),
  ...folderWrites(db, now),
  ...feedIconWrites(db, now),
  ...listedSubscriptions(db),
  ...queueWrites(db, session, now),
  ...pageSaves(db, now),
  ...pictureWrites(db, now),
  ...robotsWrites(db),
  ...tripWrites(db, session, now),
  ...keepingWrites(db, now),
  ...enclosurePositions(db),
  ...enclosureFetchWrites(db, now),
  ...dataVersions(db),
});

/**
 * Opens the library for a role. The writer comes first in the life of a store: it brings the schema up to date.
 * @throws AppError `library-newer`, `library-damaged`
 */
export async function openRole({ role, folder, busyTimeoutMs, session, ownSessions }: RoleData): Promise<OpenRole> {
  const files = libraryFiles(folder);
  if (role === 'writer') {
    const db = openForWriting(files.database, busyTimeoutMs);
    try {
      await prepareSchema(db, files, Date.now());
      const hasBegun = (name: string) => isAlive(files, name, ownSessions);
      interruptImports(db, hasBegun);
      releaseOfEnded(db, hasBegun);
      // By then this process may have opened others.
      const runs = (name: string) => isAlive(files, name, [name]);
      return answering(db, writeCalls(db, session, Date.now, runs));
    } catch (error) {
      db.close();
      throw error;
    }
  }
  const db = openForReading(files.database, busyTimeoutMs, CACHE_KB[role]);
  if (role === 'maintenance') {
    const calls: Maintenance = {
      ...maintenance(db),
      ...spaceReads(db),
      ...keepingReads(db),
      stageRestore: (file) => stageRestore(files, { session, ownSessions }, file),
    };
    return answering(db, calls);
  }
  return answering(db, role === 'reader' ? readCalls(db) : searchCalls(db));
}

const CACHE_KB = { reader: 32_768, search: 65_536, maintenance: 8_192 } as const;

/** Calls by name. `close` is one of them: after it nothing else may come. */
function answering(db: Database, calls: object): OpenRole {
  const byName = new Map<string, unknown>(Object.entries(calls));
  byName.set('open', () => null);
  byName.set('close', () => {
    db.close();
    return null;
  });
  return {
    call(method, params) {
      const call = byName.get(method);
      if (typeof call !== 'function') throw new AppError('unknown-method', method);
      return Reflect.apply(call, undefined, params);
    },
  };
}
