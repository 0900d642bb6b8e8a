import { AppError } from '../../contract/errors.ts';
import type { Arriving } from '../../contract/events.ts';
import type { ImportCounts, ImportItem, ImportOrigin, ImportState, ImportSummary } from '../../contract/imports.ts';
import type { ImportId } from '../../contract/model.ts';
import { askAgain } from './ask-again.ts';
import type { Candidate } from './candidate.ts';
import type { Container } from './containers/container.ts';
import { expand, isHolder } from './containers/expand.ts';
import type { ImportDeps } from './imports.ts';
import { createPause } from './pause.ts';
import { withPictures } from './pictures.ts';
import { ingestBatch, type Reading } from './reading.ts';
import type { ReportedPaths } from './reported-paths.ts';
import { runImport } from './run.ts';
import { ALL_WANTED, type Wanted } from './wanted.ts';

const PROGRESS_MS = 250;

/** One import while it runs. */
export interface Job {
  readonly id: ImportId;
  readonly signal: AbortSignal;
  /** Resolves with the final summary. Rejects when the store could not be written. */
  readonly done: Promise<ImportSummary>;
  summary(): ImportSummary;
  /** Counts files that have been met. Of one that holds files nobody knows how many until it is open. */
  found(files: readonly Candidate[]): void;
  /** Tells of a file that is on its way here. @param totalBytes 0 when it is not known */
  arrives(totalBytes: number): Arrival;
  /** All there is has been met. */
  counted(): void;
  /** Stops taking files up, or goes on; what is under way is still stored. */
  pause(isOn: boolean): void;
  /** Ends it by the person's will; what is under way is still stored. */
  cancel(): void;
  /** Ends it before its end, for a reason that is nobody's will; what is under way is still stored. */
  interrupt(reason: string): void;
}

/** A file on its way. */
interface Arrival {
  more(bytes: number): void;
  readonly end: () => void;
}

type Counts = { -readonly [K in keyof ImportCounts]: number };

const NOTHING_YET: ImportCounts = { imported: 0, duplicate: 0, updated: 0, skipped: 0, failed: 0 };

interface JobOptions {
  readonly name: string;
  /** Put on everything it brings. */
  readonly tags: readonly string[];
  /** What was given to it, if it can be tried again. */
  readonly given: readonly string[] | null;
  /** Kinds of files that are taken, as the report names them; absent: all. Files that could not be read are said all the same. */
  readonly formats?: readonly string[] | undefined;
  /** What of it is taken; absent: all. */
  readonly wanted?: Wanted | undefined;
  readonly origin: ImportOrigin;
  readonly candidates: AsyncIterable<Candidate>;
  readonly onItem: (item: ImportItem) => void;
  /** What was given to it, if it can go on from that after it was cut off. */
  readonly paths: readonly string[] | null;
  /** Its number, where it is recorded already. */
  readonly begun?: ImportId | undefined;
  /** The import it goes on with, as it stood when it was cut off. */
  readonly cutOff?: ImportSummary | undefined;
  /** What that import has dealt with: it is left out, be it a file, or a part of one. */
  readonly reported?: ReportedPaths | undefined;
}

const isOfKind = (reading: Reading, formats: readonly string[] | undefined): boolean =>
  !formats || 'refusal' in reading || formats.includes('article' in reading ? reading.article.format : 'opml');

