import type { Database } from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';
import { dataVersions } from './data-version.ts';
import { interruptImports } from './import-report.ts';
import { type LibraryFiles, libraryFiles } from './library-files.ts';
import { openForReading, openForWriting, type WritableDb } from './open.ts';
import { releaseOfEnded } from './page-queue-release.ts';
import { prepareSchema } from './prepare-schema.ts';
import { isAlive } from './sessions.ts';
import type { Writes } from './store.ts';

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
  /** What answers a call. @throws AppError `unknown-method` */
  find(method: string): Promise<(...params: readonly unknown[]) => unknown>;
}

/**
 * Opens the library for a role, and loads what that needs and nothing else: threads start sooner. The writer comes first in the life of a store: it
 * brings the schema up to date.
 * @throws AppError `library-newer`, `library-damaged`
 */
export async function openRole(data: RoleData): Promise<OpenRole> {
  const { role, folder, busyTimeoutMs, session, ownSessions } = data;
  const files = libraryFiles(folder);
  if (role === 'writer') {
    const db = await openWriter(files, data);
    // What others write from now on is news.
    const versions = dataVersions(db);
    // By the time of a call, this process may have opened others.
    const runs = (name: string) => isAlive(files, name, [name]);
    // Whether the library can be opened is known without these.
    return answering(db, async () => {
      const { writeCalls } = await import('./write-calls.ts');
      return { ...writeCalls(db, session, Date.now, runs), ...versions } satisfies Writes;
    });
  }
  const db = openForReading(files.database, busyTimeoutMs, CACHE_KB[role]);
  const calls =
    role === 'reader'
      ? (await import('./read-calls.ts')).readCalls(db)
      : role === 'search'
        ? (await import('./search-calls.ts')).searchCalls(db)
        : (await import('./maintenance-calls.ts')).maintenanceCalls(db, files, { session, ownSessions });
  return answering(db, async () => calls);
}

const CACHE_KB = { reader: 32_768, search: 65_536, maintenance: 8_192 } as const;

async function openWriter(files: LibraryFiles, { busyTimeoutMs, ownSessions }: RoleData): Promise<WritableDb> {
  const db = openForWriting(files.database, busyTimeoutMs);
  try {
    await prepareSchema(db, files, Date.now());
    const hasBegun = (name: string) => isAlive(files, name, ownSessions);
    interruptImports(db, hasBegun);
    releaseOfEnded(db, hasBegun);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Calls by name. `close` is one of them: after it nothing else may come.
 * @param load the other calls; made when the first is asked for
 */
function answering(db: Database, load: () => Promise<object>): OpenRole {
  let loading: Promise<Map<string, unknown>> | null = null;
  const loaded = () => {
    loading ??= load().then((calls) => new Map<string, unknown>(Object.entries(calls)));
    return loading.catch((error: unknown) => {
      loading = null;
      throw error;
    });
  };
  return {
    async find(method) {
      if (method === 'open') return () => null;
      if (method === 'close') {
        // Calls that came before it are answered before it.
        await loading?.catch(() => {});
        return () => {
          db.close();
          return null;
        };
      }
      const call = (await loaded()).get(method);
      if (typeof call !== 'function') throw new AppError('unknown-method', method);
      return (...params) => Reflect.apply(call, undefined, params);
    },
  };
}
