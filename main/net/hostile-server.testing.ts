import {
  createServer as createHttp,
  type IncomingHttpHeaders,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { TestCertificate } from './certificate.testing.ts';

/** What an address answers from now on. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As they were sent: names and values in turn. */
  readonly rawHeaders: readonly string[];
}

interface Options {
  /** An address of this machine: each is a host of its own. */
  readonly address?: string;
  readonly port?: number;
  /** Speaks TLS with it. */
  readonly certificate?: TestCertificate;
}

export interface HostileServer {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  readonly port: number;
  /** Every request that came, the first first. */
  readonly requests: readonly SeenRequest[];
  /** How many connections were ever made to it. */
  connections(): number;
  /** How many requests were under way at the same time, at most. */
  peak(): number;
  /** The address of something it does wrong. */
  doing(misdeed: Misdeed): string;
  /** Answers a path in an honest way. @returns its address */
  serve(path: string, answer: Answer | ((request: SeenRequest) => Answer | Promise<Answer>)): string;
  [Symbol.asyncDispose](): Promise<void>;
}

const FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour news</title></channel></rss>';
const BOMB_BYTES = 64_000_000;

type Do = (response: ServerResponse, socket: Socket) => void;

const leadingTo =
  (location: string, status = 302): Do =>
  (response) =>
    response.writeHead(status, { location }).end();

/** Each does its worst and goes on until the other side has had enough; what it began ends with the connection. */
const MISDEEDS = {
  'never-answers': () => {},
  'byte-a-second': (response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    const timer = setInterval(() => response.write('<'), 1_000);
    response.write('<');
    response.on('close', () => clearInterval(timer));
  },
  'endless-body': (response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    const piece = Buffer.alloc(65_536, 'x');
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', more);
    more();
  },
  'endless-head': (_, socket) => {
    const more = () => {
      while (!socket.destroyed && socket.write(`X-Filler: ${'x'.repeat(4_000)}\r\n`));
    };
    socket.on('drain', more);
    socket.on('error', () => {});
    socket.write('HTTP/1.1 200 OK\r\n');
    more();
  },
  'shorter-than-said': (_, socket) => {
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n${FEED}`);
  },
  'longer-than-said': (_, socket) => {
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\n${FEED}`);
  },
  'broken-chunks': (_, socket) => {
    socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\nzz\r\n');
  },
  'no-http': (_, socket) => {
    socket.end('220 mail.example ESMTP\r\n');
  },
  'hangs-up': (_, socket) => {
    socket.destroy();
  },
  'broken-gzip': (response) => {
    const packed = gzipSync(FEED.repeat(100));
    packed.fill(0xff, 40, 80);
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  },
  'half-gzip': (response) => {
    const packed = gzipSync(FEED.repeat(100));
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length / 2));
  },
  'no-gzip': (response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(FEED);
  },
  'unknown-encoding': (response) => {
    response.writeHead(200, { 'content-encoding': 'compress' }).end(FEED);
  },
  'gzip-bomb': (response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(BOMB_BYTES)));
  },
  'gzip-in-gzip-bomb': (response) => {
    const packed = gzipSync(gzipSync(Buffer.alloc(BOMB_BYTES)));
    response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(packed);
  },
  'redirect-to-itself': leadingTo('/redirect-to-itself', 301),
  'redirect-in-a-circle': leadingTo('/redirect-back', 307),
  'redirect-back': leadingTo('/redirect-in-a-circle', 308),
  'redirect-to-file': leadingTo('file:///etc/passwd'),
  'redirect-to-script': leadingTo('javascript:alert(1)'),
  'redirect-to-nothing': leadingTo('http://'),
  'redirect-to-loopback': leadingTo('http://127.0.0.1:1/'),
  'redirect-to-metadata': leadingTo('http://169.254.169.254/latest/meta-data/'),
  'redirect-to-other-port': leadingTo('http://127.0.0.1:25/'),
  'error-page': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Sign in</title><p>Please sign in to the harbour’s network.');
  },
} satisfies Record<string, Do>;

export type Misdeed = keyof typeof MISDEEDS;
const isMisdeed = (name: string): name is Misdeed => Object.hasOwn(MISDEEDS, name);

/** A web server that does what it is told, and what no server should; on this machine only, gone when the test is. */
export async function hostileServer(options: Options = {}): Promise<HostileServer> {
  const { address = '127.0.0.1', port = 0, certificate } = options;
  const requests: SeenRequest[] = [];
  const answers = new Map<string, Answer | ((request: SeenRequest) => Answer | Promise<Answer>)>();
  let [connections, underWay, peak] = [0, 0, 0];

  const listener: RequestListener = async (request, response) => {
    const { method = '', url = '', headers, rawHeaders } = request;
    const seen: SeenRequest = { method, path: url, headers, rawHeaders };
    requests.push(seen);
    peak = Math.max(peak, ++underWay);
    response.once('close', () => underWay--);
    const [path = ''] = url.split('?');
    const answer = answers.get(url) ?? answers.get(path);
    const name = path.slice(1);
    if (answer) {
      const { status = 200, headers: own = {}, body = '' } = typeof answer === 'function' ? await answer(seen) : answer;
      return void response.writeHead(status, own).end(body);
    }
    if (isMisdeed(name)) return MISDEEDS[name](response, request.socket);
    /^\/hop\/\d+$/.test(path)
      ? leadingTo(`/hop/${Number(path.slice(5)) + 1}`)(response, request.socket)
      : response.writeHead(404).end();
  };
  const server = certificate ? createHttps({ ...certificate }, listener) : createHttp(listener);
  server.on('connection', () => connections++);
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, address, resolve));
  const at = (server.address() as AddressInfo).port;
  const origin = `${certificate ? 'https' : 'http'}://${address}:${at}`;
  return {
    ...{ origin, port: at, requests },
    connections: () => connections,
    peak: () => peak,
    doing: (misdeed) => `${origin}/${misdeed}`,
    serve(path, answer) {
      answers.set(path, answer);
      return `${origin}${path}`;
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
