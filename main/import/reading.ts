import type { Pool } from '../../base/pool.ts';
import type { SaveItem } from '../../db/store.ts';
import type { BatchFile, BatchResult } from '../../ingest/batch.ts';
import type { Beside } from './beside.ts';
import { isRefusal, type Refusal, type SourceKey } from './candidate.ts';
import { type Loss, oneByOneWhenLost } from './one-by-one.ts';
import type { ReadFile } from './run.ts';

/** One file, read: an article ready to be written, or why there is none; and where its pictures may lie. */
export type Reading = SaveItem & { readonly beside?: Beside | null };

/** What a file is read for: how the report names it, and where it belongs. */
interface Place {
  readonly path: string;
  readonly source: SourceKey;
  readonly beside: Beside | null;
  readonly isChance: boolean;
}

/** Files that are made of files that are made of files: deeper ones are not looked into. */
const MAX_DEPTH = 4;
/** The parts of one file go to the workers in portions. */
const PORTION_FILES = 100;
const PORTION_BYTES = 2 * 1024 * 1024;

/**
 * Turns a batch of files into readings, in order, in one worker of the pool. A file that is made of several is taken apart, and its parts stand in its place.
 * When the worker dies of one of them, all are read again one by one, so that only the one it died of is lost.
 */
export async function ingestBatch(pool: Pool, files: readonly ReadFile[]): Promise<readonly Reading[]> {
  const readable = files.flatMap(({ candidate, content }) =>
    isRefusal(content) ? [] : [{ ...candidate.told, name: candidate.name, bytes: content }],
  );
  const results = (await readBatch(pool, readable)).values();
  const readings: Reading[] = [];
  for (const { candidate, content } of files) {
    const { path, source, beside, isChance = false } = candidate;
    if (isRefusal(content)) readings.push({ path, source, refusal: content });
    else readings.push(...(await readingsOf(pool, { path, source, beside, isChance }, results.next().value, 0)));
  }
  return readings;
}

async function readingsOf(
  pool: Pool,
  place: Place,
  result: BatchResult | undefined,
  depth: number,
): Promise<readonly Reading[]> {
  if (!result) throw new Error('The ingest worker answered fewer files than it was given');
  const { path, source } = place;
  if (!result.ok) {
    const { code, message } = result;
    const isLeftOut = code === 'not-an-article' || (place.isChance && NO_ARTICLE.has(code));
    return [{ path, source, refusal: { status: isLeftOut ? 'skipped' : 'failed', code, message } }];
  }
  if ('article' in result)
    return [{ path, source, beside: place.beside, article: { ...result.article, files: new Map() } }];
  if ('feeds' in result) return [{ path, source, feeds: result.feeds }];
  if (depth >= MAX_DEPTH) return [{ path, source, refusal: TOO_NESTED }];
  if (result.entries.length === 0) return [{ path, source, refusal: NOTHING_IN_IT }];
  const readings: Reading[] = [];
  for (const portion of portionsOf(result.entries)) {
    const parts = await readBatch(pool, portion);
    for (const [nth, { name }] of portion.entries())
      readings.push(...(await readingsOf(pool, { ...place, path: `${path}/${name}` }, parts[nth], depth + 1)));
  }
  return readings;
}

/** What is said of files that are whole and hold nothing to be read. */
const NO_ARTICLE: ReadonlySet<string> = new Set(['empty', 'only-furniture']);

const TOO_NESTED: Refusal = {
  status: 'failed',
  code: 'too-deep',
  message: 'Its parts are files made of parts again, deeper than is looked into',
};

const NOTHING_IN_IT: Refusal = { status: 'skipped', code: 'not-an-article', message: 'There is no article in it' };

function* portionsOf(files: readonly BatchFile[]): Generator<readonly BatchFile[]> {
  let portion: BatchFile[] = [];
  let bytes = 0;
  for (const file of files) {
    portion.push(file);
    bytes += file.bytes.byteLength;
    if (portion.length < PORTION_FILES && bytes < PORTION_BYTES) continue;
    yield portion;
    portion = [];
    bytes = 0;
  }
  if (portion.length > 0) yield portion;
}

/** Files to articles, parts or refusals, in order. Only the file a worker dies of, or is given up for, is lost. */
export const readBatch = (pool: Pool, files: readonly BatchFile[]): Promise<readonly BatchResult[]> =>
  oneByOneWhenLost(
    files,
    async (some) => (await pool.call('ingest.batch', { files: some })) as readonly BatchResult[],
    givenUp,
  );

function givenUp({ message, reason }: Loss): BatchResult {
  switch (reason) {
    case 'time':
      return { ok: false, code: 'too-slow', message: `Reading it was given up. ${message}` };
    case 'memory':
      return { ok: false, code: 'too-large', message: 'Reading it was given up. It took more memory than a file may' };
    case 'crash':
      return { ok: false, code: 'reader-died', message: `Reading it ended the reader (${message})` };
  }
}
