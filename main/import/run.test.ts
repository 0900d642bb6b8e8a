import { expect, test } from 'vitest';
import type { ImportItem } from '../../contract/imports.ts';
import { NOTHING_TOLD } from '../../ingest/types.ts';
import type { Candidate } from './candidate.ts';
import type { Refusal } from './refusal.ts';
import { type RunOptions, runImport } from './run.ts';
import { singleFiles } from './walk.ts';

const MB = 1024 * 1024;

/** Files that are made when read, and who has them in hand. */
function files(sizes: readonly (number | Refusal)[]) {
  const state = { reading: 0, mostReading: 0 };
  async function* candidates(): AsyncGenerator<Candidate> {
    for (const [nth, size] of sizes.entries()) {
      yield {
        path: `${nth}`,
        name: `${nth}.txt`,
        source: singleFiles,
        told: NOTHING_TOLD,
        beside: null,
        onDisk: null,
        async read() {
          state.mostReading = Math.max(state.mostReading, ++state.reading);
          await new Promise((turn) => setImmediate(turn));
          state.reading--;
          return typeof size === 'number' ? new Uint8Array(size) : size;
        },
      };
    }
  }
  return { state, candidates: candidates() };
}

const item = (path: string): ImportItem => ({
  path,
  format: null,
  status: 'imported',
  articleId: null,
  title: null,
  note: null,
  error: null,
});

/** Runs with a store that only notes what it is given. */
async function run(candidates: AsyncIterable<Candidate>, options: Partial<RunOptions> = {}) {
  const batches: string[][] = [];
  const saved: string[] = [];
  let bytesInFlight = 0;
  let most = 0;
  await runImport({
    candidates,
    async ingest(read) {
      const bytes = read.reduce((sum, { content }) => sum + ('byteLength' in content ? content.byteLength : 0), 0);
      bytesInFlight += bytes;
      most = Math.max(most, bytesInFlight);
      batches.push(read.map(({ candidate }) => candidate.path));
      // Later batches are done earlier, as happens with several workers.
      for (let turn = batches.length % 3; turn >= 0; turn--) await new Promise((next) => setImmediate(next));
      return read.map(({ candidate: { path, source } }) => ({
        path,
        source,
        refusal: { status: 'skipped', code: String(bytes), message: '' },
      }));
    },
    async save(readings) {
      await new Promise((next) => setImmediate(next));
      const [first] = readings;
      if (first && 'refusal' in first) bytesInFlight -= Number(first.refusal.code);
      return readings.map(({ path }) => item(path));
    },
    onSaved: (items) => saved.push(...items.map(({ path }) => path)),
    signal: new AbortController().signal,
    giveUp: () => {},
    ...options,
  });
  return { batches, saved, most };
}

const paths = (count: number) => Array.from({ length: count }, (_, nth) => `${nth}`);

test('everything is saved once, in the order met, in batches of at most two hundred', async () => {
  const { state, candidates } = files(Array(1_050).fill(10));
  const { batches, saved } = await run(candidates);
  expect(saved).toEqual(paths(1_050));
  expect(batches.map((batch) => batch.length)).toEqual([...Array(5).fill(200), 50]);
  expect(state.mostReading).toBeGreaterThan(1);
  expect(state.mostReading).toBeLessThanOrEqual(8);
});

test('a batch is closed at 1 MB', async () => {
  const { batches } = await run(files(Array(10).fill(0.4 * MB)).candidates);
  expect(batches.map((batch) => batch.length)).toEqual([3, 3, 3, 1]);
});

test('large files are read one at a time, and few of them are in hand at once', async () => {
  const { state, candidates } = files(Array(12).fill(20 * MB));
  const { most, saved } = await run(candidates);
  expect(saved).toHaveLength(12);
  expect(state.mostReading).toBe(1);
  expect(most).toBeLessThanOrEqual(40 * MB);
});

test('refused files pass through in their place', async () => {
  const refusal: Refusal = { status: 'failed', code: 'unreadable', message: 'No' };
  const { saved } = await run(files([5, refusal, 5]).candidates);
  expect(saved).toEqual(paths(3));
});

test('after the end has been asked for nothing new is taken; what was under way is saved', async () => {
  const end = new AbortController();
  const told: string[] = [];
  const { batches, saved } = await run(files(Array(5_000).fill(10)).candidates, {
    signal: end.signal,
    onSaved: (items) => {
      told.push(...items.map(({ path }) => path));
      if (told.length >= 300) end.abort();
    },
  });
  expect(saved).toEqual([]);
  expect(told).toEqual(paths(told.length));
  expect(told.length).toBe(batches.flat().length);
  expect(told.length).toBeLessThanOrEqual(800);
});

test('what is being taken apart when the end is asked for is given up, once what was under way is saved', async () => {
  const end = new AbortController();
  let giveUp = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(new Error('It is taken apart for nobody'));
  });
  async function* candidates() {
    yield* files(Array(300).fill(10)).candidates;
    // As an archive does that is unpacked before its first file is known.
    end.abort();
    await givenUp;
  }
  const told: string[] = [];
  await run(candidates(), {
    signal: end.signal,
    onSaved: (items) => told.push(...items.map(({ path }) => path)),
    giveUp: () => {
      told.push('given up');
      giveUp();
    },
  });
  expect(told).toEqual([...paths(told.length - 1), 'given up']);
  expect(told.length).toBeGreaterThan(1);
});

test.each(['save', 'ingest'] as const)('a failure to %s ends the import; nothing after it is saved', async (step) => {
  let calls = 0;
  const told: string[] = [];
  const fails = async () => {
    throw new Error('disk full');
  };
  const base = { onSaved: (items: readonly ImportItem[]) => told.push(...items.map(({ path }) => path)) };
  const options: Partial<RunOptions> =
    step === 'save'
      ? { ...base, save: async (readings) => (++calls === 3 ? fails() : readings.map(({ path }) => item(path))) }
      : {
          ...base,
          ingest: async (read) =>
            ++calls === 3
              ? fails()
              : read.map(({ candidate: { path, source } }) => ({
                  path,
                  source,
                  refusal: { status: 'skipped', code: '0', message: '' },
                })),
        };
  await expect(run(files(Array(2_000).fill(10)).candidates, options)).rejects.toThrow('disk full');
  // Two batches were saved before the third failed.
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThanOrEqual(400);
  expect(told).toEqual(paths(told.length));
});
