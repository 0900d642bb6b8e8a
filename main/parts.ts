import { availableParallelism } from 'node:os';
import { createPool } from '../base/pool.ts';
import type { Handlers } from '../contract/methods.ts';
import type { Store } from '../db/store.ts';
import { FILE_LIMIT_MS, HEAP_LIMIT_MB } from '../ingest/limits.ts';
import type { IngestWorkerData } from '../ingest/worker.ts';
import { createCircumstances } from './circumstances.ts';
import { dispatch } from './dispatch.ts';
import { createEnclosures } from './enclosures/enclosures.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { createEventBus } from './events.ts';
import { createFeeds } from './feeds/feeds.ts';
import { createHandlers } from './handlers.ts';
import { createCourtesy } from './import/courtesy.ts';
import { createImports } from './import/imports.ts';
import { createLooks } from './import/looks.ts';
import { createKeeping } from './keeping.ts';
import { createLibrary } from './library.ts';
import { createNet } from './net/net.ts';
import { createOriginals } from './originals.ts';
import { createPages } from './pages/pages.ts';
import { createTrips } from './pages/trip.ts';
import { createRereads } from './rereads.ts';
import { createRoutes } from './routes.ts';
import { watchLibrary } from './watch-library.ts';
import { createTypedFolders } from './watched/typed-folders.ts';
import { createWatchedFolders } from './watched/watched-folders.ts';

const MOST_INGEST_THREADS = 4;
const INGEST_IDLE_MS = 15_000;
const UPLOAD_PATIENCE_MS = 15 * 60_000;
/** Whoever has just opened a window waits for its rows; what goes on by itself has time. */
const TAKE_UP_AFTER_MS = 1_000;

/** Joins the parts around a library that has been opened. */
export function joinParts(
  {
    folder,
    workers,
    rendererFolder,
    samplesFolder,
    log,
    now,
    hasWindow,
    mayTypeFolders = false,
    allowPrivateNetworks = false,
  }: EngineOptions,
  store: Store,
): Engine {
  const events = createEventBus((error) => log('error', 'a listener failed', { error: String(error) }));
  const ingestThreads = Math.min(Math.max(availableParallelism() - (hasWindow ? 1 : 0), 1), MOST_INGEST_THREADS);
  const pool = createPool({
    workerUrl: workers.ingest,
    size: ingestThreads,
    workerData: { isInBackground: hasWindow } satisfies IngestWorkerData,
    heapLimitMb: HEAP_LIMIT_MB,
    // A batch takes well under a second. One that does not is read again file by file, and each has this time for itself.
    callLimitMs: FILE_LIMIT_MS,
    idleMs: INGEST_IDLE_MS,
  });
  const courtesy = createCourtesy(() => performance.now(), ingestThreads);
  const imports = createImports({
    store,
    pool,
    events,
    courtesy,
    log,
    now,
    samplesFolder,
    uploadPatienceMs: UPLOAD_PATIENCE_MS,
  });
  const looks = createLooks({
    ...{ store, pool, events, log, imports },
    uploadPatienceMs: UPLOAD_PATIENCE_MS,
  });
  const net = createNet({
    ...{ store, now, log, allowPrivate: allowPrivateNetworks },
    onChange: () => {
      events.emit({ type: 'net.changed' });
      pages.wake();
    },
  });
  /** What nobody waits for says in the log why it did not work. */
  const byTheWay = async (what: string, done: Promise<unknown>): Promise<void> => {
    await done.catch((error: unknown) => log('error', what, { error: String(error) }));
  };
  // Whoever asks whether offline mode is on is answered rightly before anything was asked of the network.
  void byTheWay('whether offline mode is on could not be read', net.settingsChanged());
  const circumstances = createCircumstances(store, events);
  const { byItself } = circumstances;
  const library = createLibrary({ folder, store, net, allowPrivateNetworks });
  const originals = createOriginals(store, pool);
  const rereads = createRereads({ store, pool, events, courtesy, log });
  const watched = createWatchedFolders({
    ...{ store, imports, events, log, now },
    libraryFolder: folder,
    isWatching: hasWindow,
  });
  const typedFolders = createTypedFolders(watched, mayTypeFolders);
  const feeds = createFeeds({
    ...{ store, pool, net, events, log, now, byItself },
    chance: Math.random,
    isInBackground: hasWindow,
  });
  const pages = createPages({ ...{ store, pool, net, events, log, now, byItself }, isByItself: hasWindow });
  const enclosures = createEnclosures({ store, net, events, now });
  const keeping = createKeeping(store, events, now);
  // What has come may be too much for the rules of its feed.
  events.subscribe((event) => {
    if (!hasWindow || event.type !== 'sync.progress' || event.sync.isRunning) return;
    void byTheWay('feeds could not be kept small', keeping.apply());
  });
  const trips = createTrips({ ...{ store, events, log, now, feeds }, deal: pages.deal });
  const handlers: Handlers = {
    ...createHandlers({
      ...{ store, library, originals, rereads, imports, looks, events, courtesy },
      ...{ watched, typedFolders, net },
    }),
    ...feeds.calls,
    ...pages.calls,
    ...trips.calls,
    ...keeping.calls,
    ...enclosures.calls,
    ...circumstances.calls,
  };
  const takeUp = () => {
    void byTheWay('imports that were cut off could not go on', imports.takeUp());
    void byTheWay('a trip could not go on', trips.takeUp());
  };
  const takingUp = hasWindow ? setTimeout(takeUp, TAKE_UP_AFTER_MS) : undefined;
  void byTheWay('watched folders are not watched', watched.refresh());
  const watcher = watchLibrary(folder, async () => {
    if (!(await store.changedElsewhere())) return;
    events.articlesChanged();
    events.emit({ type: 'library.changed' });
    await net.settingsChanged();
    feeds.changedElsewhere();
    pages.wake();
    await byTheWay('watched folders are not watched', watched.refresh());
  });

  const answer = createRoutes({
    ...{ store, library, imports, looks, originals, enclosures, rendererFolder, log, now },
    lists: feeds.lists,
  });

  return {
    dispatch: (request) => dispatch(handlers, log, request),
    subscribe: events.subscribe,
    fetch: answer,
    imports,
    looks,
    watched,
    rereads,
    feeds,
    pages,
    trips,
    keeping,
    check: () => store.check(),
    backup: (file) => library.backup(file),
    async stageRestore(file) {
      await store.stageRestore(file);
    },
    async exportMarkdown(to, tag, signal) {
      const { exportMarkdown } = await import('./export/export.ts');
      return exportMarkdown(store, to, tag, signal);
    },
    async close() {
      clearTimeout(takingUp);
      watcher.close();
      await enclosures.close();
      await watched.close();
      await feeds.close();
      await Promise.all([imports.close(), looks.close(), rereads.close(), trips.close(), pages.close(), net.close()]);
      await pool.close();
      await store.close();
      events.close();
    },
  };
}
