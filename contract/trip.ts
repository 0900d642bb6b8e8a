import type { FeedId } from './feeds.ts';
import type { ArticleId } from './model.ts';

/** Words a minute most people read. */
export const WORDS_PER_MINUTE = 230;

/** What one wants to have along: the newest unread of feeds (of all, where none are named), or of what a search finds. */
export type TripScope = { readonly feeds: readonly FeedId[] | null } | { readonly text: string };

export interface TripPlan {
  readonly scope: TripScope;
  /** Of reading. */
  readonly hours: number;
  /** At most; null: whatever the hours take. */
  readonly megabytes: number | null;
  /** Whether feeds are fetched first. */
  readonly isSynced: boolean;
}

/** Something that could not be had. */
export interface TripMissing {
  readonly id: ArticleId;
  readonly title: string;
  /** In words for a person. */
  readonly reason: string;
}

export interface TripProgress {
  readonly plan: TripPlan;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Articles that are ready to be read without a network. */
  readonly articles: number;
  readonly minutes: number;
  readonly bytes: number;
  /** Why it ended: so much is ready, it may weigh no more, or there is no more. */
  readonly end: 'hours' | 'megabytes' | 'all' | null;
  /** The first hundred. */
  readonly missing: readonly TripMissing[];
  readonly missingCount: number;
}
