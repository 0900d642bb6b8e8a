import { parentPort, workerData } from 'node:worker_threads';
import { serve } from '../base/port-rpc.ts';
import { workInBackground } from '../base/priority.ts';
import { AppError } from '../contract/errors.ts';
import type { PageRule } from '../contract/feed-look.ts';
import { type BatchFile, type BatchResult, ingestBatch } from './batch.ts';
import type { Answer } from './discover/index.ts';
import type { BookFiles } from './epub/book.ts';
import { type CutRequest, cutChapters } from './epub/cut.ts';
import { readBook } from './epub/read-book.ts';
import type { FeedReading } from './feed/reading.ts';
import { readImages } from './images/read-image.ts';
import { lookAtBatch } from './look.ts';
import type { Payload } from './types.ts';

/** What the thread is started with. */
export interface IngestWorkerData {
  /** Whether others are to be served first. */
  readonly isInBackground: boolean;
}

const data: IngestWorkerData | null = workerData;

if (!parentPort) throw new Error('The ingest worker runs in a worker thread');

if (data?.isInBackground) workInBackground();
serve(parentPort, async (method, params) => {
  // Both ends of this channel are ours.
  switch (method) {
    case 'ingest.batch': {
      const result = await ingestBatch(params as { readonly files: readonly BatchFile[] });
      return { result, transfer: bytesIn(result) };
    }
    case 'ingest.look':
      return { result: await lookAtBatch(params as { readonly files: readonly BatchFile[] }), transfer: [] };
    case 'ingest.feed': {
      const { readFetchedFeed } = await import('./feed/reading.ts');
      const { rule, ...fetched } = params as Payload & { readonly rule: PageRule | null };
      const file = rule ? (await import('./discover/picker/as-feed.ts')).pageAsFeed(fetched, rule) : fetched;
      const result = 'ok' in file ? file : readFetchedFeed(file);
      return { result, transfer: result.ok ? buffersOf(result) : [] };
    }
    case 'ingest.feed-view': {
      const { inspectFeed } = await import('./feed/inspect.ts');
      const { file, isRaw } = params as { readonly file: Payload; readonly isRaw: boolean };
      return { result: inspectFeed(file, isRaw), transfer: [] };
    }
    case 'ingest.discover': {
      const { discover } = await import('./discover/index.ts');
      return { result: discover(params as Answer), transfer: [] };
    }
    case 'ingest.icons': {
      const { iconsOf } = await import('./discover/icons-of.ts');
      return { result: iconsOf(params as Answer), transfer: [] };
    }
    case 'ingest.icon': {
      const { readIcon } = await import('./discover/read-icon.ts');
      return { result: readIcon(params as Uint8Array), transfer: [] };
    }
    case 'ingest.pick': {
      const { listsOn } = await import('./discover/picker/lists-on.ts');
      return { result: listsOn(params as Answer), transfer: [] };
    }
    case 'ingest.images':
      return { result: readImages(params as { readonly images: readonly Uint8Array[] }), transfer: [] };
    case 'ingest.book':
      return { result: readBook(params as BookFiles), transfer: [] };
    case 'ingest.chapters':
      return { result: cutChapters(params as CutRequest), transfer: [] };
    default:
      throw new AppError('unknown-method', `There is no method ${method}`);
  }
});

/** Bytes are handed over, not copied. */
const bytesIn = (results: readonly BatchResult[]): readonly ArrayBuffer[] =>
  results
    .flatMap((result) =>
      'article' in result ? [result.article.originalPacked, result.article.bodyPacked, result.article.index.body] : [],
    )
    .flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));

/** The entries of a feed are handed over, not copied. */
const buffersOf = ({ entries }: FeedReading): readonly ArrayBuffer[] =>
  entries.flatMap(({ payload: { bytes } }) => (bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []));
