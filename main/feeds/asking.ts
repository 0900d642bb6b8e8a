import type { Pool } from '../../base/pool.ts';
import type { LookProblem, LookProblemCode } from '../../contract/feed-look.ts';
import type { NetFailure, RequestReason } from '../../contract/ledger.ts';
import { type PastedAddress, withUserinfo } from '../../ingest/discover/address.ts';
import type { Answer, Discovered } from '../../ingest/discover/index.ts';
import type { Net, NetOutcome } from '../net/fetcher.ts';

/** A page that names its feeds names them early; a feed may be long. */
const MAX_BYTES = 16 * 1024 * 1024;
/** A look is a handful of requests, whatever the pages say. */
const MOST_REQUESTS = 14;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.1';

/** Nothing came, for a reason in words. */
export interface NotThere {
  readonly kind: 'failed';
  readonly failure: NetFailure;
  readonly problem: LookProblem;
}

/** What came of asking one address, and from where it came in the end. */
export type Asked = (Discovered & { readonly url: string }) | NotThere;

/** Asks one address after the other for what a person wants to see now. */
export interface Asking {
  /** What is there, as somebody who looks for feeds sees it. */
  ask(url: string, why: RequestReason): Promise<Asked>;
  /** The bytes that are there. */
  fetch(url: string, why: RequestReason): Promise<Fetched | NotThere>;
  /** An address with the name and password that were typed for its origin. */
  withUserinfo(url: string): string;
  /** Whether no more may be asked. */
  readonly isSpent: boolean;
}

export interface Fetched extends Answer {
  readonly kind: 'fetched';
  /** Where it lies for good: what led elsewhere only for now has no new address. */
  readonly lastingUrl: string;
}

export interface AskingOptions {
  readonly pasted: PastedAddress;
  readonly net: Net;
  readonly pool: Pool;
  /** Origins on the person's own network that they said yes to. */
  readonly privateOrigins: readonly string[];
  readonly signal: AbortSignal;
}

export function createAsking({ net, pool, pasted, privateOrigins, signal }: AskingOptions): Asking {
  let count = 0;
  const fetch: Asking['fetch'] = async (url, why) => {
    count++;
    const outcome = await net.fetch({
      url: withUserinfo(url, pasted),
      why,
      accept: ACCEPT,
      maxBytes: MAX_BYTES,
      privateOrigins,
      isWaitedFor: true,
      signal,
    });
    if (outcome.kind === 'failed')
      return { kind: 'failed', failure: outcome.code, problem: problemOf(outcome.code, outcome.message) };
    if (outcome.kind === 'not-modified')
      return { kind: 'failed', failure: 'http', problem: problemOf('http', UNASKED) };
    const { bytes, mediaType } = outcome;
    return { kind: 'fetched', bytes, mediaType, url: outcome.url, lastingUrl: lastingUrl(url, outcome) };
  };

  return {
    fetch,
    withUserinfo: (address) => withUserinfo(address, pasted),
    async ask(url, why) {
      const fetched = await fetch(url, why);
      if (fetched.kind === 'failed') return fetched;
      const { lastingUrl: lasting, kind: _, ...answer } = fetched;
      // Both ends of this channel are ours. What ends the reader is no feed to be subscribed to.
      const found = (await pool.call('ingest.discover', answer).catch(() => ({ kind: 'other' }))) as Discovered;
      return found.kind === 'feed'
        ? { ...found, preview: { ...found.preview, url: lasting }, url: answer.url }
        : { ...found, url: answer.url };
    },
    get isSpent() {
      return count >= MOST_REQUESTS || signal.aborted;
    },
  };
}

const UNASKED = 'The server says that nothing has changed, although nobody asked that.';

const lastingUrl = (url: string, { redirects, url: last }: Extract<NetOutcome, { kind: 'ok' }>): string =>
  redirects.every(({ status }) => status === 301 || status === 308) ? last : url;

const CODES: Partial<Readonly<Record<NetFailure, LookProblemCode>>> = {
  'offline-mode': 'offline-mode',
  offline: 'offline',
  'private-address': 'private-address',
  'bad-address': 'no-address',
  'not-found': 'not-found',
  gone: 'not-found',
  refused: 'login',
};

const problemOf = (failure: NetFailure, message: string): LookProblem => ({
  code: CODES[failure] ?? 'unreachable',
  message,
});
