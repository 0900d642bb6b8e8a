import type { LookupAddress } from 'node:dns';
import { afterEach, expect, test, vi } from 'vitest';
import { admit, webAddress } from './address-rules.ts';
import type { NetRequest } from './fetcher.ts';
import { hostileServer } from './hostile-server.testing.ts';
import { testNet } from './testing.ts';

afterEach(() => vi.unstubAllEnvs());

/** Answers with one address after the other, the last one for ever. */
function resolving(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const resolve = (name: string, done: (error: null, addresses: readonly LookupAddress[]) => void) => {
    const addresses = answers[Math.min(asked.push(name), answers.length) - 1] ?? [];
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { asked, resolve };
}

test('nothing is asked of this computer or its network, however the address is written', async () => {
  await using server = await hostileServer();
  await using door = testNet({ allowPrivate: false });
  const { port } = server;
  const ways = [
    '127.0.0.1',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '127.0.0.1.',
  ];
  for (const way of ways)
    expect([way, await door.get(`http://${way}:${port}/feed`)]).toMatchObject([way, { code: 'private-address' }]);
  expect(server.connections()).toBe(0);
  expect(door.ledger().map(({ outcome, sentBytes }) => [outcome, sentBytes])).toEqual(
    ways.map(() => ['private-address', 0]),
  );
});

test('a name that stands for this computer is found out when it is connected to', async () => {
  await using server = await hostileServer();
  for (const addresses of [['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['10.0.0.1', '169.254.169.254']]) {
    await using door = testNet({ allowPrivate: false, ...resolving(addresses) });
    expect(await door.get(`http://rebound.example:${server.port}/`)).toMatchObject({
      code: 'private-address',
      message: expect.stringMatching(/rebound\.example is on your own network or this computer/),
    });
    expect(door.ledger()).toMatchObject([{ outcome: 'private-address', status: null }]);
  }
  expect(server.connections()).toBe(0);
});

test('a name that stands for something else a moment later is judged by what is connected to', async () => {
  await using server = await hostileServer();
  const names = resolving(['10.0.0.1'], ['127.0.0.1']);
  await using door = testNet({ allowPrivate: false, resolve: names.resolve });
  const url = `http://rebound.example:${server.port}/`;
  expect(await door.get(url)).toMatchObject({ code: 'private-address' });
  expect(await door.get(url)).toMatchObject({ code: 'private-address' });
  // Once for each connection: what was looked at is what would have been connected to.
  expect(names.asked).toHaveLength(2);
  expect(server.connections()).toBe(0);
});

test('an origin the user typed and said yes to is asked, by address and by name, and no other', async () => {
  await using server = await hostileServer();
  const url = server.serve('/feed', { body: 'mine' });
  await using door = testNet({ allowPrivate: false, ...resolving(['127.0.0.1']) });
  expect(await door.get(url, { privateOrigins: [server.origin] })).toMatchObject({ kind: 'ok' });
  const named = `http://nas.example:${server.port}`;
  expect(await door.get(`${named}/feed`, { privateOrigins: [named] })).toMatchObject({ kind: 'ok' });
  // The connection that is still open serves nobody else.
  expect(await door.get(`${named}/feed`)).toMatchObject({ code: 'private-address' });
  expect(await door.get(url, { privateOrigins: ['http://127.0.0.1:1', named] })).toMatchObject({
    code: 'private-address',
  });
});

test('no redirect leads to the own network but from there to a place that was typed too', async () => {
  await using server = await hostileServer();
  await using other = await hostileServer({ address: '127.0.0.2' });
  await using door = testNet({ allowPrivate: false });
  const target = other.serve('/feed', { body: 'other' });
  const url = server.serve('/leads', { status: 302, headers: { location: target } });
  expect(await door.get(url, { privateOrigins: [server.origin] })).toMatchObject({
    code: 'private-address',
    message: expect.stringMatching(/^It leads to 127\.0\.0\.2, which is on your own network/),
    redirects: [{ from: url, to: target, status: 302 }],
  });
  for (const misdeed of ['redirect-to-loopback', 'redirect-to-metadata'] as const)
    expect(await door.get(server.doing(misdeed), { privateOrigins: [server.origin] })).toMatchObject({
      code: 'private-address',
    });
  expect(other.connections()).toBe(0);
  expect(await door.get(url, { privateOrigins: [server.origin, other.origin] })).toMatchObject({ kind: 'ok' });
});

const asked = (request: Partial<NetRequest>): NetRequest => ({
  ...{
    url: 'https://news.example/feed',
    why: 'feed',
    accept: '*/*',
    maxBytes: 1,
    signal: new AbortController().signal,
  },
  ...request,
});
const first = { isRedirect: false, isPrivateSoFar: true };
const fromOutside = { isRedirect: true, isPrivateSoFar: false };

test('a place on the own network that was typed is not reached from outside', () => {
  const request = asked({ privateOrigins: ['http://192.168.1.5:8080'] });
  const url = webAddress('http://192.168.1.5:8080/feed');
  expect(admit(url, request, first, false)).toBe(true);
  expect(() => admit(url, request, fromOutside, false)).toThrow(/It leads to 192\.168\.1\.5/);
  expect(() =>
    admit(webAddress('http://192.168.1.5/feed'), asked({ privateOrigins: ['http://192.168.1.5'] }), fromOutside, false),
  ).toThrow(/It leads to 192\.168\.1\.5/);
});

test('ports of the web are asked, and what was typed', () => {
  const allows = (url: string, request: Partial<NetRequest> = {}, way = first) => {
    try {
      admit(webAddress(url), asked({ url, ...request }), way, false);
      return true;
    } catch {
      return false;
    }
  };
  expect(allows('http://news.example:8080/feed')).toBe(true);
  expect(allows('http://news.example:25/feed')).toBe(false);
  expect(allows('http://news.example:8080/a.png', { why: 'picture' })).toBe(false);
  expect(allows('http://news.example:8080/a.png', { why: 'picture', typedOrigins: ['http://news.example:8080'] })).toBe(
    true,
  );
  expect(allows('http://news.example:8080/', { url: 'http://news.example/' }, fromOutside)).toBe(false);
  expect(allows('http://news.example:8080/b', { url: 'http://news.example:8080/a' }, fromOutside)).toBe(true);
  expect(allows('https://news.example/', { url: 'http://news.example/' }, fromOutside)).toBe(true);
});

test.each([
  '',
  'news',
  'file:///etc/passwd',
  'ftp://news.example/',
  'javascript:alert(1)',
  'data:text/xml,<rss/>',
  'http://',
  'feed:x',
])('“%s” is no address of the web', async (url) => {
  await using door = testNet();
  expect(await door.get(url)).toMatchObject({ kind: 'failed', code: 'bad-address' });
});

test('by a proxy, which resolves names itself, what is nearby by its name alone is still refused', async () => {
  await using proxy = await hostileServer();
  vi.stubEnv('HTTP_PROXY', proxy.origin);
  await using door = testNet({ allowPrivate: false });
  const ways = ['http://localhost/', 'http://127.0.0.1/', 'http://[::1]/', 'http://router/', 'http://169.254.169.254/'];
  for (const way of ways) expect(await door.get(way)).toMatchObject({ code: 'private-address' });
  expect(proxy.connections()).toBe(0);
});
