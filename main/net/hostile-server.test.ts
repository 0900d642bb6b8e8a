import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { certificate } from './certificate.testing.ts';
import { hostileServer, type Misdeed } from './hostile-server.testing.ts';
import type { NetLimits } from './net.ts';
import { testNet } from './testing.ts';

const SHORT: Partial<NetLimits> = { connectMs: 2_000, firstByteMs: 100, wholeMs: 5_000 };

const ends: readonly (readonly [Misdeed, string, RegExp, Partial<NetLimits>])[] = [
  ['never-answers', 'too-slow', /was reached, and does not answer/, SHORT],
  ['byte-a-second', 'too-slow', /takes too long over its answer/, { wholeMs: 200 }],
  ['byte-a-second', 'too-slow', /stopped in the middle/, { silenceMs: 100 }],
  ['endless-body', 'too-large', /larger than 1 MB/, {}],
  ['endless-head', 'too-large', /head of the answer .* does not end/, {}],
  ['shorter-than-said', 'connection', /before its answer was whole/, {}],
  ['broken-chunks', 'connection', /does not answer as a web server does/, {}],
  ['no-http', 'connection', /does not answer as a web server does/, {}],
  ['hangs-up', 'connection', /before its answer was whole/, {}],
  ['broken-gzip', 'bad-encoding', /compressed \(gzip\), and damaged/, {}],
  ['half-gzip', 'bad-encoding', /compressed \(gzip\), and damaged/, {}],
  ['no-gzip', 'bad-encoding', /compressed \(gzip\), and damaged/, {}],
  ['unknown-encoding', 'bad-encoding', /in a way nobody asked for \(compress\)/, {}],
  ['gzip-bomb', 'too-large', /larger than 1 MB/, {}],
  ['gzip-in-gzip-bomb', 'too-large', /larger than 1 MB/, {}],
  ['redirect-to-itself', 'redirects', /in a circle/, {}],
  ['redirect-in-a-circle', 'redirects', /in a circle/, {}],
  ['redirect-to-file', 'bad-address', /not of the web \(file:\)/, {}],
  ['redirect-to-script', 'bad-address', /not of the web \(javascript:\)/, {}],
  ['redirect-to-nothing', 'bad-address', /not a web address/, {}],
];

test.each(ends)('a server that does this is left: %s (%s)', async (misdeed, code, message, limits) => {
  await using server = await hostileServer();
  await using door = testNet({ limits });
  const outcome = await door.get(server.doing(misdeed));
  expect(outcome).toMatchObject({ kind: 'failed', code, message: expect.stringMatching(message) });
  // It is written down, and the next one asks as if nothing had been.
  expect(door.ledger().at(-1)).toMatchObject({ outcome: expect.not.stringMatching(/^ok$/) });
  expect(await door.get(server.serve('/feed', { body: 'fine' }))).toMatchObject({ kind: 'ok' });
});

test('an answer that unpacks to many hundred times its size is left even where as much is allowed', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  const outcome = await door.get(server.doing('gzip-bomb'), { maxBytes: 100_000_000 });
  expect(outcome).toMatchObject({ code: 'too-large', message: expect.stringMatching(/more than 200 times its size/) });
});

test('of an answer that is longer than it says, no more is taken than it says', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  expect(await door.get(server.doing('longer-than-said'))).toMatchObject({ kind: 'ok', bytes: { byteLength: 10 } });
});

test('five redirects are followed, and not a sixth', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  server.serve('/hop/9', { body: 'here' });
  expect(await door.get(`${server.origin}/hop/4`)).toMatchObject({ kind: 'ok', url: `${server.origin}/hop/9` });
  expect(await door.get(`${server.origin}/hop/3`)).toMatchObject({
    code: 'redirects',
    message: expect.stringMatching(/more than 5 times/),
  });
});

test('an error page that calls itself a success is handed on as what it says it is', async () => {
  await using server = await hostileServer();
  await using door = testNet();
  expect(await door.get(server.doing('error-page'))).toMatchObject({ kind: 'ok', mediaType: 'text/html' });
});

const usual = getCACertificates('default');
afterEach(() => setDefaultCACertificates(usual));

test('a certificate that nobody vouches for is refused before anything is said', async () => {
  await using server = await hostileServer({ certificate: certificate(30) });
  await using door = testNet();
  expect(await door.get(server.serve('/feed', {}))).toMatchObject({
    code: 'tls',
    message: 'Its certificate is vouched for by nobody this computer knows (127.0.0.1), so nothing was sent to it.',
  });
  expect(server.requests).toEqual([]);
});

test('a certificate that has expired is refused, one that has not is taken', async () => {
  const [good, old] = [certificate(30), certificate(-1)];
  setDefaultCACertificates([...usual, good.cert, old.cert]);
  await using server = await hostileServer({ certificate: good });
  await using past = await hostileServer({ certificate: old });
  await using door = testNet();
  expect(await door.get(server.serve('/feed', { body: 'safe' }))).toMatchObject({ kind: 'ok' });
  expect(await door.get(past.serve('/feed', {}))).toMatchObject({
    code: 'tls',
    message: expect.stringMatching(/has expired/),
  });
  expect(past.requests).toEqual([]);
});

test('a certificate of another host is refused', async () => {
  const good = certificate(30);
  setDefaultCACertificates([...usual, good.cert]);
  await using server = await hostileServer({ address: '127.0.0.2', certificate: good });
  await using door = testNet();
  expect(await door.get(server.serve('/feed', {}))).toMatchObject({
    code: 'tls',
    message: expect.stringMatching(/is for another host/),
  });
});
