import type { Dispatcher } from 'undici';
import { type BodyLimits, unpacked } from './unpack.ts';

/** One request and its answer, without following anything. */
export interface Exchange {
  readonly status: number;
  /** The header's value, its bytes as Latin-1; the first, where there are several; null when it is not there. */
  header(name: string): string | null;
  readonly bytes: Uint8Array;
}

/** What went over the line so far. */
export interface Traffic {
  status: number | null;
  sentBytes: number;
  receivedBytes: number;
}

/** Of an answer that is not wanted, so much is read to keep its connection. */
const UNWANTED_BYTES = 16_384;

/** Sends one GET. `traffic` is kept up to date, so that it tells what was done when this rejects. */
export async function exchange(
  connection: Dispatcher,
  url: URL,
  headers: Readonly<Record<string, string>>,
  { signal, traffic, ...limits }: BodyLimits & { readonly signal: AbortSignal; readonly traffic: Traffic },
): Promise<Exchange> {
  signal.throwIfAborted();
  const path = `${url.pathname}${url.search}`;
  const answering = connection.request({ origin: url.origin, path, method: 'GET', headers, signal });
  traffic.sentBytes = sizeOf(
    `GET ${path} HTTP/1.1`,
    Object.entries({ host: url.host, connection: 'keep-alive', ...headers }),
  );
  const answer = await answering;
  traffic.status = answer.statusCode;
  traffic.receivedBytes = sizeOf('HTTP/1.1 200', Object.entries(answer.headers));
  const header = (name: string): string | null => {
    const value = answer.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const reading = (isWanted: boolean) =>
    unpacked(answer.body, isWanted ? (header('content-encoding') ?? '') : '', limits, (received) => {
      traffic.receivedBytes += received;
    });
  const done = (bytes: Uint8Array): Exchange => ({ status: answer.statusCode, header, bytes });
  if (answer.statusCode >= 200 && answer.statusCode < 300) return done(await reading(true));
  const isShort = Number(header('content-length') ?? Number.NaN) <= UNWANTED_BYTES;
  if (answer.statusCode === 304 || isShort) await reading(false).catch(() => signal.throwIfAborted());
  else answer.body.on('error', () => {}).destroy();
  return done(new Uint8Array());
}

const sizeOf = (line: string, headers: readonly (readonly [string, string | string[] | undefined])[]): number =>
  headers
    .flatMap(([name, value]) => [value ?? []].flat().map((each) => name.length + each.length + 4))
    .reduce((sum, each) => sum + each, line.length + 4);
