import type { Pool } from '../../base/pool.ts';
import { WorkerEnd } from '../../base/port-rpc.ts';
import type { PageRule } from '../../contract/feed-look.ts';
import type { FeedReading } from '../../ingest/feed/reading.ts';
import type { Refusal } from '../../ingest/types.ts';
import type { NetOutcome } from '../net/fetcher.ts';

/** An answer with bytes. */
export type Fetched = Extract<NetOutcome, { readonly kind: 'ok' }>;

/** Why what came is no feed: `not-a-feed` where it was read and is something else. */
export interface NoFeed {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
}

/** One of a hundred thousand entries is read in a few seconds, where nothing else goes on. */
const LIMIT_MS = 60_000;

/** What a worker makes of an answer. @param rule how it is read, for a page that is no feed */
export async function readFeed(
  pool: Pool,
  { bytes, mediaType, url }: Fetched,
  rule: PageRule | null,
): Promise<FeedReading | NoFeed> {
  try {
    const file = { name: '', bytes, mediaType, url, rule };
    const reading = (await pool.call('ingest.feed', file, [], LIMIT_MS)) as FeedReading | Refusal;
    if (reading.ok) return reading;
    return {
      ok: false,
      code: NOTHING_LIKE_IT.has(reading.code) ? (rule ? 'page-changed' : 'not-a-feed') : reading.code,
      message: reading.message,
    };
  } catch (error) {
    if (!(error instanceof WorkerEnd) || error.reason === 'closed') throw error;
    return { ok: false, ...LOST[error.reason] };
  }
}

const NOTHING_LIKE_IT: ReadonlySet<string> = new Set(['malformed', 'not-text', 'empty']);

const LOST: Readonly<Record<'time' | 'memory' | 'crash', Omit<NoFeed, 'ok'>>> = {
  time: { code: 'too-slow', message: 'Reading it took longer than a feed may take' },
  memory: { code: 'too-large', message: 'Reading it took more memory than a feed may take' },
  crash: { code: 'reader-died', message: 'Reading it ended the reader' },
};
