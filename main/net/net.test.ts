import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { FeedId } from '../../contract/model.ts';
import { version } from '../version.ts';
import { hostileServer } from './hostile-server.testing.ts';
import { testNet } from './testing.ts';

test('a request says who we are and what we take, and nothing of the person', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const url = server.serve('/feed', { headers: { 'set-cookie': 'id=1' } });
  await door.get(url);
  await door.get(url);
  for (const { method, headers } of server.requests)
    expect([method, headers]).toEqual([
      'GET',
      {
        host: `127.0.0.1:${server.port}`,
        connection: 'keep-alive',
        'user-agent': `Tearsheet/${version}`,
        accept: 'application/rss+xml',
        'accept-encoding': 'gzip, br, zstd',
      },
    ]);
  expect(server.requests).toHaveLength(2);
  expect(server.connections()).toBe(1);
});

test('validators come and go exactly as they are, whatever they look like', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const etag = 'W/"x \\" y-\u00fc;--gzip"';
  const lastModified = 'Monday, 30-Nov-26 08:00:00 GMT+0';
  const headers = { etag, 'last-modified': lastModified };
  const url = server.serve('/feed', ({ headers: asked }) =>
    asked['if-none-match'] === etag && asked['if-modified-since'] === lastModified
      ? { status: 304 }
      : { headers, body: 'new' },
  );
  const outcome = await door.get(url);
  expect(outcome).toMatchObject({ kind: 'ok', validators: { etag, lastModified }, behind: null });
  const again = await door.get(url, { validators: { etag, lastModified } });
  expect(again).toMatchObject({ kind: 'not-modified', validators: { etag: null, lastModified: null } });
});

test('a date of last change in 2038 is not believed', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const url = server.serve('/feed', { headers: { etag: '"a"', 'last-modified': 'Tue, 19 Jan 2038 03:14:07 GMT' } });
  expect(await door.get(url)).toMatchObject({ validators: { etag: '"a"', lastModified: null } });
});

test('validators go to the address that gave them and to no other', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const feed = server.serve('/feed', ({ headers }) =>
    headers['if-none-match'] === '"feed"' ? { status: 304 } : { headers: { etag: '"feed"' }, body: 'x' },
  );
  const url = server.serve('/moved', { status: 301, headers: { location: '/feed', etag: '"moved"' } });
  const validators = { etag: '"moved"', lastModified: null };
  const outcome = await door.get(url, { validators });
  const behind = { url: feed, etag: '"feed"', lastModified: null };
  expect(outcome).toMatchObject({ kind: 'ok', validators: { etag: null, lastModified: null }, behind });
  expect(await door.get(url, { validators, behind })).toMatchObject({ kind: 'not-modified' });
  expect(server.requests.map(({ path, headers }) => [path, headers['if-none-match']])).toEqual([
    ['/moved', '"moved"'],
    ['/feed', undefined],
    ['/moved', '"moved"'],
    ['/feed', '"feed"'],
  ]);
});

test('an answer of “not changed” that nobody asked for is none', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  expect(await door.get(server.serve('/feed', { status: 304 }))).toMatchObject({ kind: 'failed', code: 'http' });
});

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['identity', (text: string) => Buffer.from(text)],
  ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
] as const)('what is compressed is unpacked: %s', async (encoding, pack) => {
  await using server = await hostileServer();
  await using door = testNet();
  const text = 'Fog over the harbour. '.repeat(500);
  const url = server.serve('/feed', { headers: { 'content-encoding': encoding }, body: pack(text) });
  const outcome = await door.get(url);
  expect(outcome.kind === 'ok' && Buffer.from(outcome.bytes).toString()).toBe(text);
});

test('an empty answer is empty, whatever it says it is compressed by', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const url = server.serve('/feed', { headers: { 'content-encoding': 'gzip' } });
  expect(await door.get(url)).toMatchObject({ kind: 'ok', bytes: { byteLength: 0 } });
});

test('redirects are told one by one, and an address in letters of its own is understood', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const last = server.serve('/f%C3%AAte', { headers: { 'content-type': 'text/xml; charset=koi8-r' }, body: 'x' });
  const second = server.serve('/b', {
    status: 308,
    headers: { location: Buffer.from('/fête#top').toString('latin1') },
  });
  const url = server.serve('/a', { status: 302, headers: { location: 'b' } });
  expect(await door.get(url)).toMatchObject({
    ...{ kind: 'ok', url: last, mediaType: 'text/xml; charset=koi8-r' },
    redirects: [
      { from: url, to: second, status: 302 },
      { from: second, to: last, status: 308 },
    ],
  });
});

test('an address in the letters of another time is understood too', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const last = server.serve('/caf%C3%A9', { body: 'x' });
  const url = server.serve('/a', { status: 301, headers: { location: '/caf\u00e9' } });
  expect(await door.get(url)).toMatchObject({ kind: 'ok', url: last });
});

