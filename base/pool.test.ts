import { afterEach, expect, test } from 'vitest';
import { createPool, type Pool, type PoolOptions } from './pool.ts';

const workerUrl = new URL('./worker.testing.ts', import.meta.url);
const pools: Pool[] = [];

function pool(options: Partial<PoolOptions> = {}): Pool {
  const made = createPool({
    workerUrl,
    size: 2,
    heapLimitMb: 64,
    callLimitMs: 60_000,
    idleMs: 60_000,
    ...options,
  });
  pools.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((made) => made.close()));
});

/** A call that keeps its worker busy until `release`. */
function holding(by: Pool) {
  const gate = new Int32Array(new SharedArrayBuffer(8));
  const result = by.call('hold', gate.buffer);
  return {
    result,
    began: () => expect.poll(() => Atomics.load(gate, 1), { timeout: 10_000 }).toBe(1),
    release: () => {
      Atomics.store(gate, 0, 1);
      Atomics.notify(gate, 0);
    },
  };
}

test('calls run on as many threads as the pool has, never more', async () => {
  const two = pool();
  const held = [holding(two), holding(two), holding(two)];
  await Promise.all([held[0]?.began(), held[1]?.began()]);
  for (const { release } of held) release();
  const threads = await Promise.all(held.map(({ result }) => result));
  expect(new Set(threads).size).toBe(2);
});

test('a call waits while every worker is busy, and is answered in its turn', async () => {
  const one = pool({ size: 1 });
  const answered: string[] = [];
  const held = holding(one);
  await held.began();
  const calls = ['first', 'second', 'third'].map((name) =>
    one.call('echo', name).then((result) => answered.push(String(result))),
  );
  // A round trip through another pool is longer than an unheld call would have taken.
  await pool({ size: 1 }).call('echo', null);
  expect(answered).toEqual([]);
  held.release();
  await Promise.all(calls);
  expect(answered).toEqual(['first', 'second', 'third']);
});

test('a refusal keeps its code, a fault becomes data, and the worker lives on', async () => {
  const one = pool({ size: 1 });
  const thread = await one.call('thread', null);
  await expect(one.call('refuse', null)).rejects.toMatchObject({ code: 'too-large', message: 'No more' });
  await expect(one.call('fault', null)).rejects.toMatchObject({ code: 'internal' });
  await expect(one.call('echo', () => 'params that cannot be sent')).rejects.toThrow('could not be cloned');
  expect(await one.call('thread', null)).toBe(thread);
});

test.each(['exit', 'crash'])('a worker that ends (%s) rejects its caller and is replaced', async (way) => {
  const one = pool({ size: 1 });
  const thread = await one.call('thread', null);
  const dying = one.call(way, null);
  const next = one.call('thread', null);
  await expect(dying).rejects.toMatchObject({ code: 'worker-died', reason: 'crash' });
  expect(await next).not.toBe(thread);
  expect(await one.call('echo', 'still there')).toBe('still there');
});

test('a worker that outgrows its heap ends alone', async () => {
  const one = pool({ size: 1, heapLimitMb: 24 });
  await expect(one.call('hoard', null)).rejects.toMatchObject({ code: 'worker-died', reason: 'memory' });
  expect(await one.call('echo', 'still there')).toBe('still there');
});

test('a call that never ends is given up, and its worker with it', async () => {
  const one = pool({ size: 1, callLimitMs: 2_000 });
  const next = one.call('spin', null).catch(async (error: unknown) => {
    expect(error).toMatchObject({ code: 'worker-died', reason: 'time', message: 'It took longer than 2 seconds' });
    return one.call('echo', 'still there');
  });
  expect(await next).toBe('still there');
});

test('a worker without work ends; the next call starts another and is not lost', async () => {
  const one = pool({ size: 1, idleMs: 1 });
  const threads = new Set<unknown>();
  // Calls come about when the worker of the one before ends: none may be given to a worker that is ending.
  await expect
    .poll(async () => threads.add(await one.call('thread', null)).size, { interval: 1, timeout: 10_000 })
    .toBeGreaterThan(3);
});

test('closing rejects calls that run, calls that wait and calls that come later', async () => {
  const one = pool({ size: 1 });
  const held = holding(one);
  await held.began();
  const waiting = one.call('echo', 'never');
  const [, running, queued] = await Promise.allSettled([one.close(), held.result, waiting]);
  for (const call of [running, queued]) {
    expect(call).toMatchObject({ status: 'rejected', reason: { code: 'worker-died', reason: 'closed' } });
  }
  await expect(one.call('echo', 'later')).rejects.toMatchObject({ code: 'worker-died' });
});

test('whoever leaves takes only their own calls along: the one that runs with its worker, those that wait, those that come later', async () => {
  const one = pool({ size: 1 });
  const leaving = new AbortController();
  const leaver = one.until(leaving.signal);
  const gate = new Int32Array(new SharedArrayBuffer(8));
  const running = leaver.call('hold', gate.buffer);
  await expect.poll(() => Atomics.load(gate, 1), { timeout: 10_000 }).toBe(1);
  const waiting = leaver.call('echo', 'never');
  const other = one.call('echo', 'still there');
  leaving.abort();
  for (const call of await Promise.allSettled([running, waiting, leaver.call('echo', 'later')]))
    expect(call).toMatchObject({ status: 'rejected', reason: { code: 'worker-died', reason: 'closed' } });
  expect(await other).toBe('still there');
});
