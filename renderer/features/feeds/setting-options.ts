import type { FeedPictures, FullText } from '../../../contract/feeds.ts';

export type Options<T> = readonly (readonly [T, string])[];

/** No rule lasts longer: for ever, where all feeds are kept for less. */
const FOR_EVER_DAYS = 36_500;
const ALL_OF_THEM = 1_000_000;

export const INTERVALS: Options<number> = [
  [60, 'every hour'],
  [180, 'every 3 hours'],
  [720, 'twice a day'],
  [1_440, 'once a day'],
  [10_080, 'once a week'],
];
export const AS_IT_LIKES = 'as often as it likes, once an hour at most';

export const TEXTS: Options<FullText> = [
  ['feed', 'only what the feed brings'],
  ['page', 'the whole page of each article'],
  ['when-shorter', 'the whole page where the feed brings less'],
];
export const WHERE_CUT = 'what the feed brings, the page where that is cut off';

export const PICTURES: Options<FeedPictures> = [
  ['all', 'fetched with the articles'],
  ['on-demand', 'fetched when asked for'],
  ['none', 'never'],
];

export const KEEP_DAYS: Options<number> = [
  [30, 'for a month'],
  [90, 'for three months'],
  [365, 'for a year'],
];
export const KEEP_COUNTS: Options<number> = [
  [50, 'the newest 50'],
  [200, 'the newest 200'],
  [1_000, 'the newest 1,000'],
];
export const FOR_EVER = 'for ever';
export const ALL = 'all of them';

/** What says for one feed what null says for all, where they are kept for less. */
export const OWN_KEEP_DAYS: Options<number> = [...KEEP_DAYS, [FOR_EVER_DAYS, FOR_EVER]];
export const OWN_KEEP_COUNTS: Options<number> = [...KEEP_COUNTS, [ALL_OF_THEM, ALL]];

/** What one feed may have: as all have it, which is said, or one of its own. */
export const orAsAll = <T extends string | number>(
  options: Options<T>,
  forAll: T | null,
  plain: string,
): Options<T | null> => {
  const [, words = String(forAll)] = options.find(([value]) => value === forAll) ?? [];
  return [[null, `As for all feeds (${forAll === null ? plain : words})`], ...options];
};
