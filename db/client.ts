import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asRefusal, copyAdvice } from './errors.ts';
import { finishRestore } from './finish-restore.ts';
import { createHealth } from './health.ts';
import { createLane, type OnSlow } from './lane.ts';
import { findLeftovers } from './leftovers.ts';
import { type LibraryFiles, libraryFiles, makeFolders } from './library-files.ts';
import type { Role } from './roles.ts';
import { createSearchLane } from './search-lane.ts';
import { beginSession, ownSessions, type Session } from './sessions.ts';
import type { Maintenance, Reads, Searches, Store, Writes } from './store.ts';

export interface StoreOptions {
  /** The library's folder; made when it is not there. */
  readonly folder: string;
  /** Address of `worker.ts`, built or as it is. */
  readonly workerUrl: URL;
  readonly onSlowQuery?: OnSlow;
  /** From how long on a read counts as slow. */
  readonly slowReadMs?: number;
  /** How long a call waits while another process writes. */
  readonly busyTimeoutMs?: number;
  /** Whether reading and searching go before writing and checking where there are not processors enough for all. */
  readonly readersFirst?: boolean;
}

/** Other processes write to the same library; their transactions are short. */
const BUSY_TIMEOUT_MS = 10_000;
const SLOW_READ_MS = 40;
const SLOW_WRITE_MS = 500;

