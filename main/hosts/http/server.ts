import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../../../base/log.ts';
import type { Engine } from '../../engine.ts';
import { SECURITY_HEADERS } from '../../files.ts';
import { AHEAD_LINK, type Ahead, createAhead } from './ahead.ts';
import { openEventStream } from './event-stream.ts';
import { cookieName, judge } from './guard.ts';

// Imported, it loads at once whatever it has beside its own: the whole of `fetch`, which nobody needs before there is a request.
const { createServer } = process.getBuiltinModule('node:http');

/** A call is small; uploads do not go this way. */
const CALL_LIMIT_BYTES = 20 * 1024 * 1024;

export interface LoopbackHost {
  /** The address to open, launch token included. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the engine to a browser on this machine, on 127.0.0.1 only.
 * @param port 0 for any free one
 * @param token the launch token to use, so that a tab outlives a restart; null for a new one
 */
export async function listen(
  engine: Engine,
  { port, token: given, log }: { readonly port: number; readonly token: string | null; readonly log: Log },
): Promise<LoopbackHost> {
  const token = given ?? randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    answer({ engine, ahead, port, token }, request, response).catch((error: unknown) => {
      // A browser that went away in the middle is no failure of ours.
      if (response.destroyed) return;
      log('error', 'a request failed', { error: String(error) });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.headersTimeout = 10_000;
  // An archive of many gigabytes takes as long as it takes.
  server.requestTimeout = 0;
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', ready);
  });
  const address = server.address() as AddressInfo;
  // The first request needs it: it is loaded while the browser is on its way.
  setImmediate(() => globalThis.Response);
  const ahead = createAhead(engine);
  return {
    url: `http://127.0.0.1:${address.port}/?token=${token}`,
    close: () =>
      new Promise((closed) => {
        ahead.close();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface Served {
  readonly engine: Engine;
  readonly ahead: Ahead;
  readonly port: number;
  readonly token: string;
}

async function answer(
  { engine, ahead, port, token }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = request.url ?? '/';
  // A path, not an address of its own: `//name/` would name another host.
  if (!/^\/(?!\/)/.test(address) || !URL.canParse(address, `http://127.0.0.1:${port}`))
    return void response.writeHead(400).end();
  const url = new URL(address, `http://127.0.0.1:${port}`);
  const verdict = judge(request, url, port, token);
  if (verdict.kind === 'refused')
    return void response
      .writeHead(verdict.status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
      .end(REFUSED[verdict.status]);
  if (verdict.kind === 'enter') {
    const cookie = `${cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`;
    return void response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' }).end();
  }

  if (url.pathname === '/call' && request.method === 'POST') return call(engine, request, response);
  if (url.pathname === '/ahead' && request.method === 'GET') return answerJson(response, await ahead.answers());
  if (url.pathname === '/events' && request.method === 'GET')
    return openEventStream(engine, response, ahead.hasMissed());

  if (!METHODS.has(request.method ?? '')) return void response.writeHead(405).end();
  const file = await engine.fetch(toWebRequest(request, url));
  if (url.pathname === '/' && request.headers['sec-fetch-dest'] === 'document') response.setHeader('link', AHEAD_LINK);
  response.writeHead(file.status, Object.fromEntries(file.headers));
  if (file.body) await pipeline(Readable.fromWeb(file.body as never), response);
  else response.end();
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

const REFUSED = {
  401: 'This address belongs to a running Tearsheet. Open the address it printed when it started.\n',
  403: 'Only Tearsheet’s own page may ask this. Open the address it printed when it started.\n',
  421: 'Tearsheet answers at 127.0.0.1 and under no other name. Open the address it printed when it started.\n',
} as const;

async function call(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === null) return void response.writeHead(413).end();
  answerJson(response, await engine.dispatch(parse(body)));
}

function answerJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(value));
}

/** Anything that is not JSON becomes a call without a method, which dispatch refuses by name. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

/** @returns null when it is too large. It is heard out all the same, without being kept: else the answer would not arrive. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length']) > CALL_LIMIT_BYTES) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= CALL_LIMIT_BYTES) chunks.push(chunk);
  }
  return size > CALL_LIMIT_BYTES ? null : Buffer.concat(chunks);
}

function toWebRequest(request: IncomingMessage, url: URL): Request {
  const headers = new Headers();
  for (const name of ['content-type', 'content-length', 'x-tearsheet-path', 'x-tearsheet-role', 'range']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const method = request.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  return new Request(url, { method, headers, body: Readable.toWeb(request) as ReadableStream, duplex: 'half' });
}
