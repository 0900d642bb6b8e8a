import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppEvent } from '../../../contract/events.ts';
import type { ImportId } from '../../../contract/model.ts';
import { filter, query, temporaryFolder } from '../../../db/testing.ts';
import type { Engine } from '../../engine.ts';
import { story, type TestEngine, testEngine, writeTree } from '../../testing.ts';
import { type LoopbackHost, listen } from './server.ts';

const MB = 1024 * 1024;

const files = temporaryFolder();
let app: TestEngine;
let host: LoopbackHost;
let origin = '';
let cookie = '';
const logged: string[] = [];

beforeAll(async () => {
  writeTree(files.path, {
    'renderer/index.html': '<!doctype html><title>Tearsheet</title>',
    'renderer/assets/a.js': 'go()',
  });
  app = await testEngine({ rendererFolder: join(files.path, 'renderer') });
  host = await listen(app.engine, {
    port: 0,
    token: null,
    log: (level, message) => logged.push(`${level}: ${message}`),
  });
  origin = new URL(host.url).origin;
  const entered = await fetch(host.url, { redirect: 'manual' });
  cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(async () => {
  await host.close();
  await app[Symbol.asyncDispose]();
  files[Symbol.dispose]();
});

const own = () => ({ cookie, origin });

const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { method: 'POST', body, headers: { ...own(), ...headers } });
const call = async (method: string, params: unknown) =>
  (await post('/call', JSON.stringify({ method, params }))).json() as Promise<{
    readonly ok: boolean;
    readonly result: unknown;
  }>;
const begin = async () => ((await call('imports.begin', { name: 'Dropped' })).result as { readonly id: ImportId }).id;

/** A request with exactly these words, which `fetch` would not send. */
function raw(options: RequestOptions): Promise<IncomingMessage> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ hostname, port, agent: false, headers: own(), ...options }, (response) => {
      response.resume();
      resolve(response);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('entering', () => {
  test('the first address gives a cookie scripts cannot read and other sites cannot send, and goes where no token shows', async () => {
    const entered = await fetch(host.url, { redirect: 'manual' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    expect(entered.headers.get('set-cookie')).toMatch(/^tearsheet-\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/);
    const page = await raw({ path: '/', headers: { cookie, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' } });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('nobody else gets anything', async () => {
    for (const path of ['/', '/call', '/ahead', '/events', '/assets/a.js', '/import/1', '/?token=guessed'])
      expect((await fetch(`${origin}${path}`)).status, path).toBe(401);
    expect((await fetch(`${origin}/`)).headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await raw({ path: '/', headers: { ...own(), host: 'evil.example' } })).statusCode).toBe(421);
    const elsewhere = await listen(app.engine, { port: 0, token: null, log: () => {} });
    const answer = await fetch(`${origin}/call`, {
      method: 'POST',
      body: '{}',
      headers: { cookie, origin: new URL(elsewhere.url).origin },
    });
    expect(answer.status).toBe(403);
    await elsewhere.close();
  });

  test('it listens on 127.0.0.1 alone', async () => {
    const { port } = new URL(origin);
    const other = connect({ host: '127.0.0.2', port: Number(port) });
    await expect(
      new Promise((resolve, reject) => {
        other.once('connect', resolve);
        other.once('error', reject);
      }),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('a token given is kept, so that an open tab outlives a restart', async () => {
    const token = 'x'.repeat(32);
    const again = await listen(app.engine, { port: 0, token, log: () => {} });
    expect(new URL(again.url).searchParams.get('token')).toBe(token);
    await again.close();
  });

  test('a port that is taken is refused', async () => {
    const { port } = new URL(origin);
    await expect(listen(app.engine, { port: Number(port), token: null, log: () => {} })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('calls', () => {
  test('are answered as JSON that no cache keeps', async () => {
    const response = await post('/call', JSON.stringify({ method: 'library.overview', params: null }));
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ ok: true, result: { articles: 0 } });
  });

  test('that are none are refused by name, with 200: errors are data', async () => {
    for (const body of ['', 'nonsense', '[]', 'null', '{"method":7}', '\u0000'])
      expect(await (await post('/call', body)).json()).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    expect(await call('articles.get', { id: 'x' })).toMatchObject({ ok: false, error: { code: 'invalid-params' } });
  });

  test('that are too large are refused, and the answer arrives', async () => {
    expect((await post('/call', 'x'.repeat(21 * MB))).status).toBe(413);
    expect(await call('library.overview', null)).toMatchObject({ ok: true });
  });

  test('come by POST', async () => {
    expect((await fetch(`${origin}/call`, { headers: own() })).status).toBe(404);
  });
});

describe('uploads', () => {
  test('reach their import; one that is too large is told so', async () => {
    const id = await begin();
    const path = `/import/${id}`;
    const named = { 'x-tearsheet-path': encodeURIComponent('a/ö.txt') };
    expect((await post(path, story('Harbour reopens'), named)).status).toBe(204);
    const frames = { 'content-type': 'application/x-tearsheet-files' };
    expect((await post(path, new Uint8Array(20 * MB), frames)).status).toBe(413);
    await call('imports.finish', { id });
    expect((await app.ended(id)).counts).toMatchObject({ imported: 1, failed: 0 });
  });

  test('that break off do no harm', async () => {
    const id = await begin();
    const { hostname, port } = new URL(origin);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(
      `POST /import/${id} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n` +
        'X-Tearsheet-Path: a.txt\r\nContent-Length: 1000\r\n\r\nonly this',
    );
    await new Promise((sent) => socket.once('drain', sent).write('x', sent));
    socket.destroy();
    expect(await call('library.overview', null)).toMatchObject({ ok: true });
    await call('imports.finish', { id });
    expect(await app.ended(id)).toMatchObject({ state: 'done', total: 0 });
  });
});

describe('addresses', () => {
  test.each(['//evil.example/', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/\\..\\x', '*'])(
    '%j leads nowhere',
    async (path) => {
      const { statusCode = 0 } = await raw({ path });
      expect([400, 404]).toContain(statusCode);
    },
  );

  test.each(['TRACE', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])('%s is no way to ask', async (method) => {
    expect((await raw({ path: '/', method })).statusCode).toBe(405);
  });

  test('HEAD tells what GET would, without the body', async () => {
    const response = await fetch(`${origin}/assets/a.js`, { method: 'HEAD', headers: own() });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      '',
    ]);
  });

  test('a name that is none is refused and does not end the server', async () => {
    const { hostname, port } = new URL(origin);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(`GET http://[::bad HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 400/);
    expect(await call('library.overview', null)).toMatchObject({ ok: true });
  });
});

describe('the stream of events', () => {
  async function listening() {
    const end = new AbortController();
    const response = await fetch(`${origin}/events`, { headers: own(), signal: end.signal });
    const events: AppEvent[] = [];
    const waiting: (() => void)[] = [];
    const reading = (async () => {
      let text = '';
      for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) if (part.startsWith('data: ')) events.push(JSON.parse(part.slice(6)));
        for (const wake of waiting.splice(0)) wake();
      }
    })().catch(() => {});
    const heard = async (type: AppEvent['type']): Promise<AppEvent> => {
      for (;;) {
        const found = events.find((event) => event.type === type);
        if (found) return found;
        await new Promise<void>((wake) => waiting.push(wake));
      }
    };
    return {
      response,
      events,
      heard,
      end: async () => {
        end.abort();
        await reading;
      },
    };
  }

  test('tells what happens, to everyone who listens', async () => {
    const [one, two] = [await listening(), await listening()];
    expect(one.response.headers.get('content-type')).toBe('text/event-stream');
    await call('settings.set', { theme: 'dark' });
    await Promise.all([one.heard('settings.changed'), two.heard('settings.changed')]);
    writeTree(app.folder, { 'a.txt': story('Harbour reopens') });
    await app.importPaths('a.txt');
    await one.heard('articles.changed');
    expect(await one.heard('import.progress')).toMatchObject({ import: { origin: 'paths' } });
    await Promise.all([one.end(), two.end()]);
  });

  test('tells a window that was answered ahead whether it has missed something', async () => {
    const ahead = async () => (await fetch(`${origin}/ahead`, { headers: own() })).json();
    expect(await ahead()).toContainEqual({
      request: { method: 'articles.list', params: query({ filter: filter({ shelf: 'articles' }), limit: 200 }) },
      reply: await call('articles.list', query({ filter: filter({ shelf: 'articles' }), limit: 200 })),
    });
    const other = await listening();
    await ahead();
    await call('settings.set', { theme: 'dark' });
    await other.heard('settings.changed');
    const late = await listening();
    await late.heard('reconnected');
    await ahead();
    const early = await listening();
    await call('settings.set', { theme: 'light' });
    await early.heard('settings.changed');
    expect(early.events.map(({ type }) => type)).not.toContain('reconnected');
    await Promise.all([other.end(), late.end(), early.end()]);
  });

  test('ends with the browser, and the engine forgets it', async () => {
    const stream = await listening();
    await stream.end();
    await call('settings.set', { theme: 'light' });
    expect(await call('articles.list', query({ filter: filter() }))).toMatchObject({ ok: true });
    expect(logged).toEqual([]);
  });

  test('drops a browser that does not read, and goes on for the others', async () => {
    const listeners = new Set<(event: AppEvent) => void>();
    const talkative: Engine = {
      ...app.engine,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const other = await listen(talkative, { port: 0, token: null, log: () => {} });
    const { hostname, port, origin: from } = new URL(other.url);
    const entered = (await fetch(other.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0];
    const deaf = connect({ host: hostname, port: Number(port) });
    deaf.write(`GET /events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${from}\r\nCookie: ${entered}\r\n\r\n`);
    await once(deaf, 'data');
    deaf.pause();
    const reading = await fetch(new URL('/events', other.url), { headers: { cookie: entered ?? '', origin: from } });
    const reader = reading.body?.getReader();
    expect(listeners.size).toBe(2);

    const [first] = listeners;
    const event = { type: 'x'.repeat(100_000) } as unknown as AppEvent;
    // Far more than the system's own buffers hold.
    for (let nth = 0; nth < 300; nth++) first?.(event);
    await expect.poll(() => listeners.size, { timeout: 10_000 }).toBe(1);
    for (const listener of listeners) listener({ type: 'library.changed' });
    let heard = '';
    while (!heard.includes('library.changed')) heard += Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(heard).not.toContain('xxx');
    deaf.destroy();
    await other.close();
  });
});

test('closing ends open connections and streams', async () => {
  const short = await listen(app.engine, { port: 0, token: null, log: () => {} });
  const { origin: from } = new URL(short.url);
  const entered = (await fetch(short.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const response = await fetch(`${from}/events`, { headers: { cookie: entered, origin: from } });
  const reading = response.text().catch(() => 'ended');
  await short.close();
  await reading;
  await expect(fetch(`${from}/`)).rejects.toThrow();
});
