import type { ArticleId, Branded, EpochMs, FeedId } from './model.ts';

export type RequestId = Branded<number, 'RequestId'>;

/** What a request to the network is made for. */
export type RequestReason = 'feed' | 'discovery' | 'icon' | 'page' | 'picture' | 'robots' | 'enclosure' | 'preview';

/** Why a request to the network gave nothing. */
export type NetFailure =
  | 'offline-mode'
  | 'offline'
  | 'private-address'
  | 'bad-address'
  | 'not-found'
  | 'gone'
  /** It wants a name and a password, or does not let everyone in. */
  | 'refused'
  | 'too-many-requests'
  | 'server-error'
  /** Any other status that is no success. */
  | 'http'
  | 'too-large'
  | 'too-slow'
  /** What it compressed cannot be unpacked. */
  | 'bad-encoding'
  | 'redirects'
  | 'dns'
  | 'connection'
  | 'tls'
  | 'cancelled';

/** How a request ended; `redirect` was followed by a request of its own. */
export type RequestOutcome = 'ok' | 'not-modified' | 'redirect' | NetFailure;

/** One request as the ledger has it. */
export interface LedgerEntry {
  readonly id: RequestId;
  readonly at: EpochMs;
  readonly method: string;
  /** Without a name and password. */
  readonly url: string;
  readonly host: string;
  readonly why: RequestReason;
  /** The feed or article it was for, which may be gone. */
  readonly feedId: FeedId | null;
  readonly articleId: ArticleId | null;
  /** Null when no answer came. */
  readonly status: number | null;
  /** On the line, headers included; 0 for what was refused before it left. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly durationMs: number | null;
  /** Null while it is under way, and when the program was ended meanwhile. */
  readonly outcome: RequestOutcome | null;
  /** In words, when it failed. */
  readonly message: string | null;
}

/** What requests came to. */
export interface Traffic {
  readonly requests: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

/** What all requests ever made came to. */
export interface LedgerTotals extends Traffic {
  /** Those that were asked most, at most 200. */
  readonly hosts: readonly (Traffic & { readonly host: string })[];
  /** The last 60 on which anything was asked, the newest first; each by its midnight, UTC. */
  readonly days: readonly (Traffic & { readonly at: EpochMs })[];
}
