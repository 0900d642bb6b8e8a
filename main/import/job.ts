import type {
  ImportCounts,
  ImportId,
  ImportItem,
  ImportOrigin,
  ImportState,
  ImportSummary,
} from '../../contract/model.ts';
import type { Candidate } from './candidate.ts';
import type { ImportDeps } from './imports.ts';
import { withPictures } from './pictures.ts';
import { ingestBatch, type Reading } from './reading.ts';
import { runImport } from './run.ts';

const PROGRESS_MS = 250;

/** One import while it runs. */
export interface Job {
  readonly id: ImportId;
  readonly signal: AbortSignal;
  /** Resolves with the final summary. Rejects when the store could not be written. */
  readonly done: Promise<ImportSummary>;
  summary(): ImportSummary;
  /** Counts files that have been met. */
  found(count: number): void;
  /** Ends it by the person's will; what is under way is still stored. */
  cancel(): void;
  /** Ends it because its files no longer come. */
  interrupt(reason: string): void;
}

interface JobOptions {
  readonly name: string;
  readonly origin: ImportOrigin;
  readonly candidates: AsyncIterable<Candidate>;
  readonly onItem: (item: ImportItem) => void;
}

/** Records an import and starts it. */
export async function startJob(deps: ImportDeps, { name, origin, candidates, onItem }: JobOptions): Promise<Job> {
  const { store, pool, events, courtesy, log, now } = deps;
  const startedAt = now();
  const id = await store.startImport({ name, origin, startedAt });
  const abort = new AbortController();
  const counts: { -readonly [K in keyof ImportCounts]: number } = {
    imported: 0,
    duplicate: 0,
    updated: 0,
    skipped: 0,
    failed: 0,
  };
  let state: ImportState = 'running';
  let endState: ImportState = 'done';
  let finishedAt: number | null = null;
  let total = 0;
  let taken = 0;
  let lastTold = 0;

  const summary = (): ImportSummary => ({
    id,
    name,
    origin,
    state,
    startedAt,
    finishedAt,
    total,
    counts: { ...counts },
  });

  const tell = () => {
    lastTold = now();
    const seconds = Math.max(lastTold - startedAt, 1) / 1000;
    events.emit({ type: 'import.progress', import: summary(), filesPerSecond: Math.round(taken / seconds) });
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
    finishedAt = now();
    await store.finishImport({ id, state: end, finishedAt, total: Math.max(total, taken) });
    tell();
    events.articlesChanged();
    return summary();
  };

  const save = async (readings: readonly Reading[]): Promise<readonly ImportItem[]> => {
    const saved: ImportItem[] = [];
    for await (const items of withPictures(deps, readings))
      saved.push(...(await store.saveArticles({ importId: id, items, addedAt: now() })));
    return saved;
  };

  const run = async (): Promise<ImportSummary> => {
    try {
      await runImport({
        candidates,
        ingest: async (files) => {
          await courtesy.turn();
          return ingestBatch(pool, files);
        },
        save,
        onSaved,
        signal: abort.signal,
      });
    } catch (error) {
      log('error', 'an import ended early', { error: String(error) });
      abort.abort();
      // What could not be stored stays unsaid in the report, so the import is marked as not finished; the caller is told why.
      await finish('interrupted').catch(() => {});
      throw error;
    }
    return finish(endState);
  };

  const end = (as: ImportState) => {
    if (!abort.signal.aborted) endState = as;
    abort.abort();
  };

  tell();
  const done = run();
  done.catch(() => {});
  return {
    id,
    signal: abort.signal,
    done,
    summary,
    found(count) {
      total += count;
    },
    cancel: () => end('cancelled'),
    interrupt(reason) {
      log('warn', 'the files of an import no longer come', { reason });
      end('interrupted');
    },
  };
}