test('how long an answer is good for is by its own clock', async () => {
  await using server = await hostileServer();
  const at = Date.UTC(2026, 10, 30, 12);
  await using door = testNet({ now: () => at });
  const url = server.serve('/feed', {
    headers: {
      'cache-control': 'public, max-age=1800, s-maxage=5',
      date: 'Sun, 29 Nov 2026 07:00:00 GMT',
      expires: 'Sun, 29 Nov 2026 09:00:00 GMT',
    },
  });
  expect(await door.get(url)).toMatchObject({ at, cache: { maxAgeSeconds: 1800, expiresAt: at + 2 * 3_600_000 } });
  expect(await door.get(server.serve('/odd', { headers: { expires: 'soon', date: 'x' } }))).toMatchObject({
    cache: { maxAgeSeconds: null, expiresAt: null },
  });
});

test.each([
  [401, 'refused'],
  [403, 'refused'],
  [404, 'not-found'],
  [410, 'gone'],
  [418, 'http'],
  [500, 'server-error'],
] as const)('a status is told in a word and in a sentence: %i', async (status, code) => {
  await using server = await hostileServer();
  await using door = testNet();
  const outcome = await door.get(server.serve('/feed', { status, body: 'no' }));
  expect(outcome).toMatchObject({ kind: 'failed', code, status, message: expect.stringContaining(String(status)) });
});

test('every request stands in the ledger: each hop, why, for whom, how it ended', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const last = server.serve('/feed', { body: 'twelve bytes' });
  const url = server.serve('/moved', { status: 301, headers: { location: '/feed' } });
  await door.get(url, { why: 'discovery', feedId: 7 as FeedId });
  await door.get(`${server.origin}/nothing`);
  const [moved, feed, nothing] = door.ledger();
  expect(moved).toMatchObject({ url, why: 'discovery', feedId: 7, status: 301, outcome: 'redirect', message: null });
  expect(feed).toMatchObject({ url: last, feedId: 7, status: 200, outcome: 'ok', host: '127.0.0.1' });
  expect(feed?.sentBytes).toBeGreaterThan(100);
  expect(feed?.receivedBytes).toBeGreaterThan(50);
  expect(nothing).toMatchObject({ outcome: 'not-found', status: 404, message: expect.stringContaining('404') });
});

test('a request is in the ledger before it is on the line', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const noted: unknown[] = [];
  await door.get(
    server.serve('/feed', () => {
      noted.push(...door.ledger());
      return {};
    }),
  );
  expect(noted).toMatchObject([{ outcome: null, status: null }]);
});

test('what cannot be noted is not sent', async () => {
  await using server = await hostileServer();
  await using door = testNet({
    store: {
      noteRequests: () => Promise.reject(new Error('disk full')),
      settings: () => Promise.reject(new Error('disk full')),
    },
  });
  expect(await door.get(server.serve('/feed', {}))).toMatchObject({ code: 'cancelled' });
  expect(server.connections()).toBe(0);
});

test('a name and password go to the origin they were typed for, and are written nowhere', async () => {
  await using server = await hostileServer();
  await using other = await hostileServer({ address: '127.0.0.2' });
  await using door = testNet();
  const elsewhere = other.serve('/feed', { body: 'x' });
  server.serve('/here', { status: 302, headers: { location: '/there' } });
  server.serve('/there', { status: 302, headers: { location: elsewhere.replace('//', '//someone:else@') } });
  const outcome = await door.get(`http://reader:pass%20word@127.0.0.1:${server.port}/here`);
  const expected = `Basic ${Buffer.from('reader:pass word').toString('base64')}`;
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([expected, expected]);
  expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  expect(JSON.stringify([outcome, door.ledger()])).not.toMatch(/pass|reader|someone|else@/);
});

test('what is cancelled ends at once, on the line or waiting for its turn', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const [one, two] = [new AbortController(), new AbortController()];
  const underWay = door.get(server.doing('never-answers'), { signal: one.signal });
  const waiting = door.get(server.serve('/feed', {}), { signal: two.signal });
  two.abort();
  expect(await waiting).toMatchObject({ code: 'cancelled' });
  one.abort();
  expect(await underWay).toMatchObject({ code: 'cancelled' });
  expect(await door.get(`${server.origin}/feed`, { signal: AbortSignal.abort() })).toMatchObject({ code: 'cancelled' });
});

test('after closing nothing is asked, and what was under way has ended', async () => {
  await using server = await hostileServer();
  const door = testNet();
  const underWay = door.get(server.doing('never-answers'));
  await door.net.close();
  expect(await underWay).toMatchObject({ code: 'cancelled' });
  expect(await door.get(server.serve('/feed', {}))).toMatchObject({ code: 'cancelled' });
  expect(door.ledger().filter(({ outcome }) => outcome === null)).toEqual([]);
});
