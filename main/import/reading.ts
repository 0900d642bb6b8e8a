import type { Callable } from '../../base/pool.ts';
import type { SaveItem } from '../../db/store.ts';
import type { BatchFile, BatchRefusal, BatchResult } from '../../ingest/batch.ts';
import type { LookResult } from '../../ingest/look.ts';
import type { Unfolded } from '../../ingest/types.ts';
import type { Beside } from './beside.ts';
import type { SourceKey } from './candidate.ts';
import { type Loss, oneByOneWhenLost } from './one-by-one.ts';
import { failed, isRefusal, NOTHING_IN_IT, type Refusal } from './refusal.ts';
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

/** What a worker makes of a file, be it read or only looked at. */
type Answer<R> = R | Unfolded | BatchRefusal;

/** Files that are made of files that are made of files: deeper ones are not looked into. */
const MAX_DEPTH = 4;
/** Portions of one file that are read at once: a large feed is alone in its import, and there are several workers. */
const AT_ONCE = 2;
/** The parts of one file go to the workers in portions. */
const PORTION_FILES = 100;
const PORTION_BYTES = 2 * 1024 * 1024;

/** Turns a batch of files into readings, in order, in one worker of the pool. */
export async function ingestBatch(pool: Callable, files: readonly ReadFile[]): Promise<readonly Reading[]> {
  const answers = await takenApart(files, (some) => readBatch(pool, some));
  return answers.map(([{ path, source, beside }, answer]): Reading => {
    if ('status' in answer) return { path, source, refusal: answer };
    if ('feeds' in answer) return { path, source, feeds: answer.feeds };
    return { path, source, beside, article: { ...answer.article, files: new Map() } };
  });
}

/**
 * Asks about a batch of files, in order. A file that is made of several is taken apart, and its parts stand in its place.
 * @param ask answers files, in order
 */
export async function takenApart<R extends { readonly ok: true }>(
  files: readonly ReadFile[],
  ask: (files: readonly BatchFile[]) => Promise<readonly Answer<R>[]>,
): Promise<readonly (readonly [Place, R | Refusal])[]> {
  const readable = files.flatMap(({ candidate, content }) =>
    isRefusal(content) ? [] : [{ ...candidate.told, name: candidate.name, bytes: content }],
  );
  const answers = (await ask(readable)).values();

  const parted = async (
    place: Place,
    answer: Answer<R> | undefined,
    depth: number,
  ): Promise<readonly (readonly [Place, R | Refusal])[]> => {
    if (!answer) throw new Error('The ingest worker answered fewer files than it was given');
    if (!answer.ok) {
      const { code, message } = answer;
      const isLeftOut = code === 'not-an-article' || (place.isChance && NO_ARTICLE.has(code));
      return [[place, { status: isLeftOut ? 'skipped' : 'failed', code, message }]];
    }
    if (!('entries' in answer)) return [[place, answer]];
    if (depth >= MAX_DEPTH) return [[place, TOO_NESTED]];
    if (answer.entries.length === 0) return [[place, NOTHING_IN_IT]];
    const all: (readonly [Place, R | Refusal])[] = [];
    const portions = [...portionsOf(answer.entries)];
    for (let at = 0; at < portions.length; at += AT_ONCE) {
      const some = portions.slice(at, at + AT_ONCE);
      const parts = (await Promise.all(some.map(ask))).flat();
      for (const [nth, { name }] of some.flat().entries())
        all.push(...(await parted({ ...place, path: `${place.path}/${name}` }, parts[nth], depth + 1)));
    }
    return all;
  };

  const all: (readonly [Place, R | Refusal])[] = [];
  for (const { candidate, content } of files) {
    const { path, source, beside, isChance = false } = candidate;
    const place = { path, source, beside, isChance };
    if (isRefusal(content)) all.push([place, content]);
    else all.push(...(await parted(place, answers.next().value, 0)));
  }
  return all;
}

/** What is said of files that are whole and hold nothing to be read. */
const NO_ARTICLE: ReadonlySet<string> = new Set(['empty', 'only-furniture']);

const TOO_NESTED = failed('too-deep', 'Its parts are files made of parts again, deeper than is looked into');

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

/** Files to articles, parts or refusals, in order. When a worker dies of one of them, all are read again one by one: only the file a worker dies of, or is given up for, is lost. */
export const readBatch = (pool: Callable, files: readonly BatchFile[]): Promise<readonly BatchResult[]> =>
  oneByOneWhenLost(
    files,
    async (some) => (await pool.call('ingest.batch', { files: some })) as readonly BatchResult[],
    givenUp,
  );

/** The same for files that are only looked at. */
export const lookAtBatch = (pool: Callable, files: readonly BatchFile[]): Promise<readonly LookResult[]> =>
  oneByOneWhenLost(
    files,
    async (some) => (await pool.call('ingest.look', { files: some })) as readonly LookResult[],
    givenUp,
  );

function givenUp({ message, reason }: Loss): BatchRefusal {
  switch (reason) {
    case 'time':
      return { ok: false, code: 'too-slow', message: `Reading it was given up. ${message}` };
    case 'memory':
      return { ok: false, code: 'too-large', message: 'Reading it was given up. It took more memory than a file may' };
    case 'crash':
      return { ok: false, code: 'reader-died', message: `Reading it ended the reader (${message})` };
  }
}
