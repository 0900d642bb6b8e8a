import type { Log } from '../../base/log.ts';
import type { NetFailure, RequestOutcome } from '../../contract/ledger.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { HostPause, RequestNoted } from '../../db/store.ts';
import { bareHost } from './addresses.ts';
import type { Book } from './book.ts';
import type { Connections } from './connections.ts';
import { type Exchange, exchange, type Traffic } from './exchange.ts';
import { failureOf } from './failures.ts';
import type { NetRequest } from './fetcher.ts';
import type { Queue } from './queue.ts';
import type { Reception } from './reception.ts';
import { Refusal } from './refusal.ts';
import { retryAt } from './said.ts';
import { withoutSecrets } from './secrets.ts';
import { answeredBadly, isPauseStatus, isRedirectStatus } from './statuses.ts';

/** Where one request stands between its hops. */
export interface Course {
  readonly request: NetRequest;
  /** Which it was of all that were asked for. */
  readonly order: number;
  readonly reception: Reception;
  readonly end: AbortController;
  /** It has its turn. */
  isAsking: boolean;
  /** How much time it has left on the line. */
  remainingMs: number;
}

/** One address on the way, allowed. */
export interface Hop {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly mayBePrivate: boolean;
}

export type HopOutcome =
  | { readonly isAnswered: true; readonly answer: Exchange; readonly retryAt: EpochMs | null; readonly at: EpochMs }
  | {
      readonly isAnswered: false;
      readonly code: NetFailure;
      readonly message: string;
      readonly status: number | null;
      readonly retryAt: EpochMs | null;
    };

interface HopParts {
  readonly queue: Queue;
  readonly book: Book;
  readonly connecting: () => Promise<Connections>;
  readonly maxRatio: number;
  readonly now: () => EpochMs;
  readonly log: Log;
  /** Hears of offline mode with every request. */
  readonly onOfflineMode: (isOn: boolean) => void;
  /** Hears whether there is a network: null, or since when there is none. */
  readonly onNetwork: (awaySince: EpochMs | null) => void;
}

/** Asks one address after the other, each when it is its turn, and notes it. */
export function createHops({ queue, book, connecting, maxRatio, now, log, onOfflineMode, onNetwork }: HopParts) {
  async function begin(course: Course, url: URL): Promise<RequestNoted> {
    const noted = await book.begin({ ...noteOf(course, url, now()), refusal: null }).catch((error: unknown) => {
      log('error', 'a request could not be noted, so it was not sent', { error: String(error) });
      throw new Refusal('cancelled', 'The request could not be written to the ledger, so it was not sent.');
    });
    onOfflineMode(noted.isOfflineMode);
    return noted;
  }

  async function send(course: Course, { url, headers, mayBePrivate }: Hop, traffic: Traffic): Promise<Exchange> {
    const tooSlow = new Refusal('too-slow', `${bareHost(url.hostname)} takes too long over its answer.`);
    const timer = setTimeout(() => course.end.abort(tooSlow), course.remainingMs);
    const startedAt = performance.now();
    try {
      const limits = { maxBytes: course.request.maxBytes, maxRatio };
      const connection = (await connecting()).to(mayBePrivate);
      const { reception, end } = course;
      return await exchange(connection, url, headers, { ...limits, reception, signal: end.signal, traffic });
    } finally {
      clearTimeout(timer);
      course.remainingMs = Math.max(course.remainingMs - (performance.now() - startedAt), 1);
    }
  }

  async function ask(course: Course, hop: Hop): Promise<HopOutcome> {
    const host = bareHost(hop.url.hostname);
    const { id, isOfflineMode, pause: last } = await begin(course, hop.url);
    if (id === null) return heldBack(host, isOfflineMode ? null : last);
    const begunAt = now();
    const traffic: Traffic = { status: null, sentBytes: 0, receivedBytes: 0 };
    const note = async (outcome: RequestOutcome, message: string | null, pause?: HostPause | null) => {
      const entry = { id, ...traffic, durationMs: Math.max(now() - begunAt, 0), outcome, message };
      await book.end(pause === undefined ? entry : { ...entry, pause }).catch((error: unknown) => {
        log('error', 'how a request ended could not be noted', { error: String(error) });
      });
    };
    try {
      const answer = await send(course, hop, traffic);
      const at = now();
      onNetwork(null);
      const pause = pauseOf(answer, at, host, last);
      const { outcome, message } = outcomeOf(answer, host);
      await note(outcome, message, pause ?? (last ? null : undefined));
      return { isAnswered: true, answer, retryAt: pause?.until ?? null, at };
    } catch (error) {
      const { code, message } = failureOf(error, host);
      if (code === 'offline') onNetwork(now());
      await note(code, message);
      return { isAnswered: false, code, message, status: traffic.status, retryAt: null };
    }
  }

  return {
    async ask(course: Course, hop: Hop): Promise<HopOutcome> {
      const leave = await queue.turn(bareHost(hop.url.hostname), course.order, course.end.signal);
      course.isAsking = true;
      try {
        return await ask(course, hop);
      } finally {
        course.isAsking = false;
        leave();
      }
    },
    /** Notes that an address was not asked. */
    async refused(course: Course, url: URL, { code, message }: Refusal): Promise<void> {
      await book.begin({ ...noteOf(course, url, now()), refusal: { outcome: code, message } });
    },
  };
}

export const OFFLINE_MODE = 'Offline mode is on: nothing leaves this computer.';

const noteOf = ({ request }: Course, url: URL, at: EpochMs) => ({
  at,
  method: 'GET',
  url: withoutSecrets(url),
  host: bareHost(url.hostname),
  why: request.why,
  feedId: request.feedId ?? null,
  articleId: request.articleId ?? null,
});

/** A request that may not be sent: its host is paused, or, without a pause, offline mode is on. */
function heldBack(host: string, pause: HostPause | null): HopOutcome {
  const failed = { isAnswered: false, status: null } as const;
  if (!pause) return { ...failed, code: 'offline-mode', message: OFFLINE_MODE, retryAt: null };
  const code = pause.reason === 'server-error' ? 'server-error' : 'too-many-requests';
  return { ...failed, code, message: `${host} has asked to be left alone for a while.`, retryAt: pause.until };
}

/** How long a host that has enough is left alone; null when it has not. */
function pauseOf({ status, header }: Exchange, at: EpochMs, host: string, last: HostPause | null): HostPause | null {
  if (!isPauseStatus(status)) return null;
  const times = (last?.times ?? 0) + 1;
  return { until: retryAt(header, at, times), reason: answeredBadly(status, host).code, times };
}

function outcomeOf({ status, header }: Exchange, host: string) {
  const well = (outcome: RequestOutcome) => ({ outcome, message: null });
  if (status === 304) return well('not-modified');
  if (status >= 200 && status < 300) return well('ok');
  if (isRedirectStatus(status) && header('location') !== null) return well('redirect');
  const { code, message } = answeredBadly(status, host);
  return { outcome: code, message };
}
