import type { Log } from '../../base/log.ts';
import type { Pool } from '../../base/pool.ts';
import { AppError } from '../../contract/errors.ts';
import type { ImportItem, ImportOrigin, ImportSummary, ImportUndone, Look } from '../../contract/imports.ts';
import type { Params } from '../../contract/methods.ts';
import type { ImportId, LookId } from '../../contract/model.ts';
import type { KeptWatch, Store, WatchedFile } from '../../db/store.ts';
import type { EventBus } from '../events.ts';
import { askAgain } from './ask-again.ts';
import { bytesCandidate, type Candidate } from './candidate.ts';
import type { Courtesy } from './courtesy.ts';
import { followed, type Job, startJob } from './job.ts';
import { type LookItem, lookAt } from './look.ts';
import { nameOfPaths } from './names.ts';
import { pastImports } from './past-imports.ts';
import { createQueue } from './queue.ts';
import { type ReportedPaths, reportedPaths } from './reported-paths.ts';
import { uploadedImports } from './uploaded-imports.ts';
import { walk } from './walk.ts';
import { onlyFiles, type Wanted } from './wanted.ts';

export interface ImportDeps {
  readonly store: Store;
  readonly pool: Pool;
  readonly events: EventBus;
  readonly courtesy: Courtesy;
  readonly log: Log;
  readonly now: () => number;
  readonly samplesFolder: string;
  /** How long an import waits for its next upload before it is taken for abandoned: its page may be gone. */
  readonly uploadPatienceMs: number;
}

interface LookAtPaths {
  readonly signal: AbortSignal;
  readonly onItem: (item: LookItem) => void;
}

interface PathOptions {
  /** Put on everything that comes in. */
  readonly tags?: readonly string[];
  /** Kinds of files that are taken; absent: all. */
  readonly formats?: readonly string[] | undefined;
  readonly signal: AbortSignal;
  /** Called in order, after the transaction that holds the item. */
  readonly onItem: (item: ImportItem) => void;
}

/** Everything that brings files in. Each import runs by itself; several may run at once. */
export interface Imports {
  /** Imports files and folders. Resolves when all is stored, or when `signal` has ended it. */
  fromPaths(paths: readonly string[], options: PathOptions): Promise<ImportSummary>;
  /** Looks at files and folders as an import would, until `signal` ends it; nothing is stored. */
  look(paths: readonly string[], options: LookAtPaths): Promise<Look>;
  /** Starts an import of what has been looked at. @param onEnd called when nothing of it is needed any more */
  startLookedAt(
    name: string,
    candidates: AsyncIterable<Candidate>,
    options: Pick<StartOptions, 'formats' | 'tags' | 'given'>,
    onEnd: () => Promise<void>,
  ): Promise<ImportSummary>;
  /** Takes what failed in a past import once more, from where it came. @throws AppError `not-found`, `not-possible` */
  retry(id: ImportId, options: Omit<PathOptions, 'tags' | 'formats'>): Promise<ImportSummary>;
  /** Starts the same and returns at once. @throws AppError `not-found`, `not-possible` */
  startRetry(id: ImportId): Promise<ImportSummary>;
  /** Takes an import back: what it brought goes, what it changed is what it was. @throws AppError `not-found`, `not-possible` */
  undo(id: ImportId): Promise<ImportUndone>;
  /** Stops an import for a while, or lets it go on. One that is not running here is left alone. */
  pause(id: ImportId, isOn: boolean): null;
  /** Starts the same as `fromPaths` and returns at once. Cut off, it goes on when `takeUp` is called in the next life of the library. */
  startPaths(paths: readonly string[]): void;
  /** Takes files of a watched folder that no other program has taken, as one import. Resolves when it has begun, or nothing was left to take. */
  startWatched(folder: KeptWatch, files: readonly WatchedFile[]): Promise<void>;
  /** Goes on with imports that were cut off, as far as their files are on this computer. Resolves when all have started. */
  takeUp(): Promise<void>;
  /** Starts an import of the samples that ship with Tearsheet. */
  samples(): Promise<ImportSummary>;
  paste(pasted: Params<'imports.paste'>): Promise<{ readonly import: ImportSummary; readonly item: ImportItem }>;
  /** Opens an import that waits for uploads. */
  begin(name: string): Promise<ImportSummary>;
  /** Takes one upload of an open import. */
  receive(id: ImportId, request: Request): Promise<Response>;
  finish(id: ImportId): null;
  cancel(id: ImportId): null;
  /** A page of a report: see `Reads`. */
  readonly items: Store['importItems'];
  /** A report as lines of CSV. @throws AppError `not-found` */
  csv(id: ImportId): AsyncIterable<string>;
  /** Running ones as they stand now, and past ones; newest first. */
  list(): Promise<readonly ImportSummary[]>;
  /** Ends what runs before its end and waits for what is being written. */
  close(): Promise<void>;
}

