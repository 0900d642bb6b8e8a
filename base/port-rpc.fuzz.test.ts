import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { connect, serve } from './port-rpc.ts';
import { pick, seeded } from './seeded.ts';

/** What a port can carry, and what it cannot. */
const ODD: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 12n,
  () => Symbol('x'),
  () => () => 1,
  () => new Map([[{}, new Set([1])]]),
  () => new Uint8Array(9),
  () => new Proxy({}, {}),
  () => Array(90),
  () => '\ud800'.repeat(1_000),
  () => Object.defineProperty({}, 'id', { enumerable: true, get: () => pick(() => 0, []) }),
];

test('whatever is asked and whatever is answered, every call ends, and the next one too', async () => {
  const random = seeded(7);
  const odd = () => pick(random, ODD)();
  const { port1, port2 } = new MessageChannel();
  serve(port2, async (method, params) => {
    if (method === 'throw') throw odd();
    return { result: method === 'odd' ? odd() : params, transfer: [] };
  });
  const connection = connect(port1);
  const ends = await Promise.allSettled(
    Array.from({ length: 2_000 }, () => connection.call(pick(random, ['echo', 'odd', 'throw']), odd())),
  );
  const kept = ends.filter(({ status }) => status === 'fulfilled').length;
  expect(kept).toBeGreaterThan(200);
  expect(kept).toBeLessThan(1_800);
  expect(connection.waiting).toBe(0);
  expect(await connection.call('echo', 'still here')).toBe('still here');
  port1.close();
});
