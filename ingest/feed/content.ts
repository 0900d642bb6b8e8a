import { isVisiblyCut } from '../../base/cut-text.ts';
import type { FeedEntry } from './model.ts';
import { wordsOf } from './words.ts';

/** Enough to tell how a feed is written. */
export const ENOUGH_ENTRIES = 20;

/** What a feed brings of its articles. */
export type FeedContent = 'full' | 'summaries' | 'titles';

/** What most of them bring; null when there are none. @param entries those that come first count */
export function contentOf(entries: readonly FeedEntry[]): FeedContent | null {
  if (entries.length === 0) return null;
  const counts = { full: 0, summaries: 0, titles: 0 };
  for (const entry of entries.slice(0, ENOUGH_ENTRIES)) counts[contentOfEntry(entry)]++;
  const { full, summaries, titles } = counts;
  if (titles > full + summaries) return 'titles';
  return full >= summaries ? 'full' : 'summaries';
}

/** Shorter than this it is hardly a whole article, unless it is called that and says more than the summary beside it. */
const WHOLE = 600;
/** So long an article is even where a feed calls it a summary. */
const LONG = 1_500;

function contentOfEntry(entry: FeedEntry): FeedContent {
  const { short, long } = textsOf(entry);
  const text = long.length >= short.length ? long : short;
  // What is to be heard or seen is whole, whatever is said of it.
  if (entry.enclosures.some(({ mediaType }) => /^(?:audio|video)\//i.test(mediaType ?? ''))) return 'full';
  if (text === '' || text === wordsOf(entry.title)) return 'titles';
  if (isVisiblyCut(text) && text.length < 2 * LONG) return 'summaries';
  if (long === '') return text.length >= LONG ? 'full' : 'summaries';
  return long.length >= WHOLE || (short !== '' && long.length > 1.5 * short.length) ? 'full' : 'summaries';
}

/** What it says in short and at length, as plain text. */
export const textsOf = ({ summary, contents }: FeedEntry): { readonly short: string; readonly long: string } => ({
  short: wordsOf(summary) ?? '',
  long: contents.map((content) => wordsOf(content) ?? '').reduce((a, b) => (b.length > a.length ? b : a), ''),
});

export const dateOf = ({ published, updated }: FeedEntry) => published ?? updated;

/** Those without a date stay where they are, behind those that have one. */
export const newestFirst = (entries: readonly FeedEntry[]): readonly FeedEntry[] =>
  entries.toSorted((a, b) => (dateOf(b)?.at ?? Number.MIN_SAFE_INTEGER) - (dateOf(a)?.at ?? Number.MIN_SAFE_INTEGER));
