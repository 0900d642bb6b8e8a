import { networkInterfaces } from 'node:os';
import type { Log } from '../../base/log.ts';
import type { EpochMs, NetFailure, RequestOutcome } from '../../contract/model.ts';
import type { HostPause, Store } from '../../db/store.ts';
import { admit, type Way, webAddress } from './address-rules.ts';
import { bareHost } from './addresses.ts';
import { createBook } from './book.ts';
import type { ConnectionLimits, Resolve } from './connections.ts';
import { type Exchange, exchange, type Traffic } from './exchange.ts';
import { failureOf, NO_NETWORK } from './failures.ts';
import type { Net, NetOutcome, NetRequest, Redirect, Validators } from './fetcher.ts';
import { createQueue } from './queue.ts';
import { Refusal } from './refusal.ts';
import { cacheOf, NO_VALIDATORS, retryAt, validatorsOf } from './said.ts';
import { answeredBadly, isPauseStatus, isRedirectStatus } from './statuses.ts';
import { ACCEPTED_ENCODINGS } from './unpack.ts';
import { userAgent } from './user-agent.ts';

export interface NetLimits extends ConnectionLimits {
  /** Of a request and what it leads to, without waiting for turns. */
  readonly wholeMs: number;
  readonly maxRedirects: number;
  readonly maxRatio: number;
  readonly connections: number;
}

export interface NetOptions {
  readonly store: Pick<Store, 'noteRequests' | 'settings'>;
  readonly now: () => EpochMs;
  readonly log: Log;
  /** Whether addresses of this computer and its network are as good as any: for tests, by a switch with a name. */
  readonly allowPrivate: boolean;
  /** The network was lost or is back, or offline mode was switched. */
  readonly onChange?: () => void;
  readonly limits?: Partial<NetLimits>;
  readonly resolve?: Resolve;
}

const LIMITS: NetLimits = {
  connectMs: 10_000,
  firstByteMs: 20_000,
  silenceMs: 15_000,
  wholeMs: 60_000,
  maxHeaderBytes: 32_768,
  maxRedirects: 5,
  maxRatio: 200,
  connections: 8,
};

/** Where one request stands between its hops. */
interface Course {
  readonly request: NetRequest;
  readonly order: number;
  readonly end: AbortController;
  readonly redirects: Redirect[];
  /** Something of it is on the line. */
  isAsking: boolean;
  remainingMs: number;
}

/** One hop that was answered. */
interface Answered {
  readonly answer: Exchange;
  readonly pause: HostPause | null;
  readonly at: EpochMs;
}

