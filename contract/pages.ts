import type { ArticleId, EpochMs } from './model.ts';

/** What is fetched for an article: the page it stands on, or pictures that lie elsewhere. */
export type FetchedPart = 'page' | 'pictures';

/** `waiting` for its turn, for a network or for the next try; `refused` until somebody asks again. */
export type FetchState = 'waiting' | 'fetched' | 'refused';

/** How it stands with something that was to be fetched for an article. */
export interface ArticleFetch {
  readonly state: FetchState;
  readonly url: string;
  /** Of the last try, in words for a person; null when all is well. */
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Tries so far that failed. */
  readonly attempts: number;
  /** When it may be tried next; null unless it waits. */
  readonly nextAt: EpochMs | null;
  readonly changedAt: EpochMs;
}

/** What became of an address that was to be saved. */
export interface PageSaved {
  readonly id: ArticleId;
  /** Whether it was in the library before. */
  readonly isKnown: boolean;
}

/** How far fetching for articles is: it has ended when `isRunning` is false. */
export interface PagesProgress {
  /** Articles that still have something to come: some may wait for a later try. */
  readonly waiting: number;
  /** Since it began to run. */
  readonly fetched: number;
  readonly refused: number;
  readonly isRunning: boolean;
}
