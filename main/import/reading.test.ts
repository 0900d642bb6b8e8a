import { afterEach, expect, test } from 'vitest';
import { createPool, type Pool } from '../../base/pool.ts';
import { story } from '../testing.ts';
import { readBatch } from './reading.ts';

const workerUrl = new URL('./mortal-worker.testing.ts', import.meta.url);
/** Long enough for a thread to start on a busy machine, and to read what does no harm. */
const LIMIT_MS = 6_000;

let pool: Pool;
const open = (): Pool => {
  pool = createPool({ workerUrl, size: 1, heapLimitMb: 128, callLimitMs: LIMIT_MS, idleMs: 60_000 });
  return pool;
};
afterEach(() => pool.close());

const file = (text: string) => ({ name: 'a.txt', bytes: Buffer.from(text), mediaType: null, url: null });
const harmful = (word: string) => file(story('Council meets', `The clerk read the word ${word} aloud.`));

test.each([
  ['read-for-ever', 'too-slow', `Reading it was given up. It took longer than ${LIMIT_MS / 1_000} seconds`],
  ['larger-than-memory', 'too-large', 'Reading it was given up. It took more memory than a file may'],
  ['unreadable-by-any-thread', 'reader-died', 'Reading it ended the reader (The worker ended)'],
])('a file that is %s is %s; those beside it are read', async (word, code, message) => {
  const before = file(story('Harbour reopens'));
  const after = file(story('Bridge toll ends'));
  expect(await readBatch(open(), [before, harmful(word), after])).toMatchObject([
    { ok: true, article: { draft: { title: 'Harbour reopens' } } },
    { ok: false, code, message },
    { ok: true, article: { draft: { title: 'Bridge toll ends' } } },
  ]);
});

test('what is being read when the reader is closed is no file’s fault', async () => {
  const reading = readBatch(open(), [harmful('read-for-ever'), file(story('Harbour reopens'))]);
  const rejected = expect(reading).rejects.toMatchObject({ reason: 'closed' });
  await pool.close();
  await rejected;
});
