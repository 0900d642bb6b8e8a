import type { NetFailure, RequestReason } from '../../contract/ledger.ts';
import type { ArticleId, EpochMs, FeedId } from '../../contract/model.ts';

export type { NetFailure, RequestReason } from '../../contract/ledger.ts';

/** What an address gave to recognise its answer by: exactly as received, to be given back so. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Validators of an address that was asked for by way of another one. */
export interface ValidatorsBehind extends Validators {
  readonly url: string;
}

export interface NetRequest {
  readonly url: string;
  readonly why: RequestReason;
  /** Which feed or article it is for, for the ledger. */
  readonly feedId?: FeedId | null;
  readonly articleId?: ArticleId | null;
  readonly accept: string;
  /** Those of `url` itself. They are sent to it and to no other address. */
  readonly validators?: Validators | null;
  /** Those of the address that `url` led to, as `behind` of an earlier answer has them. */
  readonly behind?: ValidatorsBehind | null;
  /** Of the body, unpacked. */
  readonly maxBytes: number;
  /** Origins the user typed and said yes to although they are on their own network, as `http://192.168.1.5:8080`. */
  readonly privateOrigins?: readonly string[];
  /** Origins the user typed: pictures and enclosures of them may be at a port of theirs. */
  readonly typedOrigins?: readonly string[];
  /** Somebody sits before the screen and waits: it goes before what nobody waits for. */
  readonly isWaitedFor?: boolean;
  /** How long all of it may take, without waiting for its turn; for what is large. */
  readonly maxMs?: number;
  readonly signal: AbortSignal;
}

/** A body that is handed over as it comes, instead of whole. */
export interface DownloadRequest extends Omit<NetRequest, 'validators' | 'behind'> {
  readonly into: BodyTaker;
  /** What is here already; null: nothing. */
  readonly beginning: BodyBeginning | null;
}

/** Takes a body; nothing more is read of it before what was handed over has been taken. What it rejects with ends the request. */
export interface BodyTaker {
  /** Before the first piece; twice when what was to be gone on with has changed. */
  begin(head: BodyHead): Promise<void>;
  take(piece: Uint8Array): Promise<void>;
}

/** What is known of a body before it comes. */
export interface BodyHead {
  /** The address that gives it: the last one. */
  readonly url: string;
  readonly mediaType: string | null;
  /** So many bytes of it do not come, as they are here already. */
  readonly from: number;
  /** Of all of it; null: it is not said. */
  readonly totalBytes: number | null;
  /** What it can be gone on with when it is cut off; null: nothing. */
  readonly validator: string | null;
}

/** The first bytes of a body that was cut off. */
export interface BodyBeginning {
  /** As `BodyHead` had it. */
  readonly url: string;
  readonly validator: string;
  readonly totalBytes: number | null;
  readonly bytes: number;
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/** How long an answer is good for, as it says. */
export interface CacheSaid {
  readonly maxAgeSeconds: number | null;
  readonly expiresAt: EpochMs | null;
}

export type NetOutcome =
  | {
      readonly kind: 'ok';
      /** The last one. */
      readonly url: string;
      readonly redirects: readonly Redirect[];
      /** `Content-Type` as it is, with its charset. */
      readonly mediaType: string | null;
      readonly bytes: Uint8Array;
      /** Those of the address that was asked for: none when it led elsewhere. */
      readonly validators: Validators;
      /** Those of the address it led to; null when it led nowhere else. */
      readonly behind: ValidatorsBehind | null;
      readonly cache: CacheSaid;
      readonly at: EpochMs;
    }
  | {
      readonly kind: 'not-modified';
      readonly redirects: readonly Redirect[];
      /** Null parts: keep what you have. */
      readonly validators: Validators;
      /** Null: keep what you have. */
      readonly behind: ValidatorsBehind | null;
      readonly cache: CacheSaid;
      readonly at: EpochMs;
    }
  | {
      readonly kind: 'failed';
      readonly code: NetFailure;
      /** Plain words for a person. */
      readonly message: string;
      readonly status: number | null;
      /** Its host is not asked before; null when it did not say. */
      readonly retryAt: EpochMs | null;
      readonly redirects: readonly Redirect[];
      readonly at: EpochMs;
    };

/** How a request ended, without its body. */
export type RequestEnd =
  | Exclude<NetOutcome, { readonly kind: 'ok' }>
  | Omit<Extract<NetOutcome, { readonly kind: 'ok' }>, 'bytes'>;

/** Whether all of a body was handed over. */
export type DownloadOutcome = Exclude<RequestEnd, { readonly kind: 'not-modified' }>;

/** The only way out of this computer. */
export interface Net {
  /** Never rejects. */
  fetch(request: NetRequest): Promise<NetOutcome>;
  /** The same for what is too large to be held in memory. Where it was cut off it is gone on with, if it is still the same. */
  download(request: DownloadRequest): Promise<DownloadOutcome>;
  /** Whether an address tells by itself that it is on the user's own network: it is asked only where somebody has said yes to it. */
  needsYes(url: string): boolean;
  /** As it was when last looked at: the setting itself is read at every request. */
  readonly isOfflineMode: boolean;
  /** Since when the network has been away; null while it is there, or nobody has tried. */
  readonly offlineSince: EpochMs | null;
  /** Settings were changed, here or by another program: in offline mode, what is under way ends now. */
  settingsChanged(): Promise<void>;
  close(): Promise<void>;
}
