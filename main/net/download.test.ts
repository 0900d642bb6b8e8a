import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { BodyBeginning, BodyHead } from './fetcher.ts';
import { hostileServer } from './hostile-server.testing.ts';
import { testNet } from './testing.ts';

/** Downloads and remembers what was handed over. */
async function download(
  { net }: Pick<ReturnType<typeof testNet>, 'net'>,
  url: string,
  { beginning = null, maxBytes = 1_000_000 }: { beginning?: BodyBeginning | null; maxBytes?: number } = {},
) {
  const heads: BodyHead[] = [];
  const pieces: Uint8Array[] = [];
  const outcome = await net.download({
    ...{ url, why: 'enclosure', accept: '*/*', maxBytes, beginning, signal: new AbortController().signal },
    into: {
      async begin(head) {
        heads.push(head);
        pieces.length = 0;
      },
      async take(piece) {
        pieces.push(Buffer.from(piece));
      },
    },
  });
  return { outcome, heads, text: Buffer.concat(pieces).toString() };
}

const tagged = (url: string, over: Partial<BodyBeginning> = {}): BodyBeginning => ({
  ...{ url, validator: '"a"', totalBytes: 10, bytes: 4 },
  ...over,
});

test('a body is handed over with what is known of it', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const headers = { etag: '"a"', 'content-length': '10', 'content-type': 'audio/mpeg' };
  const url = server.serve('/show', { headers, body: '0123456789' });
  server.serve('/moved', { status: 302, headers: { location: '/show' } });
  const { outcome, heads, text } = await download(door, `${server.origin}/moved`);
  expect(outcome).toMatchObject({ kind: 'ok', url });
  expect(heads).toEqual([{ url, mediaType: 'audio/mpeg', from: 0, totalBytes: 10, validator: '"a"' }]);
  expect(text).toBe('0123456789');
  expect(server.requests.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity', 'identity']);
});

test('nothing more is read before what was handed over has been taken', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  let atOnce = 0;
  let most = 0;
  const outcome = await door.net.download({
    ...{ url: server.doing('endless-body'), why: 'enclosure', accept: '*/*', maxBytes: 3_000_000, beginning: null },
    signal: new AbortController().signal,
    into: {
      async begin() {},
      async take() {
        most = Math.max(most, ++atOnce);
        await new Promise((resolve) => setImmediate(resolve));
        atOnce--;
      },
    },
  });
  expect(outcome).toMatchObject({ code: 'too-large' });
  expect(most).toBe(1);
  expect(door.ledger()).toMatchObject([{ outcome: 'too-large', status: 200 }]);
  expect(door.ledger()[0]?.receivedBytes).toBeGreaterThan(3_000_000);
});

test('the cap is of all of it, not of the rest', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const url = server.serve('/show', {
    ...{ status: 206, headers: { 'content-range': 'bytes 4-9/10' }, body: '456789' },
  });
  const { outcome } = await download(door, url, { beginning: tagged(url), maxBytes: 9 });
  expect(outcome).toMatchObject({ code: 'too-large' });
});

test('only the address that gave the beginning is asked for the rest', async () => {
  await using server = await hostileServer();
  await using other = await hostileServer({ address: '127.0.0.2' });
  await using door = testNet();
  const rest = { status: 206, headers: { 'content-range': 'bytes 4-9/10' }, body: '456789' };
  const signed = server.serve('/show', ({ headers }) => (headers.range ? rest : { body: '0123456789' }));
  const first = other.serve('/go', () => ({ status: 302, headers: { location: `${signed}?key=2` } }));
  const ranges = () => [...other.requests, ...server.requests].map(({ headers }) => headers.range ?? null);
  const beginning = tagged(`${signed}?key=1`);
  // The same path with another signature: its tag tells.
  const one = await download(door, first, { beginning });
  expect([one.heads[0]?.from, one.text]).toEqual([4, '456789']);
  expect(ranges()).toEqual([null, 'bytes=4-']);
  // A date would not.
  const date = 'Mon, 02 Nov 2020 08:00:00 GMT';
  const two = await download(door, first, { beginning: { ...beginning, validator: date } });
  expect([two.heads[0]?.from, two.text]).toEqual([0, '0123456789']);
  const elsewhere = await download(door, first, { beginning: tagged(other.doing('error-page')) });
  expect(elsewhere.heads[0]?.from).toBe(0);
});

test.each([
  ['a weak tag', { etag: 'W/"a"' }, null],
  ['a weak tag and a date', { etag: 'W/"a"', 'last-modified': 'Mon, 02 Nov 2020 08:00:00 GMT' }, null],
  ['a strong tag', { etag: '"a"' }, '"a"'],
  ['a date long ago', { 'last-modified': 'Mon, 02 Nov 2020 08:00:00 GMT' }, 'Mon, 02 Nov 2020 08:00:00 GMT'],
  [
    'a date just now',
    { date: 'Mon, 02 Nov 2020 08:00:10 GMT', 'last-modified': 'Mon, 02 Nov 2020 08:00:00 GMT' },
    null,
  ],
  ['nothing', {}, null],
])('by %s a body can be gone on with, or not', async (_, headers, validator) => {
  await using server = await hostileServer();
  await using door = testNet();
  const { heads } = await download(door, server.serve('/show', { headers, body: 'x' }));
  expect(heads[0]?.validator).toBe(validator);
});

test('what a server packs all the same is unpacked, and cannot be gone on with', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const headers = { etag: '"a"', 'content-encoding': 'gzip' };
  const { heads, text } = await download(door, server.serve('/show', { headers, body: gzipSync('0123456789') }));
  expect(heads).toMatchObject([{ totalBytes: null, validator: null }]);
  expect(text).toBe('0123456789');
});

test('a part nobody asked for is not taken for the whole, and nothing is no file', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const part = server.serve('/part', { status: 206, headers: { 'content-range': 'bytes 0-3/10' }, body: '0123' });
  expect((await download(door, part)).outcome).toMatchObject({ kind: 'failed', code: 'http' });
  expect((await download(door, server.serve('/none', { status: 204 }))).outcome).toMatchObject({ code: 'http' });
});

test.each(['shorter-than-said', 'broken-chunks', 'half-gzip', 'hangs-up'] as const)(
  '%s is not whole',
  async (misdeed) => {
    await using server = await hostileServer();
    await using door = testNet();
    expect((await download(door, server.doing(misdeed))).outcome).toMatchObject({ kind: 'failed' });
  },
);

test('what the caller cannot keep ends the request', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const full = () => Promise.reject(new Error('disk full'));
  const request = { why: 'enclosure', accept: '*/*', maxBytes: 1_000_000, beginning: null } as const;
  for (const into of [
    { begin: full, take: full },
    { begin: async () => {}, take: full },
  ])
    expect(
      await door.net.download({
        ...{ ...request, into, url: server.doing('endless-body'), signal: new AbortController().signal },
      }),
    ).toMatchObject({ code: 'cancelled', message: 'What came could not be kept.' });
  expect(door.ledger()).toMatchObject([{ outcome: 'cancelled' }, { outcome: 'cancelled' }]);
});

test('a redirect to the own network is not followed with a body either', async () => {
  await using server = await hostileServer();
  await using door = testNet({ allowPrivate: false });
  const { outcome, heads } = await download(door, server.doing('redirect-to-metadata'));
  expect(outcome).toMatchObject({ kind: 'failed', code: 'private-address' });
  expect(heads).toEqual([]);
});
