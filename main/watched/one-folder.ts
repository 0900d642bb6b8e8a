import { basename } from 'node:path';
import type { KeptWatch, WatchedFile } from '../../db/store.ts';
import { filesBelow, foldersBelow, isFolder, nearestAbove } from './contents.ts';
import { createSignals } from './signals.ts';

/** A folder while it is watched. */
export interface FolderWatch {
  /** Why nothing comes in from it now, in words. */
  problem(): string | null;
  /** Looks soon, without being told that something has changed. */
  look(): void;
  /** Ends it, and waits for the look that is under way. */
  close(): Promise<void>;
}

interface FolderWatchOptions {
  readonly folder: KeptWatch;
  /** Those of the files that were never taken as they are now. */
  readonly notTaken: (files: readonly WatchedFile[]) => Promise<readonly WatchedFile[]>;
  readonly take: (files: readonly WatchedFile[]) => Promise<void>;
  readonly onProblem: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** Between two looks, of which the second must find a file as the first has. */
const SETTLE_MS = 1_000;
/** Looking may take this part of the time while things keep changing. */
const LOOK_SHARE = 0.1;
/** Where something is written all the time, files that stand still are taken after so many looks. */
const MOST_UNQUIET = 10;
/** After the library could not be written to. */
const AGAIN_MS = 60_000;
/** A disk that is plugged in is there a while after its folder is. */
const LATER_LOOKS_MS = [2_000, 10_000, 60_000];
const ASK_AT_ONCE = 1_000;

/** Where the system tells of a folder with everything below it; elsewhere each folder is listened to. */
const IS_DEEP = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Watches one folder: takes what is new in it once it has stopped growing. Looks at once, then only when the system tells of a change; a folder that
 * is not there is looked for again when something appears on the way to it.
 */
export function watchFolder({ folder, notTaken, take, onProblem, onFailure }: FolderWatchOptions): FolderWatch {
  /** Files that are to be taken, as they stood at the last look. */
  let waiting = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;
  let timerMs = 0;
  let looking: Promise<void> | null = null;
  let isClosed = false;
  let isQuiet = true;
  let unquiet = 0;
  let problem: string | null = null;
  let laterLooks = 0;
  let restMs = 0;
  /** What must appear for the folder to come back; null while it is there. */
  let awaited: string | null = null;

  const signals = createSignals((name) => {
    if (awaited !== null && name !== null && name !== awaited) return;
    isQuiet = false;
    laterLooks = 0;
    lookIn(SETTLE_MS);
  });

  const lookIn = (ms: number) => {
    if (isClosed || (timer !== null && ms >= timerMs)) return;
    if (timer) clearTimeout(timer);
    timerMs = ms;
    timer = setTimeout(() => {
      timer = null;
      // One at a time; what was told of while it looked is looked at afterwards.
      if (looking) return void looking.then(() => lookIn(SETTLE_MS));
      looking = look().finally(() => {
        looking = null;
      });
    }, ms + restMs);
    timer.unref();
  };

  const tell = (why: string | null) => {
    if (why === problem) return;
    problem = why;
    onProblem();
  };

  const isMissing = async (): Promise<boolean> => {
    if (await isFolder(folder.path)) {
      awaited = null;
      return false;
    }
    const { above, next } = await nearestAbove(folder.path);
    awaited = basename(next);
    signals.listen([above], { isDeep: false });
    tell('The folder is not there. When it is back, so is the watch');
    const wait = LATER_LOOKS_MS[laterLooks++];
    if (wait !== undefined) lookIn(wait);
    return true;
  };

  const look = async () => {
    const startedAt = performance.now();
    try {
      const wasQuiet = isQuiet;
      isQuiet = true;
      if (await isMissing()) return;
      // Before the files are looked at, so that nothing falls in between.
      const isWhole = signals.listen(IS_DEEP ? [folder.path] : await foldersBelow(folder.path), { isDeep: IS_DEEP });
      tell(isWhole ? null : 'The system does not tell of changes here: new files come in when Tearsheet is opened');
      await takeSettled(wasQuiet || unquiet >= MOST_UNQUIET);
      if (waiting.size === 0) unquiet = 0;
      else {
        unquiet++;
        lookIn(SETTLE_MS);
      }
    } catch (error) {
      if (isClosed) return;
      if (isUnreadable(error)) tell('The folder may not be read');
      else {
        onFailure(error);
        lookIn(AGAIN_MS);
      }
    } finally {
      restMs = (performance.now() - startedAt) / LOOK_SHARE;
    }
  };

  const takeSettled = async (mayTake: boolean) => {
    const now = new Map<string, string>();
    const settled: WatchedFile[] = [];
    const ask = async (files: readonly WatchedFile[]) => {
      for (const file of await notTaken(files)) {
        const state = `${file.size} ${file.modifiedAt}`;
        if (waiting.get(file.path) === state) settled.push(file);
        now.set(file.path, state);
      }
    };
    let some: WatchedFile[] = [];
    for await (const file of filesBelow(folder.path)) {
      if (isClosed) return;
      some.push(file);
      if (some.length < ASK_AT_ONCE) continue;
      await ask(some);
      some = [];
    }
    if (some.length > 0) await ask(some);
    waiting = now;
    if (!mayTake || settled.length === 0 || isClosed) return;
    await take(settled);
    unquiet = 0;
    for (const { path } of settled) waiting.delete(path);
  };

  lookIn(0);
  return {
    problem: () => problem,
    look: () => lookIn(0),
    async close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await looking;
      signals.close();
    },
  };
}

const isUnreadable = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
