import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestEngine, testEngine, writeTree } from '../../testing.ts';
import { type LoopbackHost, listen } from './server.ts';

let app: TestEngine;
let host: LoopbackHost;
let own = '';
let at = { hostname: '', port: 0, origin: '' };
const logged: string[] = [];

beforeAll(async () => {
  app = await testEngine();
  writeTree(app.folder, { 'renderer/index.html': '<!doctype html><title>Tearsheet</title>', 'secret.txt': 'secret' });
  host = await listen(app.engine, { port: 0, token: null, log: (_, message) => logged.push(message) });
  const { hostname, port, origin } = new URL(host.url);
  at = { hostname, port: Number(port), origin };
  const cookie = (await fetch(host.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0];
  own = `Host: ${hostname}:${port}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n`;
});
afterAll(async () => {
  await host.close();
  await app[Symbol.asyncDispose]();
});

async function opened(): Promise<Socket> {
  const socket = connect(at.port, at.hostname);
  // Who is refused may be cut off in the middle of a word.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** Sends exactly these bytes. @returns everything said until the server ends the connection; a client that `leaves` says that it has no more to say */
async function say(bytes: string | Buffer, leaves: 'stays' | 'leaves' = 'stays'): Promise<string> {
  const socket = await opened();
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  if (leaves === 'leaves') socket.end(bytes);
  else socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

const statuses = (said: string): number[] => [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, code]) => Number(code));

const overview = '{"method":"library.overview","params":null}';
const call = (headers: string) =>
  `POST /call HTTP/1.1\r\n${headers}Content-Length: ${overview.length}\r\n\r\n${overview}`;

async function stillAnswers(): Promise<void> {
  expect(statuses(await say(call(`${own}Connection: close\r\n`)))).toEqual([200]);
}

describe('paths', () => {
  test.each([
    '//evil.example/',
    '//127.0.0.1/',
    '/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/\\..\\secret.txt',
    '/%00',
    '/index.html%00.png',
    '/%',
    '/%ff%fe',
    '/;/secret.txt',
    '/original/../secret.txt',
    '/asset/../secret.txt',
    `/${'a/'.repeat(2_000)}`,
    'http://evil.example/',
    'http://evil.example:80/call',
    'file:///etc/passwd',
    '*',
    'call',
  ])('%j leads nowhere', async (path) => {
    const said = await say(`GET ${path} HTTP/1.1\r\n${own}Connection: close\r\n\r\n`);
    expect([400, 404]).toContain(statuses(said)[0]);
    expect(said).not.toContain('secret');
  });

  test('a NUL, a line feed or a space in one is no request', async () => {
    for (const path of ['/\0', '/a\nX: y', '/a b'])
      expect([400, 404], path).toContain(
        statuses(await say(`GET ${path} HTTP/1.1\r\n${own}Connection: close\r\n\r\n`))[0],
      );
    await stillAnswers();
  });
});

describe('requests that are none', () => {
  test.each([
    ['noise', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03'],
    ['no version', 'GET /\r\n\r\n'],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a method nobody knows', 'STEAL / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n'],
    ['two lengths', 'POST /call HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na'],
    ['a length below nothing', 'POST /call HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\na'],
    [
      'a length and chunks',
      'POST /call HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET',
    ],
  ])('%s', async (_, bytes) => {
    expect([400, 421]).toContain(statuses(await say(Buffer.from(bytes, 'latin1')))[0]);
    await stillAnswers();
  });

  test('a tunnel or another protocol is not opened', async () => {
    expect(statuses(await say(`CONNECT evil.example:443 HTTP/1.1\r\n${own}\r\n`))).toEqual([]);
    const upgrade =
      'Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
    expect(statuses(await say(`GET /events HTTP/1.1\r\nHost: ${at.hostname}:${at.port}\r\n${upgrade}\r\n`))[0]).toBe(
      401,
    );
    await stillAnswers();
  });

  test('chunks that are cut off or too long are no call', async () => {
    for (const body of ['5\r\n{"me', 'zz\r\n{}\r\n0\r\n\r\n', 'ffffffffffffffff\r\n{}'])
      expect(
        statuses(await say(`POST /call HTTP/1.1\r\n${own}Transfer-Encoding: chunked\r\n\r\n${body}`, 'leaves')),
      ).not.toContain(200);
    await stillAnswers();
  });
});

describe('headers', () => {
  test('that are too large or too many are refused', async () => {
    expect(statuses(await say(`GET / HTTP/1.1\r\n${own}X: ${'x'.repeat(20_000)}\r\n\r\n`))).toEqual([431]);
    expect(statuses(await say(`GET / HTTP/1.1\r\n${own}${'A: b\r\n'.repeat(5_000)}\r\n`))).toEqual([431]);
    expect(statuses(await say(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${own}\r\n`))).toEqual([431]);
    await stillAnswers();
  });

  test('said twice do not let in who is refused by one of them', async () => {
    // Of two origins the first is believed: browsers send one, and theirs is the word that tells pages apart.
    const twice = [
      `Host: evil.example\r\n${own}`,
      `Origin: http://evil.example\r\n${own}`,
      `${own}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Site: same-origin\r\n`,
      `${own}Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n`,
    ];
    for (const headers of twice)
      expect([400, 403, 421], headers).toContain(statuses(await say(call(`${headers}Connection: close\r\n`)))[0]);
  });
});

describe('many at once', () => {
  test('requests sent together are judged one by one', async () => {
    const stranger = own.replace(/Cookie: .*\r\n/, '');
    const foreign = own.replace(/Origin: .*\r\n/, 'Origin: null\r\n');
    const last = `${own}Connection: close\r\n`;
    const said = await say([own, stranger, own, foreign, last].map(call).join(''));
    expect(statuses(said)).toEqual([200, 401, 200, 403, 200]);
    expect(said.match(/"articles":/g)).toHaveLength(3);
  });

  test('clients that send a byte now and then do not stop the others', async () => {
    const slow = await Promise.all(Array.from({ length: 200 }, opened));
    const words = `POST /call HTTP/1.1\r\n${own}Content-Length: 1000\r\n\r\n{`;
    const piece = Math.ceil(words.length / 8);
    for (let round = 0; round < 8; round++) {
      // Half of them come to the end of their headers, the others never do.
      for (const [nth, socket] of slow.entries())
        socket.write(nth % 2 === 0 ? words.slice(round * piece, (round + 1) * piece) : words.charAt(round));
      await stillAnswers();
    }
    expect(slow.every((socket) => !socket.destroyed)).toBe(true);
    for (const socket of slow) socket.destroy();
    await stillAnswers();
  });

  test('clients that ask and do not listen do not stop the others', async () => {
    const deaf = await Promise.all(Array.from({ length: 20 }, opened));
    for (const socket of deaf) {
      socket.pause();
      socket.write(call(own).repeat(200));
    }
    await stillAnswers();
    for (const socket of deaf) socket.destroy();
    await stillAnswers();
  });

  test('nothing of all that is a fault of ours', () => {
    expect(logged).toEqual([]);
    expect(app.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
