import type { Pool } from '../../base/pool.ts';
import type { SaveItem } from '../../db/store.ts';
import type { BatchFile, BatchResult } from '../../ingest/batch.ts';
import type { Beside } from './beside.ts';
import { isRefusal } from './candidate.ts';
import { type Loss, oneByOneWhenLost } from './one-by-one.ts';
import type { ReadFile } from './run.ts';

/** One file, read: an article ready to be written, or why there is none; and where its pictures may lie. */
export type Reading = SaveItem & { readonly beside?: Beside | null };

/**
 * Turns a batch of files into readings, in order, in one worker of the pool.
 * When the worker dies of one of them, all are read again one by one, so that only the one it died of is lost.
 */
export async function ingestBatch(pool: Pool, files: readonly ReadFile[]): Promise<readonly Reading[]> {
  const readable = files.flatMap(({ candidate, content }) =>
    isRefusal(content) ? [] : [{ name: candidate.name, bytes: content, mediaType: null, url: null }],
  );
  const results = (await readBatch(pool, readable)).values();
  return files.map(({ candidate, content }): Reading => {
    const { path, source, beside } = candidate;
    if (isRefusal(content)) return { path, source, refusal: content };
    const result = results.next().value;
    if (!result) throw new Error('The ingest worker answered fewer files than it was given');
    if (result.ok) return { path, source, beside, article: { ...result.article, files: new Map() } };
    const { code, message } = result;
    const status = code === 'not-an-article' ? 'skipped' : 'failed';
    return { path, source, refusal: { status, code, message } };
  });
}

/** Files to articles or refusals, in order. Only the file a worker dies of, or is given up for, is lost. */
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
