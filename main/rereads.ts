import type { Log } from '../base/log.ts';
import type { Pool } from '../base/pool.ts';
import type { ArticleId, RereadProgress } from '../contract/model.ts';
import { everywhere } from '../contract/query.ts';
import type { PreparedArticle, Store } from '../db/store.ts';
import type { BatchFile } from '../ingest/batch.ts';
import type { EventBus } from './events.ts';
import type { Courtesy } from './import/courtesy.ts';
import { readBatch } from './import/reading.ts';
import { asFile, ifThere } from './originals.ts';

/** Why an article stays as it is: today's rules see none in its original. */
interface Left {
  readonly id: ArticleId;
  readonly code: string;
  readonly message: string;
}

interface RereadOptions {
  readonly signal: AbortSignal;
  /** Called after each transaction. */
  readonly onProgress?: (progress: RereadProgress) => void;
  readonly onLeft?: (left: Left) => void;
}

/** Makes articles anew from their kept originals with today's rules. Tags, state, dates added and undo stay as they are. */
export interface Rereads {
  /** All articles, those in the trash too. Ends early, with what was done until then, when `signal` aborts. */
  all(options: RereadOptions): Promise<RereadProgress>;
  /** Starts the same for whoever looks on, unless it runs already. */
  start(): Promise<RereadProgress>;
  cancel(): null;
  /** How far it is, or how it ended; null when none was started. */
  progress(): RereadProgress | null;
  /** Ends what runs and waits for what is being written. */
  close(): Promise<void>;
}

/** A batch is one transaction, for which other changes wait. */
const BATCH_ARTICLES = 100;
const BATCH_BYTES = 2 * 1024 * 1024;

interface RereadDeps {
  readonly store: Store;
  readonly pool: Pool;
  readonly events: EventBus;
  readonly courtesy: Courtesy;
  readonly log: Log;
}

export function createRereads({ store, pool, events, courtesy, log }: RereadDeps): Rereads {
  let latest: RereadProgress | null = null;
  let running: { readonly abort: AbortController; readonly done: Promise<unknown> } | null = null;

  const countAll = async (): Promise<number> => {
    const shelves = (['library', 'trash'] as const).map((shelf) => store.countArticles({ ...everywhere, shelf }));
    return (await Promise.all(shelves)).reduce((a, b) => a + b, 0);
  };

  const all = async ({ signal, onProgress, onLeft }: RereadOptions): Promise<RereadProgress> => {
    let progress: RereadProgress = { state: 'running', total: await countAll(), done: 0, left: 0 };
    const tell = (change: Partial<RereadProgress>) => {
      progress = { ...progress, ...change };
      onProgress?.(progress);
    };
    tell({});
    for await (const batch of batches(store, signal)) {
      const left = await courtesy.turn(() => rereadBatch(store, pool, batch));
      for (const each of left) onLeft?.(each);
      tell({ done: progress.done + batch.length, left: progress.left + left.length });
      events.articlesChanged();
    }
    tell({ state: signal.aborted ? 'cancelled' : 'done' });
    return progress;
  };

  return {
    all,
    async start() {
      if (running && latest) return latest;
      const abort = new AbortController();
      const onProgress = (progress: RereadProgress) => {
        latest = progress;
        events.emit({ type: 'reread.progress', reread: progress });
      };
      latest = { state: 'running', total: 0, done: 0, left: 0 };
      const done = all({ signal: abort.signal, onProgress })
        .catch((error: unknown) => {
          log('error', 'reading everything again ended early', { error: String(error) });
          if (latest) onProgress({ ...latest, state: 'failed' });
        })
        .finally(() => {
          running = null;
        });
      running = { abort, done };
      return latest;
    },
    cancel() {
      running?.abort.abort();
      return null;
    },
    progress: () => latest,
    async close() {
      running?.abort.abort();
      await running?.done;
    },
  };
}

interface Kept {
  readonly id: ArticleId;
  readonly file: BatchFile;
}

/** Articles with their originals, in the order of their ids: what is added meanwhile comes last, and is met too. */
async function* batches(store: Store, signal: AbortSignal): AsyncGenerator<readonly Kept[]> {
  let after = 0 as ArticleId;
  let batch: Kept[] = [];
  let bytes = 0;
  for (;;) {
    const ids = await store.articleIds(after, BATCH_ARTICLES);
    for (const id of ids) {
      if (signal.aborted) return;
      // The article may have gone meanwhile.
      const original = await ifThere(store.getOriginal(id));
      if (!original) continue;
      const file = asFile(original);
      batch.push({ id, file });
      bytes += file.bytes.byteLength;
      if (batch.length < BATCH_ARTICLES && bytes < BATCH_BYTES) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
  }
  if (batch.length > 0 && !signal.aborted) yield batch;
}

/** @returns those that stay as they are */
async function rereadBatch(store: Store, pool: Pool, batch: readonly Kept[]): Promise<readonly Left[]> {
  const results = await readBatch(
    pool,
    batch.map(({ file }) => file),
  );
  const read: { readonly id: ArticleId; readonly prepared: PreparedArticle }[] = [];
  const left: Left[] = [];
  for (const [nth, { id }] of batch.entries()) {
    const result = results[nth];
    if (result?.ok && 'article' in result) read.push({ id, prepared: { ...result.article, files: new Map() } });
    else if (result && !result.ok) left.push({ id, code: result.code, message: result.message });
  }
  await store.replaceContents(read);
  return left;
}
