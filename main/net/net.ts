import type { Log } from '../../base/log.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import { admit, type Way, webAddress } from './address-rules.ts';
import { isPrivateHost } from './addresses.ts';
import { createBook } from './book.ts';
import type { ConnectionLimits, Resolve } from './connections.ts';
import { failureOf, NO_NETWORK } from './failures.ts';
import type {
  DownloadOutcome,
  DownloadRequest,
  Net,
  NetOutcome,
  NetRequest,
  Redirect,
  RequestEnd,
  Validators,
} from './fetcher.ts';
import { type Course, createHops, OFFLINE_MODE } from './hop.ts';
import { createQueue } from './queue.ts';
import { createGathering, createHandingOver, type Reception } from './reception.ts';
import { Refusal } from './refusal.ts';
import { cacheOf, locationOf, NO_VALIDATORS, validatorsOf } from './said.ts';
import { type Credentials, credentialsOf, withoutSecrets } from './secrets.ts';
import { answeredBadly, isRedirectStatus } from './statuses.ts';
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

/** More requests than one program makes: what nobody waits for stands behind all that somebody does. */
const BEHIND = 2 ** 40;

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
  const book = createBook(store);
  /** What speaks HTTP is large, and loaded when somebody asks. */
  const connecting = once(async () => (await import('./connections.ts')).createConnections(limits, resolve));
  const running = new Map<Course, Promise<RequestEnd>>();
  let asked = 0;
  let isOfflineMode = false;
  let offlineSince: EpochMs | null = null;
  let isClosed = false;

  function onOfflineMode(isOn: boolean): void {
    if (isOn === isOfflineMode) return;
    isOfflineMode = isOn;
    onChange();
  }

  function onNetwork(awaySince: EpochMs | null): void {
    const was = offlineSince;
    offlineSince = awaySince === null ? null : (was ?? awaySince);
    if ((was === null) !== (offlineSince === null)) onChange();
    if (awaySince === null) return;
    // What waits would find out the same, each for itself and each after a while. What is nearby may be there all the same.
    for (const { isAsking, request, end } of running.keys())
      if (!isAsking && !request.privateOrigins?.length) end.abort(new Refusal('offline', NO_NETWORK));
  }

  const hops = createHops({
    ...{ queue: createQueue(limits.connections), book, connecting, maxRatio: limits.maxRatio },
    ...{ now, log, onOfflineMode, onNetwork },
  });

  async function fetch(request: NetRequest): Promise<NetOutcome> {
    const { reception, bytes } = createGathering({ 'accept-encoding': ACCEPTED_ENCODINGS });
    const outcome = await run(request, reception);
    return outcome.kind === 'ok' ? { ...outcome, bytes: bytes() } : outcome;
  }

  async function download({ into, beginning, ...request }: DownloadRequest): Promise<DownloadOutcome> {
    const outcome = await run(request, createHandingOver(into, beginning, request.maxBytes));
    if (outcome.kind === 'not-modified') throw new Error('Nothing was asked that could be answered so');
    return outcome;
  }

  function run(request: NetRequest, reception: Reception): Promise<RequestEnd> {
    const course: Course = {
      ...{
        request,
        reception,
        order: ++asked + (request.isWaitedFor ? 0 : BEHIND),
        end: new AbortController(),
        isAsking: false,
      },
      remainingMs: request.maxMs ?? limits.wholeMs,
    };
    const cancel = () => course.end.abort(new Refusal('cancelled', 'It was cancelled.'));
    request.signal.addEventListener('abort', cancel, { once: true });
    if (request.signal.aborted || isClosed) cancel();
    const redirects: Redirect[] = [];
    const outcome = follow(course, redirects)
      .catch((error: unknown): RequestEnd => {
        if (!(error instanceof Refusal)) log('error', 'a request failed by a fault of ours', { error: String(error) });
        const { code, message } = failureOf(error, 'The host');
        return { kind: 'failed', code, message, status: null, retryAt: null, redirects, at: now() };
      })
      .finally(() => {
        running.delete(course);
        request.signal.removeEventListener('abort', cancel);
      });
    running.set(course, outcome);
    return outcome;
  }

  /** Asks for an address and for what it leads to. @throws Refusal for what is refused without being asked */
  async function follow(course: Course, redirects: Redirect[]): Promise<RequestEnd> {
    const { request } = course;
    let url = webAddress(request.url);
    const first = withoutSecrets(url);
    const credentials = credentialsOf(url);
    const way = { isRedirect: false, isPrivateSoFar: true };

    for (;;) {
      const here = withoutSecrets(url);
      const validators = validatorsFor(request, here, first);
      const mayBePrivate = await admitted(course, url, way);
      const hop = await hops.ask(course, {
        url,
        mayBePrivate,
        headers: { ...headersFor(request, url, validators, credentials), ...course.reception.headersFor(url) },
      });
      if (!hop.isAnswered) {
        const { code, message, status, retryAt } = hop;
        return { kind: 'failed', code, message, status, retryAt, redirects, at: now() };
      }
      const { answer, retryAt, at } = hop;
      const { status, header } = answer;
      if (course.reception.wantsAllInstead(status)) continue;
      const location = isRedirectStatus(status) ? locationOf(header) : null;
      if (location === null) {
        const isElsewhere = here !== first;
        const told = {
          ...{ redirects, at, cache: cacheOf(header, at) },
          validators: isElsewhere ? NO_VALIDATORS : validatorsOf(header),
          behind: isElsewhere ? { url: here, ...validatorsOf(header) } : null,
        };
        if (status === 304 && validators) return { kind: 'not-modified', ...told };
        if (status >= 200 && status < 300) return { kind: 'ok', url: here, mediaType: header('content-type'), ...told };
        return { kind: 'failed', ...answeredBadly(status, url.hostname), status, retryAt, redirects, at };
      }
      url = webAddress(location, url.href);
      redirects.push({ from: here, to: withoutSecrets(url), status });
      checkCourse(redirects);
      way.isRedirect = true;
      way.isPrivateSoFar &&= mayBePrivate;
    }
  }

  /** @throws Refusal `redirects` */
  function checkCourse(redirects: readonly Redirect[]): void {
    const to = redirects.at(-1)?.to;
    if (redirects.some(({ from }) => from === to))
      throw new Refusal('redirects', 'The address leads round in a circle.');
    if (redirects.length > limits.maxRedirects)
      throw new Refusal('redirects', `The address leads on more than ${limits.maxRedirects} times.`);
  }

  /** Lets an address pass, or notes that it did not. @throws Refusal */
  async function admitted(course: Course, url: URL, way: Way): Promise<boolean> {
    try {
      return admit(url, course.request, way, allowPrivate);
    } catch (error) {
      if (error instanceof Refusal) await hops.refused(course, url, error);
      throw error;
    }
  }

  /** Ends everything under way, and every connection. */
  async function end(reason: Refusal): Promise<void> {
    const ending = [...running];
    for (const [course] of ending) course.end.abort(reason);
    if (connecting.isBegun()) await (await connecting()).end();
    await Promise.all(ending.map(([, outcome]) => outcome));
  }

  return {
    fetch,
    download,
    needsYes: (url) => !allowPrivate && isPrivateHost(webAddress(url).hostname),
    get isOfflineMode() {
      return isOfflineMode;
    },
    get offlineSince() {
      return offlineSince;
    },
    async settingsChanged() {
      onOfflineMode((await store.settings()).isOfflineMode);
      if (isOfflineMode) await end(new Refusal('offline-mode', OFFLINE_MODE));
    },
    async close() {
      isClosed = true;
      await end(new Refusal('cancelled', 'Tearsheet was closed.'));
      await book.settled();
    },
  };
}

/** What is said of a request, and nothing else: no cookies, no Referer, no language. */
const headersFor = (request: NetRequest, url: URL, validators: Validators | null, credentials: Credentials | null) => ({
  'user-agent': userAgent,
  accept: request.accept,
  ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
  ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  ...(credentials?.origin === url.origin ? { authorization: credentials.header } : {}),
});

/** Validators belong to the address that gave them. */
function validatorsFor({ validators, behind }: NetRequest, url: string, first: string): Validators | null {
  const own = url === first ? validators : behind?.url === url ? behind : null;
  return own && (own.etag !== null || own.lastModified !== null) ? own : null;
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
