import type { Log } from '../base/log.ts';
import type { AppEvent } from '../contract/events.ts';
import type { WireReply } from '../contract/wire.ts';
import { openStore } from '../db/client.ts';
import type { Feeds } from './feeds/feeds.ts';
import type { Imports } from './import/imports.ts';
import type { Looks } from './import/looks.ts';
import type { Keeping } from './keeping.ts';
import type { Pages } from './pages/pages.ts';
import type { Trips } from './pages/trip.ts';
import type { Rereads } from './rereads.ts';
import type { WatchedFolders } from './watched/watched-folders.ts';

export interface EngineOptions {
  /** The library's folder; made when it is not there. */
  readonly folder: string;
  readonly workers: { readonly db: URL; readonly ingest: URL };
  /** The built page. */
  readonly rendererFolder: string;
  readonly samplesFolder: string;
  readonly log: Log;
  readonly now: () => number;
  /** Whether somebody looks at it: imports then leave a processor to them, and what is new in watched folders comes in. */
  readonly hasWindow: boolean;
  /** Whether the page may name folders to be watched, by their paths: where it has no other way. Absent: it may not. */
  readonly mayTypeFolders?: boolean;
  /** Whether addresses of this computer and its network are as good as any: for tests against servers of their own. `library.info` tells. */
  readonly allowPrivateNetworks?: boolean;
}

/** Tearsheet without a window: everything a host needs, in plain Node. */
export interface Engine {
  /** Answers one call, whatever it holds. Never rejects. */
  dispatch(request: unknown): Promise<WireReply>;
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** The page's files, stored bytes and uploads. Never rejects. */
  fetch(request: Request): Promise<Response>;
  /** For hosts that have paths. */
  readonly imports: Pick<Imports, 'fromPaths' | 'startPaths' | 'look' | 'retry' | 'undo' | 'list' | 'items' | 'csv'>;
  /** For hosts that have paths and a window. */
  readonly looks: Pick<Looks, 'startPaths'>;
  readonly watched: Pick<WatchedFolders, 'list' | 'add' | 'remove'>;
  readonly rereads: Pick<Rereads, 'all'>;
  /** For hosts that wait for what is fetched. */
  readonly feeds: Pick<Feeds, 'add' | 'sync' | 'lists'>;
  /** For hosts without a window: fetches what was asked for and waits for it. */
  readonly pages: Pick<Pages, 'run'>;
  /** For hosts without a window: after feeds were fetched. */
  readonly keeping: Pick<Keeping, 'apply'>;
  readonly trips: Pick<Trips, 'prepare' | 'unfinished'>;
  check(): Promise<{ readonly ok: boolean; readonly problems: readonly string[] }>;
  /** Writes a whole copy of the library to `file`. */
  backup(file: string): Promise<{ readonly sizeBytes: number }>;
  /** Checks a backup and has it take the place of the library when that is opened next. @throws AppError `not-possible`, `library-newer`, `disk-full` */
  stageRestore(file: string): Promise<void>;
  /** @returns how many articles were written */
  exportMarkdown(folder: string, tag: string | null, signal: AbortSignal): Promise<number>;
  /** Ends imports, then workers. What was committed stays. */
  close(): Promise<void>;
}

/**
 * Opens the library and joins the parts. The library is opened by a thread of its own, and the parts are loaded meanwhile.
 * @throws AppError `library-newer`, `library-damaged`, `library-unwritable`
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { folder, workers, hasWindow, log } = options;
  const [store, { joinParts }] = await Promise.all([
    openStore({
      folder,
      workerUrl: workers.db,
      readersFirst: hasWindow,
      onSlowQuery: (name, elapsedMs) => log('warn', 'slow query', { name, elapsedMs }),
    }),
    import('./parts.ts'),
  ]);
  return joinParts(options, store);
}
