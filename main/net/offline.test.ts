import { afterEach, expect, test, vi } from 'vitest';
import { testEngine } from '../testing.ts';
import { hostileServer } from './hostile-server.testing.ts';
import { testNet } from './testing.ts';

afterEach(() => vi.unstubAllEnvs());

const failing = (code: string) => (_: string, done: (error: Error, addresses: []) => void) =>
  done(Object.assign(new Error(code), { code }), []);

test('in offline mode a counting proxy sees nothing', async () => {
  await using proxy = await hostileServer();
  proxy.serve('http://news.example/feed', { body: 'by the proxy' });
  vi.stubEnv('HTTP_PROXY', proxy.origin);
  vi.stubEnv('HTTPS_PROXY', proxy.origin);
  await using door = testNet({ allowPrivate: false });
  // It counts: what is asked goes through it.
  expect(await door.get('http://news.example/feed')).toMatchObject({ kind: 'ok' });
  expect(proxy.requests.map(({ path }) => path)).toEqual(['http://news.example/feed']);

  await door.setOfflineMode(true);
  const before = [proxy.requests.length, proxy.connections()];
  for (const url of ['http://news.example/feed', 'https://news.example/', 'http://127.0.0.1/', 'http://other.example/'])
    expect(await door.get(url)).toMatchObject({ kind: 'failed' });
  expect(await door.get('http://news.example/feed')).toMatchObject({ code: 'offline-mode' });
  expect([proxy.requests.length, proxy.connections()]).toEqual(before);
  expect(door.net.isOfflineMode).toBe(true);

  await door.setOfflineMode(false);
  expect(await door.get('http://news.example/feed')).toMatchObject({ kind: 'ok' });
});

test('what is under way ends when offline mode is switched on, and what waits never begins', async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await using server = await hostileServer();
  await using door = testNet();
  const slow = server.serve('/slow', () => {
    arrive();
    return new Promise(() => {});
  });
  const underWay = door.get(slow);
  const waiting = door.get(server.serve('/feed', {}));
  await arrived;
  await door.setOfflineMode(true);
  expect(await Promise.all([underWay, waiting])).toMatchObject([{ code: 'offline-mode' }, { code: 'offline-mode' }]);
  expect(server.requests.map(({ path }) => path)).toEqual(['/slow']);
  expect(door.ledger()).toMatchObject([{ url: slow, outcome: 'offline-mode' }]);
});

test('offline mode is a setting of the library: whoever opens it keeps to it', async () => {
  await using app = await testEngine();
  await app.client.call('settings.set', { isOfflineMode: true });
  expect((await app.client.call('library.info', null)).net).toMatchObject({ isOfflineMode: true });
  expect(app.events).toContainEqual({ type: 'net.changed' });
});

test('a window hears of offline mode that another program has switched on', async () => {
  await using one = await testEngine();
  await using other = await testEngine({ folder: one.library });
  const heard = new Promise<void>((resolve) => {
    other.engine.subscribe(({ type }) => type === 'net.changed' && resolve());
  });
  await one.client.call('settings.set', { isOfflineMode: true });
  await heard;
  expect((await other.client.call('library.info', null)).net).toMatchObject({ isOfflineMode: true });
});

test.each(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN'])('that there is no network is noticed: %s', async (code) => {
  await using server = await hostileServer();
  const changes: (number | null)[] = [];
  const at = Date.UTC(2026, 10, 30, 12);
  await using door = testNet({
    ...{ resolve: failing(code), now: () => at },
    onChange: () => changes.push(door.net.offlineSince),
  });
  expect(await door.get('http://news.example/feed')).toMatchObject({
    code: 'offline',
    message: 'There is no network.',
  });
  expect(door.net.offlineSince).toBe(at);
  expect(await door.get(server.serve('/feed', {}))).toMatchObject({ kind: 'ok' });
  expect(door.net.offlineSince).toBeNull();
  expect(changes).toEqual([at, null]);
});

test('when one finds no network, those that wait are told so: they do not find out one by one', async () => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  await using door = testNet({
    limits: { connections: 2 },
    resolve: (name, done) => {
      asked.push(name);
      answers.push(() => failing('EAI_AGAIN')(name, done));
      if (answers.length === 2) for (const answer of answers) answer();
    },
  });
  const urls = Array.from({ length: 50 }, (_, nth) => `http://news-${nth}.example/`);
  const outcomes = await Promise.all(urls.map((url) => door.get(url)));
  expect(outcomes.every((outcome) => outcome.kind === 'failed' && outcome.code === 'offline')).toBe(true);
  expect(asked.length).toBeLessThan(5);
});

test('a host that takes no connections is no lack of network', async () => {
  const server = await hostileServer();
  await server[Symbol.asyncDispose]();
  await using door = testNet();
  expect(await door.get(`${server.origin}/feed`)).toMatchObject({ code: 'connection' });
  expect(door.net.offlineSince).toBeNull();
});
