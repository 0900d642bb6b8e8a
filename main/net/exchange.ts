import type { Dispatcher } from 'undici';
import type { Reception, Take } from './reception.ts';
import { type BodyLimits, unpack } from './unpack.ts';

/** One request and its answer, without following anything. */
export interface Exchange {
  readonly status: number;
  /** The header's value, its bytes as Latin-1; the first, where there are several; null when it is not there. */
  header(name: string): string | null;
}

/** What went over the line so far. */
export interface Traffic {
  status: number | null;
  sentBytes: number;
  receivedBytes: number;
}

/** Of an answer that is not wanted, so much is read to keep its connection. */
const UNWANTED_BYTES = 16_384;

interface ExchangeParts extends BodyLimits {
  /** Is given the body of an answer that is well. */
  readonly reception: Pick<Reception, 'open'>;
  readonly signal: AbortSignal;
  readonly traffic: Traffic;
}

/** Sends one GET. `traffic` is kept up to date, so that it tells what was done when this rejects. */
export async function exchange(
  connection: Dispatcher,
  url: URL,
  headers: Readonly<Record<string, string>>,
  { reception, signal, traffic, ...limits }: ExchangeParts,
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
  const reading = (encoding: string, take: Take) =>
    unpack(
      ...[answer.body, encoding, limits],
      (received) => {
        traffic.receivedBytes += received;
      },
      take,
    );
  const letGo = () => void answer.body.on('error', () => {}).destroy();
  const done: Exchange = { status: answer.statusCode, header };
  if (answer.statusCode >= 200 && answer.statusCode < 300) {
    const take = await reception.open(url, answer.statusCode, header).catch((error: unknown) => {
      letGo();
      throw error;
    });
    if (take) await reading(header('content-encoding') ?? '', take);
    else letGo();
    return done;
  }
  const isShort = Number(header('content-length') ?? Number.NaN) <= UNWANTED_BYTES;
  if (answer.statusCode === 304 || isShort) await reading('', () => {}).catch(() => signal.throwIfAborted());
  else letGo();
  return done;
}

const sizeOf = (line: string, headers: readonly (readonly [string, string | string[] | undefined])[]): number =>
  headers
    .flatMap(([name, value]) => [value ?? []].flat().map((each) => name.length + each.length + 4))
    .reduce((sum, each) => sum + each, line.length + 4);
