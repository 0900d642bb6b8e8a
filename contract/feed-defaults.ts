/** What of a feed's articles is read: what the feed holds, the whole page, or the page where it is longer. */
export type FullText = 'feed' | 'page' | 'when-shorter';
export type FeedPictures = 'all' | 'none' | 'on-demand';

/** What holds for every feed of which its person wants nothing else. */
export interface FeedDefaults {
  /** Null: as often as feeds like. */
  readonly intervalMinutes: number | null;
  /** Null: what the feed holds, and the page where that visibly breaks off. */
  readonly fullText: FullText | null;
  readonly pictures: FeedPictures;
  /** Null keeps all for ever. */
  readonly keepDays: number | null;
  readonly keepCount: number | null;
}

export const PLAIN_DEFAULTS: FeedDefaults = {
  intervalMinutes: null,
  fullText: null,
  pictures: 'all',
  keepDays: null,
  keepCount: null,
};
