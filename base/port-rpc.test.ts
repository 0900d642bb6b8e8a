import { MessageChannel, Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { AppError } from '../contract/errors.ts';
import { connect, failure, type Handle, serve } from './port-rpc.ts';

const workerUrl = new URL('./worker.testing.ts', import.meta.url);
const open: { close(): unknown }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((end) => end.close()));
});

function channel(handle: Handle) {
  const { port1, port2 } = new MessageChannel();
  serve(port2, handle);
  open.push(port1, port2);
  return { connection: connect(port1), far: port2 };
}

function worker() {
  const thread = new Worker(workerUrl);
  open.push({ close: () => thread.terminate() });
  return { thread, connection: connect(thread) };
}

test('answers find their callers, whatever the order they come in', async () => {
  const finish: ((result: string) => void)[] = [];
  const { connection } = channel(async (_method, params) => ({
    result: await new Promise((resolve) => finish.push((word) => resolve(`${word} for ${params}`))),
    transfer: [],
  }));
  const calls = [connection.call('x', 'a'), connection.call('x', 'b')];
  expect(connection.waiting).toBe(2);
  await expect.poll(() => finish.length, { timeout: 10_000 }).toBe(2);
  finish[1]?.('second');
  finish[0]?.('first');
  expect(await Promise.all(calls)).toEqual(['first for a', 'second for b']);
  expect(connection.waiting).toBe(0);
});

test('errors cross as data: a refusal keeps code and message, a fault is internal', async () => {
  const { connection } = worker();
  await expect(connection.call('refuse', null)).rejects.toEqual(new AppError('too-large', 'No more'));
  await expect(connection.call('fault', null)).rejects.toMatchObject({ code: 'internal' });
  await expect(connection.call('nothing', null)).rejects.toMatchObject({ code: 'unknown-method' });
  expect(await connection.call('echo', { deep: [1, new Date(0)] })).toEqual({ deep: [1, new Date(0)] });
});

test('a result that cannot be cloned becomes an error reply', async () => {
  const { connection } = worker();
  await expect(connection.call('uncloneable', null)).rejects.toMatchObject({ code: 'internal' });
  expect(await connection.call('echo', 'still there')).toBe('still there');
});

test('params that cannot be cloned are refused to the caller and leave nothing waiting', async () => {
  const { connection } = worker();
  await expect(connection.call('echo', () => {})).rejects.toThrow('could not be cloned');
  expect(connection.waiting).toBe(0);
});

test('transferred bytes move instead of being copied', async () => {
  const { connection } = channel((_method, params) => {
    const { buffer } = new Uint8Array(params as ArrayBuffer).map((byte) => byte + 1);
    return { result: buffer, transfer: [buffer] };
  });
  const sent = new Uint8Array([1, 2]).buffer;
  const got = await connection.call('x', sent, [sent]);
  expect(sent.byteLength).toBe(0);
  expect(new Uint8Array(got as ArrayBuffer)).toEqual(new Uint8Array([2, 3]));
});

test.each(['exit', 'crash'])('a worker that dies (%s) rejects every caller, and later ones at once', async (way) => {
  const { connection } = worker();
  await connection.call('echo', null);
  const calls = await Promise.allSettled([connection.call('forget', null), connection.call(way, null)]);
  for (const call of calls) expect(call).toMatchObject({ status: 'rejected', reason: { code: 'worker-died' } });
  await expect(connection.call('echo', null)).rejects.toMatchObject({ code: 'worker-died' });
  expect(connection.waiting).toBe(0);
});

test('the reason of an uncaught error is told', async () => {
  const { connection } = worker();
  await expect(connection.call('crash', null)).rejects.toMatchObject({ message: 'Nobody catches this' });
});

test('a closed port rejects its callers', async () => {
  const { connection, far } = channel(() => new Promise(() => {}));
  const call = connection.call('x', null);
  far.close();
  await expect(call).rejects.toMatchObject({ code: 'worker-died', message: 'The port closed' });
});

test('giving a far side up rejects with the reason, also when it answers later', async () => {
  const { connection } = worker();
  const call = connection.call('echo', null);
  connection.fail('time', 'No patience');
  await expect(call).rejects.toMatchObject({
    code: 'worker-died',
    reason: 'time',
    message: 'No patience',
  });
});

test('anything thrown makes a reply', () => {
  expect(failure(new AppError('not-found', 'No'))).toEqual({ ok: false, error: { code: 'not-found', message: 'No' } });
  expect(failure('words')).toEqual({ ok: false, error: { code: 'internal', message: 'words' } });
  expect(failure(undefined)).toEqual({ ok: false, error: { code: 'internal', message: 'undefined' } });
  expect(failure(new Error('Why'))).toMatchObject({
    error: { code: 'internal', message: expect.stringContaining('Why') },
  });
});
