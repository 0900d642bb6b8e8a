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
  const isWanted = answer.statusCode >= 200 && answer.statusCode < 300;
  const stated = Number(header('content-length') ?? Number.NaN);
  if (!isWanted && !(stated <= UNWANTED_BYTES)) {
    answer.body.on('error', () => {});
    answer.body.destroy();
    return { status: answer.statusCode, header, bytes: new Uint8Array() };
  }
  const bytes = await unpacked(answer.body, isWanted ? (header('content-encoding') ?? '') : '', limits, (received) => {
    traffic.receivedBytes += received;
  });
  return { status: answer.statusCode, header, bytes };
}

const sizeOf = (line: string, headers: readonly (readonly [string, string | string[] | undefined])[]): number =>
  headers
    .flatMap(([name, value]) => [value ?? []].flat().map((each) => name.length + each.length + 4))
    .reduce((sum, each) => sum + each, line.length + 4);