export function createImports(deps: ImportDeps): Imports {
  const jobs = new Map<ImportId, Job>();
  /** Imports that failed, as they ended: where the library could not be written, it does not know. */
  const failed = new Map<ImportId, ImportSummary>();
  let takingUp: Promise<void> = Promise.resolve();
  let isClosed = false;

  const start = async (
    name: string,
    origin: ImportOrigin,
    candidates: AsyncIterable<Candidate>,
    {
      onItem = () => {},
      paths = null,
      given = paths,
      tags = [],
      formats,
      begun,
      cutOff,
      wanted,
      reported,
    }: StartOptions = {},
  ) => {
    const job = await startJob(deps, {
      ...{ name, origin, candidates, onItem, paths, given, tags, formats, begun, cutOff, wanted, reported },
    });
    jobs.set(job.id, job);
    const forget = () => jobs.delete(job.id);
    job.done.then(forget, () => {
      failed.set(job.id, job.summary());
      forget();
    });
    return job;
  };

  /** Folders are walked ahead of the import, so that the total is known early. */
  const startWalk = (paths: readonly string[], origin: ImportOrigin, name: string, options: StartOptions = {}) => {
    const sourceOf = origin === 'sample' ? ({ kind: 'sample', key: 'samples', name: 'Samples' } as const) : undefined;
    const queue = createQueue<Candidate>();
    const ready = start(name, origin, queue, options);
    void (async () => {
      const job = await ready;
      try {
        for await (const candidate of all(walk(paths, { sourceOf }), options.missing)) {
          if (job.signal.aborted) break;
          if (options.wanted && !options.wanted.mayHold(candidate.path)) continue;
          job.found([candidate]);
          queue.push(candidate);
        }
      } catch (error) {
        job.interrupt(String(error));
      } finally {
        job.counted();
        queue.end();
      }
    })().catch(() => queue.end());
    return ready;
  };

  const takeUp = async () => {
    for (const { import: cutOff, paths, given } of await askAgain(() => deps.store.takeUpImports())) {
      const reported = await reportedPaths(deps.store, cutOff.id);
      // Not begun, it is found cut off the next time.
      if (isClosed) return;
      const begun = { cutOff, reported, paths, given: given ?? paths, tags: cutOff.tags };
      // Of a watched folder only what has been taken is meant.
      const wanted = cutOff.origin === 'watched' ? { wanted: onlyFiles(paths) } : {};
      await startWalk(given ?? paths, cutOff.origin, cutOff.name, { ...begun, ...wanted });
    }
  };

  return {
    ...uploadedImports(deps, (name, candidates) => start(name, 'upload', candidates)),
    ...pastImports(deps, (paths, name, options) => startWalk(paths, 'paths', name, options)),
    async fromPaths(paths, { signal, onItem, tags = [], formats }) {
      return followed(
        await startWalk(paths, 'paths', nameOfPaths(paths), { onItem, given: paths, tags, formats }),
        signal,
      );
    },
    look: (paths, { signal, onItem }) =>
      lookAt({
        ...{ id: 0 as LookId, name: nameOfPaths(paths), candidates: walk(paths, { signal }), signal, onItem },
        onProgress: () => {},
        ...{ store: deps.store, pool: deps.pool },
      }),
    async startLookedAt(name, candidates, options, onEnd) {
      const job = await start(
        name,
        options.given ? 'paths' : 'upload',
        counted(candidates, () => job),
        options,
      );
      job.done.then(onEnd, onEnd);
      return job.summary();
    },
    pause(id, isOn) {
      jobs.get(id)?.pause(isOn);
      return null;
    },
    startPaths(paths) {
      startWalk(paths, 'paths', nameOfPaths(paths), { paths })
        .then((job) => job.done)
        .catch((error: unknown) => deps.log('error', 'an import failed', { error: String(error) }));
    },
    async startWatched(folder, files) {
      const given = [folder.path];
      const name = nameOfPaths(given);
      const start = { name, origin: 'watched', startedAt: deps.now(), given } as const;
      const taken = await askAgain(() => deps.store.takeWatched(folder.id, files, start));
      if (!taken) return;
      const { importId: begun, paths } = taken;
      const job = await startWalk(given, 'watched', name, { begun, given, paths, wanted: onlyFiles(paths) });
      job.done.catch((error: unknown) => deps.log('error', 'an import failed', { error: String(error) }));
    },
    takeUp() {
      takingUp = takeUp();
      return takingUp;
    },
    async samples() {
      return (await startWalk([deps.samplesFolder], 'sample', 'Samples')).summary();
    },
    async paste(pasted) {
      const [name, fileName, content] =
        'html' in pasted ? ['Pasted page', 'Pasted page.html', pasted.html] : ['Pasted text', '', pasted.text];
      const source = { kind: 'paste', key: 'paste', name: 'Pasted text' } as const;
      const bytes = new TextEncoder().encode(content);
      const items: ImportItem[] = [];
      const job = await start(
        name,
        'paste',
        one({
          ...bytesCandidate({ path: fileName, source, bytes, spoolFolder: deps.store.spoolFolder }),
          path: name,
          name: fileName,
        }),
        { onItem: (item) => items.push(item) },
      );
      const summary = await job.done;
      const [item] = items;
      if (!item) throw new AppError('cancelled', 'The text was not taken: the import was cancelled');
      return { import: summary, item };
    },
    cancel(id) {
      jobs.get(id)?.cancel();
      return null;
    },
    async list() {
      const stored = await deps.store.listImports();
      return stored.map((summary) => {
        const here = jobs.get(summary.id)?.summary() ?? failed.get(summary.id);
        return here ?? { ...summary, isElsewhere: summary.state === 'running' };
      });
    },
    async close() {
      isClosed = true;
      await takingUp.catch(() => {});
      for (const job of jobs.values()) job.interrupt('Tearsheet was closed');
      await Promise.allSettled([...jobs.values()].map((job) => job.done));
    },
  };
}

export interface StartOptions {
  readonly onItem?: PathOptions['onItem'];
  readonly tags?: readonly string[];
  readonly formats?: readonly string[] | undefined;
  /** What was given, if it can be tried again. */
  readonly given?: readonly string[] | null;
  /** What was asked for, and is known to lie nowhere. */
  readonly missing?: AsyncIterable<Candidate> | undefined;
  readonly wanted?: Wanted;
  /** Its number, where it is recorded already. */
  readonly begun?: ImportId;
  /** What was given, if the import is to go on after it was cut off. */
  readonly paths?: readonly string[] | null;
  readonly cutOff?: ImportSummary;
  /** Files that are left out, because the import has dealt with them before. */
  readonly reported?: ReportedPaths;
}

/** Tells a job of files as they are met. */
async function* counted(candidates: AsyncIterable<Candidate>, job: () => Job): AsyncGenerator<Candidate> {
  for await (const candidate of candidates) {
    job().found([candidate]);
    yield candidate;
  }
  job().counted();
}

async function* one<T>(item: T): AsyncGenerator<T> {
  yield item;
}

async function* all<T>(first: AsyncIterable<T>, then: AsyncIterable<T> | undefined): AsyncGenerator<T> {
  yield* first;
  if (then) yield* then;
}
