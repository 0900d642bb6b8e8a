import { feedDate } from './dates.ts';
import { plainOrHtml } from './markup.ts';
import type { Category, Enclosure, Feed, FeedEntry, FeedHead, Markup, Person } from './model.ts';
import { whole } from './place.ts';

/** An object of a file in JSON, of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const objectsIn = (value: unknown): readonly Json[] => listOf(value).filter(isObject);

/** Numbers stand for words too: some number their entries. */
export function jsonText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** @returns null when the text is no JSON, or no JSON Feed */
export function jsonFeed(text: string): Json | null {
  const file = parsed(text);
  return isObject(file) && Array.isArray(file['items']) ? file : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param fetchedFrom what its addresses are relative to, where it does not say itself where it lies */
export function readJsonFeed(file: Json, fetchedFrom: string | null): Feed {
  const base = fetchedFrom ?? jsonText(file['feed_url']) ?? jsonText(file['home_page_url']);
  return {
    format: 'json',
    head: headOf(file, base),
    entries: objectsIn(file['items']).map((item) => entryOf(item, base)),
  };
}

const markup = (value: unknown, kind: Markup['kind'], base: string | null): Markup | null => {
  const text = jsonText(value);
  return text === null ? null : plainOrHtml(text, kind, base);
};

function headOf(file: Json, base: string | null): FeedHead {
  return {
    title: markup(file['title'], 'text', base),
    description: markup(file['description'], 'text', base),
    siteUrl: whole(jsonText(file['home_page_url']), base),
    selfUrl: whole(jsonText(file['feed_url']), base),
    id: jsonText(file['feed_url']),
    language: jsonText(file['language']),
    authors: peopleIn(file, base),
    updated: null,
    published: null,
    categories: [],
    rights: null,
    info: markup(file['user_comment'], 'text', base),
    imageUrl: whole(jsonText(file['icon']), base),
    iconUrl: whole(jsonText(file['favicon']), base),
    generator: null,
  };
}

function entryOf(item: Json, base: string | null): FeedEntry {
  const [html, text] = [markup(item['content_html'], 'html', base), markup(item['content_text'], 'text', base)];
  return {
    id: jsonText(item['id']),
    url: whole(jsonText(item['url']) ?? jsonText(item['external_url']), base),
    title: markup(item['title'], 'text', base),
    summary: markup(item['summary'], 'text', base),
    contents: [html, text].filter((content) => content !== null),
    authors: peopleIn(item, base),
    published: feedDate(jsonText(item['date_published'])),
    updated: feedDate(jsonText(item['date_modified'])),
    categories: listOf(item['tags']).flatMap((tag): Category[] => {
      const term = jsonText(tag);
      return term === null ? [] : [{ term, label: null }];
    }),
    enclosures: objectsIn(item['attachments']).flatMap((file) => enclosureOf(file, base)),
    commentsUrl: null,
    rights: null,
    imageUrl: whole(jsonText(item['image']) ?? jsonText(item['banner_image']), base),
    language: jsonText(item['language']),
    durationSeconds:
      objectsIn(item['attachments'])
        .map((file) => file['duration_in_seconds'])
        .find((seconds) => typeof seconds === 'number') ?? null,
    source: null,
  };
}

function enclosureOf(file: Json, base: string | null): readonly Enclosure[] {
  const url = whole(jsonText(file['url']), base);
  const length = file['size_in_bytes'];
  return url === null
    ? []
    : [{ url, mediaType: jsonText(file['mime_type']), lengthBytes: typeof length === 'number' ? length : null }];
}

/** Version 1.0 knows one author, 1.1 several. */
function peopleIn(of: Json, base: string | null): readonly Person[] {
  const stated = objectsIn(of['authors']);
  return (stated.length > 0 ? stated : [of['author']].filter(isObject)).map((person) => ({
    name: jsonText(person['name']),
    email: null,
    url: whole(jsonText(person['url']), base),
  }));
}