/** Opens the only door to the network. */
export function createNet({
  store,
  now,
  log,
  allowPrivate,
  onChange = () => {},
  resolve,
  ...options
}: NetOptions): Net {
  const limits = { ...LIMITS, ...options.limits };
  const queue = createQueue(limits.connections);
  const book = createBook(store);
  /** What speaks HTTP is large, and loaded when somebody asks. */
  const connecting = once(async () => (await import('./connections.ts')).createConnections(limits, resolve));
  const running = new Map<Course, Promise<NetOutcome>>();
  let asked = 0;
  let isOfflineMode = false;
  let offlineSince: EpochMs | null = null;
  let isClosed = false;

  function fetch(request: NetRequest): Promise<NetOutcome> {
    const course: Course = {
      ...{ request, order: ++asked, redirects: [] },
      end: new AbortController(),
      isAsking: false,
      remainingMs: request.maxMs ?? limits.wholeMs,
    };
    const cancel = () => course.end.abort(new Refusal('cancelled', 'It was cancelled.'));
    request.signal.addEventListener('abort', cancel, { once: true });
    if (request.signal.aborted || isClosed) cancel();
    const outcome = follow(course)
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) log('error', 'a request failed by a fault of ours', { error: String(error) });
        const { code, message } = failureOf(error, 'The host', hasNetwork);
        return failed(course, code, message);
      })
      .finally(() => {
        running.delete(course);
        request.signal.removeEventListener('abort', cancel);
      });
    running.set(course, outcome);
    return outcome;
  }

  async function follow(course: Course): Promise<NetOutcome> {
    const { request, redirects } = course;
    let url = webAddress(request.url);
    const first = withoutSecrets(url);
    const seen = new Set<string>();
    const way = { isRedirect: false, isPrivateSoFar: true };
    const credentials = credentialsOf(url);

    for (;;) {
      const shown = withoutSecrets(url);
      const validators = validatorsFor(request, shown, first);
      const mayBePrivate = await admitted(course, url, way);
      const headers = {
        'user-agent': userAgent,
        accept: request.accept,
        'accept-encoding': ACCEPTED_ENCODINGS,
        ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
        ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
        ...(credentials?.origin === url.origin ? { authorization: credentials.header } : {}),
      };
      const hop = await ask(course, url, headers, mayBePrivate);
      if ('kind' in hop) return hop;
      const { answer, pause, at } = hop;
      const { status, header, bytes } = answer;
      const location = isRedirectStatus(status) ? header('location') : null;
      if (location === null) {
        const behind = shown === first ? null : { url: shown, ...validatorsOf(header) };
        const told = {
          ...{ redirects, behind, at, cache: cacheOf(header, at) },
          validators: behind ? NO_VALIDATORS : validatorsOf(header),
        };
        if (status === 304 && validators) return { kind: 'not-modified', ...told };
        if (status >= 200 && status < 300)
          return { kind: 'ok', url: shown, mediaType: header('content-type'), bytes, ...told };
        const { code, message } = answeredBadly(status, url.hostname);
        return failed(course, code, message, { status, retryAt: pause?.until ?? null, at });
      }
      seen.add(shown);
      const next = webAddress(Buffer.from(location, 'latin1').toString('utf8'), url.href);
      redirects.push({ from: shown, to: withoutSecrets(next), status });
      if (seen.has(withoutSecrets(next)))
        return failed(course, 'redirects', `${url.hostname} leads round in a circle.`, { status });
      if (redirects.length > limits.maxRedirects)
        return failed(course, 'redirects', `The address leads on more than ${limits.maxRedirects} times.`, { status });
      way.isRedirect = true;
      way.isPrivateSoFar &&= mayBePrivate;
      url = next;
    }
  }

  /** Lets an address pass, or notes that it did not. */
  async function admitted(course: Course, url: URL, way: Way): Promise<boolean> {
    try {
      return admit(url, course.request, way, allowPrivate);
    } catch (error) {
      if (error instanceof Refusal)
        await book.begin({ ...noteOf(course, url), refusal: { outcome: error.code, message: error.message } });
      throw error;
    }
  }

  const noteOf = ({ request }: Course, url: URL) => ({
    at: now(),
    method: 'GET',
    url: withoutSecrets(url),
    host: bareHost(url.hostname),
    why: request.why,
    feedId: request.feedId ?? null,
    articleId: request.articleId ?? null,
  });

  /** Asks one address when it is its turn, and notes it. */
  async function ask(
    course: Course,
    url: URL,
    headers: Readonly<Record<string, string>>,
    mayBePrivate: boolean,
  ): Promise<Answered | NetOutcome> {
    const host = bareHost(url.hostname);
    const leave = await queue.turn(host, course.order, course.end.signal);
    course.isAsking = true;
    try {
      const noted = await book.begin({ ...noteOf(course, url), refusal: null }).catch((error: unknown) => {
        log('error', 'a request could not be noted, so it was not sent', { error: String(error) });
        throw new Refusal('cancelled', 'The request could not be written to the ledger, so it was not sent.');
      });
      look(noted.isOfflineMode);
      if (noted.id === null) return heldBack(course, host, noted);
      const begunAt = now();
      const traffic: Traffic = { status: null, sentBytes: 0, receivedBytes: 0 };
      const note = async (outcome: RequestOutcome, message: string | null, pause?: HostPause | null) => {
        const entry = {
          id: noted.id ?? undefined,
          ...traffic,
          durationMs: Math.max(now() - begunAt, 0),
          outcome,
          message,
        };
        if (entry.id === undefined) return;
        await book
          .end({ ...entry, id: entry.id, ...(pause === undefined ? {} : { pause }) })
          .catch((error: unknown) => {
            log('error', 'how a request ended could not be noted', { error: String(error) });
          });
      };
      const timer = setTimeout(
        () => course.end.abort(new Refusal('too-slow', `${host} takes too long over its answer.`)),
        course.remainingMs,
      );
      const startedAt = performance.now();
      try {
        const { maxBytes } = course.request;
        const connections = await connecting();
        const answer = await exchange(connections.to(mayBePrivate), url, headers, {
          ...{ maxBytes, maxRatio: limits.maxRatio, signal: course.end.signal, traffic },
        });
        const at = now();
        reached(null);
        const times = (noted.pause?.times ?? 0) + 1;
        const pause = isPauseStatus(answer.status)
          ? { until: retryAt(answer.header, at, times), reason: answeredBadly(answer.status, host).code, times }
          : null;
        const isOver = pause === null && noted.pause !== null;
        await note(...outcomeOf(answer, host), pause ?? (isOver ? null : undefined));
        return { answer, pause, at };
      } catch (error) {
        const { code, message } = failureOf(error, host, hasNetwork);
        if (code === 'offline') reached(now());
        await note(code, message);
        return failed(course, code, message, { status: traffic.status });
      } finally {
        clearTimeout(timer);
        course.remainingMs = Math.max(course.remainingMs - (performance.now() - startedAt), 1);
      }
    } finally {
      course.isAsking = false;
      leave();
    }
  }

  function heldBack(
    course: Course,
    host: string,
    { isOfflineMode, pause }: { readonly isOfflineMode: boolean; readonly pause: HostPause | null },
  ) {
    if (isOfflineMode || !pause) return failed(course, 'offline-mode', OFFLINE_MODE);
    const code: NetFailure = pause.reason === 'server-error' ? 'server-error' : 'too-many-requests';
    return failed(course, code, `${host} has asked to be left alone for a while.`, { retryAt: pause.until });
  }

  function look(isOn: boolean): void {
    if (isOn === isOfflineMode) return;
    isOfflineMode = isOn;
    onChange();
  }

  function reached(awaySince: EpochMs | null): void {
    const was = offlineSince;
    offlineSince = awaySince === null ? null : (was ?? awaySince);
    if ((was === null) !== (offlineSince === null)) onChange();
    if (awaySince === null) return;
    // What waits would find out the same, each for itself and each after a while. What is nearby may be there all the same.
    for (const { isAsking, request, end } of running.keys())
      if (!isAsking && !request.privateOrigins?.length) end.abort(new Refusal('offline', NO_NETWORK));
  }

  const failed = (
    { redirects }: Course,
    code: NetFailure,
    message: string,
    more: { readonly status?: number | null; readonly retryAt?: EpochMs | null; readonly at?: EpochMs } = {},
  ): NetOutcome => ({ kind: 'failed', code, message, status: null, retryAt: null, redirects, at: now(), ...more });

  /** Ends everything under way. */
  async function end(reason: Refusal): Promise<void> {
    const ending = [...running];
    for (const [course] of ending) course.end.abort(reason);
    if (connecting.isBegun()) await (await connecting()).end();
    await Promise.all(ending.map(([, outcome]) => outcome));
  }

  return {
    fetch,
    get isOfflineMode() {
      return isOfflineMode;
    },
    get offlineSince() {
      return offlineSince;
    },
    async settingsChanged() {
      const settings = await store.settings();
      look(settings.isOfflineMode);
      if (isOfflineMode) await end(new Refusal('offline-mode', OFFLINE_MODE));
    },
    async close() {
      isClosed = true;
      await end(new Refusal('cancelled', 'Tearsheet was closed.'));
      await book.settled();
    },
  };
}