/** Records an import and starts it; one that was cut off goes on under its own number. */
export async function startJob(
  deps: ImportDeps,
  {
    name,
    tags,
    given,
    formats,
    wanted = ALL_WANTED,
    origin,
    candidates,
    onItem,
    paths,
    begun,
    cutOff,
    reported: dealtWith,
  }: JobOptions,
): Promise<Job> {
  const { store, pool, events, courtesy, log, now } = deps;
  const begunAt = now();
  const startedAt = cutOff?.startedAt ?? begunAt;
  const id = cutOff?.id ?? begun ?? (await store.startImport({ name, origin, startedAt, paths, given, tags }));
  const abort = new AbortController();
  /** Ends what takes files apart, when nobody waits for what is in them any more. */
  const reading = new AbortController();
  const counts: Counts = { ...(cutOff?.counts ?? NOTHING_YET) };
  let reported = Object.values(counts).reduce((a, b) => a + b, 0);
  let state: ImportState = 'running';
  let endState: ImportState = 'done';
  let finishedAt: number | null = null;
  let problem: string | null = null;
  let total = 0;
  let taken = 0;
  let lastTold = 0;
  let isMet = false;
  /** Files that hold files nobody has counted yet. */
  let uncounted = 0;
  const pause = createPause();

  const summary = (): ImportSummary => ({
    id,
    name,
    origin,
    state,
    startedAt,
    finishedAt,
    total: Math.max(total, reported),
    counts: { ...counts },
    problem,
    isElsewhere: false,
    tags,
    undoneAt: null,
    canRetry: given !== null && counts.failed > 0,
    isPaused: pause.isOn,
    isCounted: isMet && uncounted === 0,
  });

  const onTheWay = new Set<{ bytes: number; readonly totalBytes: number }>();
  const arriving = (): { readonly arriving?: Arriving } => {
    const all = [...onTheWay].filter(({ bytes }) => bytes > 0);
    if (all.length === 0) return {};
    const sum = (key: 'bytes' | 'totalBytes') => all.reduce((total, each) => total + each[key], 0);
    return { arriving: { bytes: sum('bytes'), totalBytes: sum('totalBytes') } };
  };

  const tell = () => {
    lastTold = now();
    const seconds = Math.max(lastTold - begunAt, 1) / 1000;
    events.emit({
      type: 'import.progress',
      import: summary(),
      filesPerSecond: Math.round(taken / seconds),
      ...arriving(),
    });
  };

  const onSaved = (items: readonly ImportItem[]) => {
    for (const item of items) {
      counts[item.status]++;
      onItem(item);
    }
    taken += items.length;
    if (items.some(({ status }) => status === 'imported' || status === 'updated')) events.articlesChanged();
    if (now() - lastTold >= PROGRESS_MS) tell();
  };

  const finish = async (end: ImportState) => {
    state = end;
    const at = now();
    finishedAt = at;
    try {
      await askAgain(() => store.finishImport({ id, state: end, finishedAt: at, total: summary().total, problem }));
    } finally {
      tell();
      events.articlesChanged();
    }
    return summary();
  };

  const save = async (readings: readonly Reading[]): Promise<readonly ImportItem[]> => {
    const saved: ImportItem[] = [];
    // Of a file that holds several articles only some may have been stored.
    const left = dealtWith ? readings.filter(({ path }) => !dealtWith.take(path)) : readings;
    for await (const items of withPictures(deps, left)) {
      const batch = { importId: id, tags, items, addedAt: now(), found: total, reported };
      const lines = await askAgain(() => store.saveArticles(batch));
      reported += lines.length;
      saved.push(...lines);
    }
    return saved;
  };

  const open = new Set<Pick<Container, 'close'>>();
  async function* among(all: AsyncIterable<Candidate>): AsyncGenerator<Candidate> {
    for await (const candidate of all) {
      await pause.over();
      if (abort.signal.aborted) return;
      if (wanted.mayHold(candidate.path)) yield candidate;
      else await candidate.done?.();
    }
  }

  const counting = {
    found(more: number) {
      total += more;
    },
    holders(more: number) {
      uncounted += more;
    },
  };

  const run = async (): Promise<ImportSummary> => {
    try {
      await runImport({
        candidates: without(
          dealtWith,
          among(
            expand(among(candidates), {
              ...{ pool: pool.until(reading.signal), signal: reading.signal },
              ...{ spoolFolder: store.spoolFolder, open },
              ...counting,
            }),
          ),
        ),
        ingest: async (files) => {
          await pause.over();
          return (await courtesy.turn(() => ingestBatch(pool, files))).filter(
            (reading) => wanted.has(reading.path) && isOfKind(reading, formats),
          );
        },
        save,
        onSaved,
        signal: abort.signal,
        giveUp: () => reading.abort(),
      });
    } catch (error) {
      log('error', 'an import ended early', { error: String(error) });
      abort.abort();
      // What could not be stored stays unsaid in the report, so the import is marked as not finished; the caller is told why.
      problem = error instanceof AppError ? error.message : String(error);
      await finish('interrupted').catch(() => {});
      throw error;
    } finally {
      await Promise.allSettled([...open].map((container) => container.close()));
    }
    return finish(endState);
  };

  const end = (as: ImportState, why: string | null) => {
    if (abort.signal.aborted) return;
    endState = as;
    problem = why;
    abort.abort();
    pause.end();
  };

  tell();
  const done = run();
  done.catch(() => {});
  return {
    id,
    signal: abort.signal,
    done,
    summary,
    found(files) {
      counting.found(files.length);
      counting.holders(files.filter(isHolder).length);
    },
    arrives(totalBytes) {
      const file = { bytes: 0, totalBytes };
      onTheWay.add(file);
      return {
        more(bytes) {
          file.bytes += bytes;
          if (state === 'running' && now() - lastTold >= PROGRESS_MS) tell();
        },
        end: () => void onTheWay.delete(file),
      };
    },
    counted() {
      isMet = true;
    },
    pause(isOn) {
      pause.set(isOn);
      tell();
    },
    cancel: () => end('cancelled', null),
    interrupt(reason) {
      log('warn', 'an import does not come to its end', { reason });
      end('interrupted', reason);
    },
  };
}

/** Waits for a job, and ends it when whoever waits gives up. */
export function followed(job: Job, signal: AbortSignal): Promise<ImportSummary> {
  if (signal.aborted) job.cancel();
  signal.addEventListener('abort', () => job.cancel(), { once: true });
  return job.done;
}

/** What is left of files when those that have been dealt with are taken out, wherever they lie. */
async function* without(dealtWith: ReportedPaths | undefined, candidates: AsyncIterable<Candidate>) {
  for await (const candidate of candidates) {
    if (dealtWith?.take(candidate.path)) await candidate.done?.();
    else yield candidate;
  }
}
