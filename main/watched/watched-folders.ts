import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Log } from '../../base/log.ts';
import { AppError } from '../../contract/errors.ts';
import type { WatchedFolder, WatchedFolderId } from '../../contract/model.ts';
import type { KeptWatch, Store } from '../../db/store.ts';
import type { EventBus } from '../events.ts';
import type { Imports } from '../import/imports.ts';
import { isWithin } from '../import/within.ts';
import { isFolder } from './contents.ts';
import { type FolderWatch, watchFolder } from './one-folder.ts';

/** Folders whose new files come in by themselves. */
export interface WatchedFolders {
  list(): Promise<readonly WatchedFolder[]>;
  /** @throws AppError `not-possible` with the reason */
  add(path: string): Promise<WatchedFolder>;
  /** @throws AppError `not-found` */
  remove(id: WatchedFolderId): Promise<null>;
  /** Begins to watch, where a window is; also after another program has changed which folders are watched. */
  refresh(): Promise<void>;
  /** Ends watching and waits for what is being taken. */
  close(): Promise<void>;
}

interface WatchedDeps {
  readonly store: Store;
  readonly imports: Pick<Imports, 'startWatched'>;
  readonly events: EventBus;
  readonly log: Log;
  readonly now: () => number;
  readonly libraryFolder: string;
  /** Whether this program takes what is new; others only keep the list. */
  readonly isWatching: boolean;
}

const NOT_THERE = 'The folder is not there';

export function createWatchedFolders(deps: WatchedDeps): WatchedFolders {
  const { store, imports, events, log, now, libraryFolder, isWatching } = deps;
  const watches = new Map<WatchedFolderId, FolderWatch>();
  let refreshing: Promise<void> = Promise.resolve();
  let isClosed = false;

  const changed = () => events.emit({ type: 'watch.changed' });

  const begin = (folder: KeptWatch): FolderWatch =>
    watchFolder({
      folder,
      notTaken: (files) => store.notTaken(folder.id, files),
      take: (files) => imports.startWatched(folder, files),
      onProblem: changed,
      onFailure: (error) => log('error', 'new files could not be taken', { folder: folder.path, error: String(error) }),
    });

  const renew = async () => {
    const kept = await store.watchedFolders();
    if (isClosed) return;
    const ids = new Set(kept.map(({ id }) => id));
    const gone = [...watches].filter(([id]) => !ids.has(id));
    const fresh = kept.filter(({ id }) => !watches.has(id));
    for (const folder of fresh) watches.set(folder.id, begin(folder));
    for (const [id, watch] of gone) {
      watches.delete(id);
      await watch.close();
    }
    if (gone.length + fresh.length > 0) changed();
  };

  const refresh = () => {
    if (isWatching) refreshing = refreshing.catch(() => {}).then(renew);
    return refreshing;
  };

  const problemOf = async ({ id, path }: KeptWatch) => {
    const watch = watches.get(id);
    const isThere = await isFolder(path);
    if (!watch) return isThere ? null : NOT_THERE;
    // Whoever asks wants to know how it stands now.
    if (isThere === (watch.problem() !== null)) watch.look();
    return watch.problem();
  };

  const checked = async (path: string, known: readonly KeptWatch[]) => {
    if (!(await isFolder(path))) throw new AppError('not-possible', `There is no folder ${path}`);
    const real = await realOf(path);
    const library = await realOf(libraryFolder);
    if (isWithin(library, real) || isWithin(real, library))
      throw new AppError(
        'not-possible',
        `${path} has to do with Tearsheet’s own library, which is in ${libraryFolder}`,
      );
    for (const other of known) {
      const there = await realOf(other.path);
      if (isWithin(real, there))
        throw new AppError('not-possible', `${path} is watched already, as a part of ${other.path}`);
      if (isWithin(there, real))
        throw new AppError(
          'not-possible',
          `${other.path}, which is a part of ${path}, is watched already: remove it first`,
        );
    }
  };

  return {
    async list() {
      const kept = await store.watchedFolders();
      return Promise.all(kept.map(async (folder) => ({ ...folder, problem: await problemOf(folder) })));
    },
    async add(given) {
      const path = resolve(given);
      const known = await store.watchedFolders();
      const same = known.find((folder) => folder.path === path);
      if (same) return { ...same, problem: await problemOf(same) };
      await checked(path, known);
      const kept = await store.addWatched(path, now());
      await refresh();
      return { ...kept, problem: null };
    },
    async remove(id) {
      await store.removeWatched(id);
      await refresh();
      return null;
    },
    refresh,
    async close() {
      isClosed = true;
      await refreshing.catch(() => {});
      await Promise.all([...watches.values()].map((watch) => watch.close()));
    },
  };
}

/** The path without links, as far as it is there. */
const realOf = (path: string): Promise<string> => realpath(path).catch(() => path);