/** Makes something once, when it is first asked for. */
function once<T>(make: () => Promise<T>) {
  let made: Promise<T> | null = null;
  return Object.assign(
    () => {
      made ??= make();
      return made;
    },
    { isBegun: () => made !== null },
  );
}

const OFFLINE_MODE = 'Offline mode is on: nothing leaves this computer.';

function outcomeOf({ status, header }: Exchange, host: string): [RequestOutcome, string | null] {
  if (status === 304) return ['not-modified', null];
  if (status >= 200 && status < 300) return ['ok', null];
  if (isRedirectStatus(status) && header('location') !== null) return ['redirect', null];
  const { code, message } = answeredBadly(status, host);
  return [code, message];
}

/** Validators belong to the address that gave them. */
function validatorsFor({ validators, behind }: NetRequest, url: string, first: string): Validators | null {
  const own = url === first ? validators : behind?.url === url ? behind : null;
  return own && (own.etag !== null || own.lastModified !== null) ? own : null;
}

/** An address as it may be written down. */
function withoutSecrets(url: URL): string {
  if (url.username === '' && url.password === '') return url.href;
  const bare = new URL(url.href);
  bare.username = '';
  bare.password = '';
  return bare.href;
}

/** A name and password of the address that was asked for: they are for its origin, and no redirect brings others. */
function credentialsOf(url: URL): { readonly origin: string; readonly header: string } | null {
  if (url.username === '' && url.password === '') return null;
  const [name, password] = [url.username, url.password].map((part) => Buffer.from(decoded(part)).toString('utf8'));
  return { origin: url.origin, header: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether this computer has any connection but to itself. */
const hasNetwork = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal) ?? false);