/**
 * Opens a library: one thread that writes, one for lists and articles, one for search, one for copies and checks.
 * All but the writer start when first needed.
 * @throws AppError `library-newer`, `library-damaged`, `library-unwritable`, `disk-full`
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const {
    folder,
    workerUrl,
    onSlowQuery = () => {},
    slowReadMs = SLOW_READ_MS,
    busyTimeoutMs = BUSY_TIMEOUT_MS,
    readersFirst = false,
  } = options;
  const files = libraryFiles(folder);
  const session = claim(files);
  const spoolFolder = join(files.spool, session.name);
  const lane = (role: Role, slowMs: number) => {
    const isInBackground = readersFirst && (role === 'writer' || role === 'maintenance');
    const data = { role, folder, busyTimeoutMs, isInBackground, session: session.name, ownSessions: ownSessions() };
    return createLane(workerUrl, data, slowMs, onSlowQuery);
  };
  const writer = lane('writer', SLOW_WRITE_MS);
  const reader = lane('reader', slowReadMs);
  const searcher = lane('search', slowReadMs);
  const maintainer = lane('maintenance', Number.POSITIVE_INFINITY);

  try {
    await writer.call('open', []);
  } catch (error) {
    await writer.close();
    session.end();
    throw error;
  }

  // Whoever opens a library looks at it next; a failure shows with the first call that matters.
  reader.call('open', []).catch(() => {});

  const reads = remote<Reads>(reader);
  const writes = remote<Writes>(writer);
  const checks = remote<Maintenance>(maintainer);
  const search = createSearchLane(remote<Searches>(searcher)('search'));
  const health = createHealth(session, checks('quickCheck'), () => copyAdvice(files));

  return {
    listArticles: reads('listArticles'),
    countArticles: reads('countArticles'),
    getArticle: reads('getArticle'),
    getOriginal: reads('getOriginal'),
    getAsset: reads('getAsset'),
    articleIds: reads('articleIds'),
    overview: reads('overview'),
    listImports: reads('listImports'),
    importItems: reads('importItems'),
    listedFeeds: reads('listedFeeds'),
    getImport: reads('getImport'),
    feeds: reads('feeds'),
    feed: reads('feed'),
    feedByUrl: reads('feedByUrl'),
    feedFolders: reads('feedFolders'),
    folderAttributes: reads('folderAttributes'),
    listHead: reads('listHead'),
    entryNews: reads('entryNews'),
    iconsDue: reads('iconsDue'),
    settings: reads('settings'),
    freeBytes: reads('freeBytes'),
    ledger: reads('ledger'),
    ledgerTotals: reads('ledgerTotals'),
    fetchesWaiting: reads('fetchesWaiting'),
    enclosureFile: reads('enclosureFile'),
    enclosurePart: reads('enclosurePart'),
    begunEnclosure: reads('begunEnclosure'),
    begunEnclosurePart: reads('begunEnclosurePart'),
    readiness: reads('readiness'),
    openTrip: reads('openTrip'),
    robots: reads('robots'),
    revisions: reads('revisions'),
    replacedText: reads('replacedText'),
    lackingPictures: reads('lackingPictures'),
    watchedFolders: reads('watchedFolders'),
    notTaken: reads('notTaken'),
    undoNext: reads('undoNext'),
    knownOriginals: reads('knownOriginals'),
    prospects: reads('prospects'),
    listProspect: reads('listProspect'),
    completeOriginals: reads('completeOriginals'),
    search,
    startImport: writes('startImport'),
    takeUpImports: writes('takeUpImports'),
    finishImport: writes('finishImport'),
    undoImport: writes('undoImport'),
    saveArticles: writes('saveArticles'),
    replaceContent: writes('replaceContent'),
    replaceContents: writes('replaceContents'),
    setPosition: writes('setPosition'),
    markOpened: writes('markOpened'),
    setRead: writes('setRead'),
    setStarred: writes('setStarred'),
    setArchived: writes('setArchived'),
    setTrashed: writes('setTrashed'),
    setTags: writes('setTags'),
    renameTag: writes('renameTag'),
    deleteTag: writes('deleteTag'),
    undoApply: writes('undoApply'),
    emptyTrash: writes('emptyTrash'),
    setSettings: writes('setSettings'),
    addFeed: writes('addFeed'),
    changeFeed: writes('changeFeed'),
    removeFeed: writes('removeFeed'),
    bringBackFeed: writes('bringBackFeed'),
    noteIcon: writes('noteIcon'),
    subscribeToKept: writes('subscribeToKept'),
    subscribeToListed: writes('subscribeToListed'),
    saveEntries: writes('saveEntries'),
    takeFeed: writes('takeFeed'),
    releaseFeed: writes('releaseFeed'),
    noteFeed: writes('noteFeed'),
    addFolder: writes('addFolder'),
    folderAt: writes('folderAt'),
    changeFolder: writes('changeFolder'),
    removeFolder: writes('removeFolder'),
    orderFolder: writes('orderFolder'),
    saveAddress: writes('saveAddress'),
    savePage: writes('savePage'),
    queuePages: writes('queuePages'),
    queueLinks: writes('queueLinks'),
    queuePictures: writes('queuePictures'),
    takeFetches: writes('takeFetches'),
    noteFetch: writes('noteFetch'),
    releaseFetches: writes('releaseFetches'),
    cancelFetches: writes('cancelFetches'),
    beginEnclosure: writes('beginEnclosure'),
    keepEnclosurePart: writes('keepEnclosurePart'),
    finishEnclosure: writes('finishEnclosure'),
    dropEnclosure: writes('dropEnclosure'),
    setEnclosurePosition: writes('setEnclosurePosition'),
    applyKeeping: writes('applyKeeping'),
    cleanUp: writes('cleanUp'),
    giveBack: writes('giveBack'),
    beginTrip: writes('beginTrip'),
    endTrip: writes('endTrip'),
    takeFetch: writes('takeFetch'),
    keepRobots: writes('keepRobots'),
    keepPictures: writes('keepPictures'),
    sharePictures: writes('sharePictures'),
    addWatched: writes('addWatched'),
    removeWatched: writes('removeWatched'),
    takeWatched: writes('takeWatched'),
    noteRequests: writes('noteRequests'),
    changedElsewhere: writes('changedElsewhere'),
    check: checks('check'),
    space: checks('space'),
    cleanUpPreview: checks('cleanUpPreview'),
    backup: checks('backup'),
    stageRestore: checks('stageRestore'),
    health: async () => health(),
    spoolFolder,
    async close() {
      await Promise.all([reader.close(), searcher.close(), maintainer.close()]);
      // Last, so that it is the one that folds the write-ahead log into the file.
      await writer.close();
      await rm(spoolFolder, { recursive: true, force: true });
      session.end();
    },
  };
}

function claim(files: LibraryFiles): Session {
  try {
    makeFolders(files);
    const deleteLeftovers = findLeftovers(files);
    const session = beginSession(files, Date.now());
    deleteLeftovers();
    try {
      finishRestore(files, { session: session.name, ownSessions: ownSessions() });
    } catch (error) {
      session.end();
      throw error;
    }
    return session;
  } catch (error) {
    throw asRefusal(error);
  }
}

interface Callable {
  call(method: string, params: readonly unknown[]): Promise<unknown>;
}

type Remote<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;

/** Calls by name over a lane, typed by the interface the far side implements. */
const remote =
  <T>(lane: Callable) =>
  <M extends keyof T & string>(method: M): Remote<T[M]> =>
    // What crosses a thread has lost its type; `roles.ts` holds both sides to the same interface.
    ((...params: unknown[]) => lane.call(method, params)) as Remote<T[M]>;
