import { expect, test } from 'vitest';
import { hostileServer } from './hostile-server.testing.ts';
import { createQueue } from './queue.ts';
import { retryAt } from './said.ts';
import { testNet } from './testing.ts';

const never = new AbortController().signal;
const MINUTE = 60_000;

test('one at a time for each host, so many in all, in the order they were asked for', async () => {
  const queue = createQueue(2);
  const entered: string[] = [];
  const leaving: Promise<() => void>[] = [];
  for (const [order, host] of ['a', 'a', 'b', 'c', 'a'].entries())
    leaving.push(
      queue.turn(host, order, never).then((leave) => {
        entered.push(`${host}${order}`);
        return leave;
      }),
    );
  const leave = async (nth: number) => {
    (await leaving[nth])?.();
    // What waited has been let in by then: nothing but promises lies between.
    await new Promise((resolve) => setImmediate(resolve));
    return [...entered];
  };
  expect(await leave(0)).toEqual(['a0', 'b2', 'a1']);
  expect(await leave(1)).toEqual(['a0', 'b2', 'a1', 'c3']);
  expect(await leave(2)).toEqual(['a0', 'b2', 'a1', 'c3', 'a4']);
});

test('who follows a redirect keeps the place of who asked first; who gives up takes none', async () => {
  const queue = createQueue(1);
  const leave = await queue.turn('a', 1, never);
  const entered: number[] = [];
  const wait = (order: number, signal = never) => queue.turn('b', order, signal).then(() => entered.push(order));
  const ends = new AbortController();
  const given = wait(0, ends.signal).catch((error: unknown) => error);
  void wait(5);
  void wait(2);
  ends.abort(new Error('given up'));
  expect(await given).toEqual(new Error('given up'));
  leave();
  await new Promise((resolve) => setImmediate(resolve));
  expect(entered).toEqual([2]);
});

test('a host is never asked for two things at once, several are', async () => {
  await using one = await hostileServer();
  await using two = await hostileServer({ address: '127.0.0.2' });
  await using door = testNet();
  let meetAll = () => {};
  const both = new Promise<void>((resolve) => {
    meetAll = resolve;
  });
  let arrived = 0;
  const meet = async () => {
    if (++arrived === 2) meetAll();
    await both;
    return { body: 'x' };
  };
  const urls = [one.serve('/a', meet), one.serve('/b', {}), one.serve('/c', {}), two.serve('/a', meet)];
  const outcomes = await Promise.all(urls.map((url) => door.get(url)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(one.requests.map(({ path }) => path)).toEqual(['/a', '/b', '/c']);
  expect([one.peak(), one.connections()]).toEqual([1, 1]);
});

test('what somebody waits for goes before what nobody waits for', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  let release = () => {};
  const isHeld = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = door.get(
    server.serve('/held', async () => {
      await isHeld;
      return {};
    }),
  );
  const feeds = ['/feed', '/other'].map((path) => door.get(server.serve(path, {})));
  const click = door.get(server.serve('/click', {}), { isWaitedFor: true });
  release();
  await Promise.all([held, click, ...feeds]);
  expect(server.requests.map(({ path }) => path)).toEqual(['/held', '/click', '/feed', '/other']);
});

test('a host that has enough is left alone as long as it says, for everything, also by the next program', async () => {
  await using server = await hostileServer();
  let at = Date.UTC(2026, 10, 30, 12);
  const { store, ...door } = testNet({ now: () => at });
  const url = server.serve('/feed', { status: 429, headers: { 'retry-after': '1800' } });
  const other = server.serve('/other', { body: 'x' });
  const until = at + 30 * MINUTE;
  const [told, waiting] = await Promise.all([door.get(url), door.get(other)]);
  expect(told).toMatchObject({ code: 'too-many-requests', status: 429, retryAt: until });
  expect(waiting).toMatchObject({ code: 'too-many-requests', status: null, retryAt: until });
  await door.net.close();

  await using later = testNet({ now: () => at, store });
  at = until - 1;
  expect(await later.get(other)).toMatchObject({
    retryAt: until,
    message: expect.stringMatching(/left alone for a while/),
  });
  expect(server.requests).toHaveLength(1);
  at = until;
  expect(await later.get(other)).toMatchObject({ kind: 'ok' });
});

test('without a word a pause is ten minutes, twice as long each time, at most four hours; and forgotten once all is well', async () => {
  await using server = await hostileServer();
  let at = Date.UTC(2026, 10, 30, 12);
  await using door = testNet({ now: () => at });
  const url = server.serve('/feed', { status: 503 });
  const minutes: number[] = [];
  for (let times = 0; times < 7; times++) {
    const outcome = await door.get(url);
    if (outcome.kind !== 'failed' || outcome.retryAt === null) throw new Error('no pause');
    expect(outcome.code).toBe('server-error');
    minutes.push((outcome.retryAt - at) / MINUTE);
    at = outcome.retryAt;
  }
  expect(minutes).toEqual([10, 20, 40, 80, 160, 240, 240]);
  server.serve('/feed', { body: 'well' });
  expect(await door.get(url)).toMatchObject({ kind: 'ok' });
  server.serve('/feed', { status: 503 });
  expect(await door.get(url)).toMatchObject({ retryAt: at + 10 * MINUTE });
});

test.each([
  ['1800', 30 * MINUTE],
  ['Mon, 30 Nov 2026 12:45:00 GMT', 45 * MINUTE],
  ['Monday, 30-Nov-26 12:45:00 GMT', 45 * MINUTE],
  ['99999999', 7 * 24 * 60 * MINUTE],
  ['0', 10 * MINUTE],
  ['Mon, 30 Nov 2026 11:00:00 GMT', 10 * MINUTE],
  ['soon', 10 * MINUTE],
  ['', 10 * MINUTE],
])('“Retry-After: %s” is understood', (said, pauseMs) => {
  const at = Date.UTC(2026, 10, 30, 12);
  expect(retryAt(() => said, at, 1) - at).toBe(pauseMs);
});
