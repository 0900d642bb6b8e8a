import type { FeedPreview, PreviewEntry } from '../../contract/feed-look.ts';
import type { Feed, FeedEntry } from '../feed/model.ts';
import { wordsOf } from '../feed/words.ts';
import { countWords } from '../normalise/words-of.ts';

const NEWEST = 5;
/** Enough to tell how a feed is written. */
const LOOKED_AT = 20;
/** How often it publishes is told by so many, so that years long gone do not count. */
const RHYTHM_OF = 30;
const MOST_WORDS = 500;
const WEEK_MS = 7 * 24 * 3_600_000;

/** What a person sees of a feed before they subscribe. @param url where it was found */
export function previewOf({ format, head, entries }: Feed, url: string): FeedPreview {
  const newest = newestFirst(entries);
  const looked = newest.slice(0, LOOKED_AT);
  return {
    url,
    format,
    title: cut(wordsOf(head.title)),
    siteUrl: webAddress(head.siteUrl),
    description: cut(wordsOf(head.description)),
    language: head.language ?? entries[0]?.language ?? null,
    entryCount: entries.length,
    entries: newest.slice(0, NEWEST).map(entryOf),
    content: contentOf(looked),
    hasPictures: looked.some(hasPicture),
    hasAudio: looked.some(({ enclosures }) => enclosures.some(({ mediaType }) => /^audio\//i.test(mediaType ?? ''))),
    entriesPerWeek: rhythmOf(newest.slice(0, RHYTHM_OF)),
  };
}

function entryOf(entry: FeedEntry): PreviewEntry {
  const { short, long } = textsOf(entry);
  const text = long.length >= short.length ? long : short;
  const url = webAddress(entry.url);
  return {
    title: cut(wordsOf(entry.title)) ?? (beginningOf(text, TITLE) || url || 'Without a title'),
    url,
    excerpt: beginningOf(short || long, EXCERPT),
    published: dateOf(entry),
    wordCount: countWords(text),
  };
}

const TITLE = 80;
const EXCERPT = 160;

/** As many whole words as have room. */
function beginningOf(text: string, room: number): string {
  if (text.length <= room) return text;
  const cutOff = text.slice(0, room);
  const end = cutOff.lastIndexOf(' ');
  return `${cutOff.slice(0, end > room / 2 ? end : room)}…`;
}

/** What it says in short and at length, as plain text. */
const textsOf = ({ summary, contents }: FeedEntry): { readonly short: string; readonly long: string } => ({
  short: wordsOf(summary) ?? '',
  long: contents.map((content) => wordsOf(content) ?? '').reduce((a, b) => (b.length > a.length ? b : a), ''),
});

const dateOf = ({ published, updated }: FeedEntry) => published ?? updated;

/** Those without a date stay where they are, behind those that have one. */
const newestFirst = (entries: readonly FeedEntry[]): readonly FeedEntry[] =>
  entries.toSorted((a, b) => (dateOf(b)?.at ?? Number.MIN_SAFE_INTEGER) - (dateOf(a)?.at ?? Number.MIN_SAFE_INTEGER));

const webAddress = (url: string | null): string | null => (url !== null && /^https?:\/\//i.test(url) ? url : null);

const cut = (text: string | null): string | null =>
  text !== null && text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS).trimEnd()}…` : text;

type Content = NonNullable<FeedPreview['content']>;

/** What most of them bring. */
function contentOf(entries: readonly FeedEntry[]): Content | null {
  if (entries.length === 0) return null;
  const counts = { full: 0, summaries: 0, titles: 0 };
  for (const entry of entries) counts[contentOfEntry(entry)]++;
  const { full, summaries, titles } = counts;
  if (titles > full + summaries) return 'titles';
  return full >= summaries ? 'full' : 'summaries';
}

/** Shorter than this it is hardly a whole article, unless it is called that and says more than the summary beside it. */
const WHOLE = 600;
/** So long an article is even where a feed calls it a summary. */
const LONG = 1_500;
const LEADS_ON =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\])\W*$|\b(?:read (?:more|on)|continue reading|weiterlesen|lire la suite|leer más|read the (?:rest|full)\b.*)\W*$/i;

function contentOfEntry(entry: FeedEntry): Content {
  const { short, long } = textsOf(entry);
  const text = long.length >= short.length ? long : short;
  if (text === '' || text === wordsOf(entry.title)) return 'titles';
  if (LEADS_ON.test(text.slice(-200)) && text.length < 2 * LONG) return 'summaries';
  if (long === '') return text.length >= LONG ? 'full' : 'summaries';
  return long.length >= WHOLE || (short !== '' && long.length > 1.5 * short.length) ? 'full' : 'summaries';
}

const hasPicture = ({ imageUrl, enclosures, summary, contents }: FeedEntry): boolean =>
  imageUrl !== null ||
  enclosures.some(({ mediaType }) => /^image\//i.test(mediaType ?? '')) ||
  [summary, ...contents].some((markup) => markup?.kind === 'html' && /<img\s/i.test(markup.value));

/** @param newest with the newest first */
function rhythmOf(newest: readonly FeedEntry[]): number | null {
  const times = newest.flatMap((entry) => dateOf(entry)?.at ?? []);
  const [last, first] = [times[0], times.at(-1)];
  if (last === undefined || first === undefined || times.length < 2 || last <= first) return null;
  return Math.round((10 * (times.length - 1) * WEEK_MS) / (last - first)) / 10;
}
