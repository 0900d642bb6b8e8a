import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackStrings } from '../base/pack.ts';
import { createPool } from '../base/pool.ts';
import type { ArticleDraft, ListedFeed, SafeHtml } from '../contract/model.ts';
import type { FeedView } from '../ingest/feed/inspect-view.ts';
import { FILE_LIMIT_MS, HEAP_LIMIT_MB } from '../ingest/limits.ts';
import type { Payload, Told } from '../ingest/types.ts';
import type { IngestWorkerData } from '../ingest/worker.ts';
import { type Candidate, fileCandidate } from './import/candidate.ts';
import type { Container } from './import/containers/container.ts';
import { expand } from './import/containers/expand.ts';
import { ingestBatch, type Reading } from './import/reading.ts';
import { isRefusal } from './import/refusal.ts';
import type { ReadFile } from './import/run.ts';
import { singleFiles, walk } from './import/walk.ts';

export type Inspection =
  | { readonly ok: true; readonly format: 'opml'; readonly feeds: readonly ListedFeed[] }
  | { readonly ok: true; readonly format: 'feed'; readonly feed: FeedView }
  | { readonly ok: true; readonly format: string; readonly draft: ArticleDraft }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** An article, as the report of an import would name it, or why there is none. */
export interface Inspected {
  readonly path: string;
  readonly inspection: Inspection;
}

/** Says what an import would make of files, with its limits; nothing is stored, and no library is needed. */
export interface Inspector {
  /** One file: one article, one feed, or all that it holds. */
  file(path: string, told: Told): Promise<readonly Inspected[]>;
  /** Every article at or below the paths, in the order an import would take them. */
  paths(paths: readonly string[], url: string | null): AsyncGenerator<Inspected>;
  close(): Promise<void>;
}

/** @param isRaw shows the HTML of feeds as it was before it was made safe */
export function createInspector(workerUrl: URL, isRaw = false): Inspector {
  const pool = createPool({
    workerUrl,
    size: 1,
    workerData: { isInBackground: false } satisfies IngestWorkerData,
    heapLimitMb: HEAP_LIMIT_MB,
    callLimitMs: FILE_LIMIT_MS,
    idleMs: FILE_LIMIT_MS,
  });
  const spoolFolder = join(tmpdir(), `tearsheet-inspect-${process.pid}`);
  const open = new Set<Pick<Container, 'close'>>();

  /** What a worker dies of, or does not finish in time, is told by what an import would say of it. */
  const feedIn = async ({ told, name }: Candidate, content: ReadFile['content']): Promise<FeedView | null> => {
    if (isRefusal(content) || !mayBeFeed(content)) return null;
    const file: Payload = { ...told, name, bytes: content };
    return (await pool.call('ingest.feed-view', { file, isRaw }).catch(() => null)) as FeedView | null;
  };

  async function* inspect(candidates: AsyncIterable<Candidate>): AsyncGenerator<Inspected> {
    const options = { pool, spoolFolder, open, signal: null, found: () => {}, holders: () => {} };
    for await (const candidate of expand(candidates, options)) {
      const content = await candidate.read();
      const feed = await feedIn(candidate, content);
      if (feed) yield { path: candidate.path, inspection: { ok: true, format: 'feed', feed } };
      else
        for (const reading of await ingestBatch(pool, [{ candidate, content }]))
          yield { path: reading.path, inspection: whole(reading) };
      await candidate.done?.();
    }
  }

  return {
    async file(path, told) {
      const all: Inspected[] = [];
      for await (const inspected of inspect(one(fileCandidate({ path, source: singleFiles, told }))))
        all.push(inspected);
      return all;
    },
    paths: (paths, url) => inspect(withUrl(walk(paths), url)),
    async close() {
      await Promise.allSettled([...open].map((container) => container.close()));
      await pool.close();
      await rm(spoolFolder, { recursive: true, force: true });
    },
  };
}

async function* one(candidate: Candidate): AsyncGenerator<Candidate> {
  yield candidate;
}

async function* withUrl(candidates: AsyncIterable<Candidate>, url: string | null): AsyncGenerator<Candidate> {
  for await (const candidate of candidates) yield { ...candidate, told: { ...candidate.told, url } };
}

/** What begins like neither XML nor JSON in any encoding is no feed. */
const mayBeFeed = (bytes: Uint8Array): boolean =>
  /^[^\x21-\x7e]*[<{]/.test(Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1'));

const LOOKED_AT = 1_024;

/** The draft as it was before its body was packed for the store. */
function whole(reading: Reading): Inspection {
  if ('refusal' in reading) return { ok: false, code: reading.refusal.code, message: reading.refusal.message };
  if ('feeds' in reading) return { ok: true, format: 'opml', feeds: reading.feeds };
  const { article } = reading;
  const [text = '', html = ''] = unpackStrings(article.bodyPacked);
  // What was packed had come from the sanitiser.
  return { ok: true, format: article.format, draft: { ...article.draft, text, html: html as SafeHtml } };
}
