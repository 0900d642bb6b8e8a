import type { FeedPreview, PreviewEntry } from '../../contract/feed-look.ts';
import { contentOf, dateOf, ENOUGH_ENTRIES, newestFirst, textsOf } from '../feed/content.ts';
import type { Feed, FeedEntry } from '../feed/model.ts';
import { wordsOf } from '../feed/words.ts';
import { countWords } from '../normalise/words-of.ts';

const NEWEST = 5;
/** How often it publishes is told by so many, so that years long gone do not count. */
const RHYTHM_OF = 30;
const MOST_WORDS = 500;
const WEEK_MS = 7 * 24 * 3_600_000;

/** What a person sees of a feed before they subscribe. @param url where it was found */
export function previewOf({ format, head, entries }: Feed, url: string): FeedPreview {
  const newest = newestFirst(entries);
  const looked = newest.slice(0, ENOUGH_ENTRIES);
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

const webAddress = (url: string | null): string | null => (url !== null && /^https?:\/\//i.test(url) ? url : null);

const cut = (text: string | null): string | null =>
  text !== null && text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS).trimEnd()}…` : text;

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
