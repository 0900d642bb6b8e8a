import { hash } from 'node:crypto';
import { cleanCharacters } from '../clean/characters.ts';
import { decode } from '../detect/charset.ts';
import { isBinary } from '../detect/is-binary.ts';
import { beyondReading, LIMIT_BYTES, tooLargeMessage } from '../limits.ts';
import { refused } from '../refused.ts';
import type { Payload, Refusal, Told } from '../types.ts';
import { contentOf, ENOUGH_ENTRIES, type FeedContent } from './content.ts';
import { hintsIn, NO_HINTS, type ScheduleHints } from './hints.ts';
import { type Json, jsonFeed, jsonText, readJsonFeed } from './json-feed.ts';
import type { FeedFormat, FeedHead } from './model.ts';
import { type Fields, fieldsOf, whole } from './place.ts';
import { type EntryFile, unfold } from './unfold.ts';
import { unfoldJson } from './unfold-json.ts';
import { wordsOf } from './words.ts';
import { entryOf, headIn, linkOf, type XmlFeed, xmlFeed } from './xml-feed.ts';

/** A fetched feed as those need it who subscribe to it: what it says of itself, and each entry as a file of its own. */
export interface FeedReading {
  readonly ok: true;
  readonly format: FeedFormat;
  /** The encoding its bytes were in, by its WHATWG name. */
  readonly encoding: string;
  readonly head: HeadFacts;
  readonly hints: ScheduleHints;
  readonly extent: FeedExtent;
  /** What it brings of its articles; null when it has none. */
  readonly content: FeedContent | null;
  /** In the order of the file. */
  readonly entries: readonly EntryReading[];
}

/** Words are plain and on one line; addresses are whole. */
export interface HeadFacts {
  readonly title: string | null;
  readonly description: string | null;
  readonly siteUrl: string | null;
  readonly selfUrl: string | null;
  readonly language: string | null;
  readonly iconUrl: string | null;
  readonly imageUrl: string | null;
  /** Where it says it has moved (`itunes:new-feed-url`). */
  readonly newFeedUrl: string | null;
}

/** Which part of the whole its entries are. */
export interface FeedExtent {
  /** It says that it holds all its entries: what is not in it has been taken back (`fh:complete`). */
  readonly isComplete: boolean;
  /** It says that no entry will follow (`expired`, `itunes:complete`). */
  readonly isFinished: boolean;
  /** The next page of the same feed, with older entries. */
  readonly nextUrl: string | null;
  /** The archive of what came before (`prev-archive`). */
  readonly previousArchiveUrl: string | null;
  /** The file ends in the middle: it was not sent whole. */
  readonly isTruncated: boolean;
}

export interface EntryReading {
  /** As it states it; null where it states none, and where others of the feed call themselves the same. */
  readonly id: string | null;
  readonly url: string | null;
  /** Whether other entries link to the same page, so that its address does not tell who it is. */
  readonly isUrlShared: boolean;
  /** On one line; null when it has none. */
  readonly title: string | null;
  /** SHA-256 of what the feed says of it, hexadecimal; what others counted (replies, views) is left out. The same from fetch to fetch while the entry is the same. */
  readonly hash: string;
  /** The entry as a file of its own, which `ingest` reads as an article. */
  readonly payload: Payload;
}

/**
 * Reads a feed that was fetched; never throws. A feed without entries is one; what is no feed is refused, and it is said what it is instead.
 * @param fetched its bytes, the Content-Type they came with and the address they came from in the end; its name does not matter
 */
export function readFetchedFeed(fetched: Payload): FeedReading | Refusal {
  try {
    return read(fetched);
  } catch (error) {
    const { code, message } = beyondReading(error);
    return refused(code, message);
  }
}

function read({ bytes, mediaType, url, stated }: Payload): FeedReading | Refusal {
  if (bytes.length > LIMIT_BYTES) return refused('too-large', tooLargeMessage(bytes.length));
  const decoded = decode(bytes, mediaType, true);
  if (isBinary(decoded)) return refused('not-text', 'What came is no text, and so no feed');
  const text = cleanCharacters(decoded.text);
  if (text.trim() === '') return refused('empty', 'What came was empty');
  const told: Told = { mediaType, url, ...(stated ? { stated } : {}) };
  const found = /\S/.exec(text)?.[0] === '{' ? readJson(text, told) : readXml(text, told);
  return 'code' in found ? found : { ok: true, encoding: decoded.encoding, ...found };
}

type Read = Omit<FeedReading, 'ok' | 'encoding'>;

function readXml(text: string, told: Told): Read | Refusal {
  const found = xmlFeed(text, told.url);
  if (!found || isOtherRdf(found)) return refused('malformed', whatElse(text));
  const channel = fieldsOf(found.channel);
  return {
    format: found.format,
    head: factsOf(headIn(found), newUrlIn(channel)),
    hints: hintsIn(channel),
    extent: {
      isComplete: channel.all('fh:complete').length > 0,
      isFinished: channel.text('itunes:complete')?.toLowerCase() === 'yes',
      nextUrl: linkOf(channel, 'next'),
      previousArchiveUrl: linkOf(channel, 'prev-archive'),
      isTruncated: found.file.isTruncated,
    },
    content: contentOf(found.entries.slice(0, ENOUGH_ENTRIES).map((entry) => entryOf(fieldsOf(entry)))),
    entries: unfold(found, text, told).map(readingOf),
  };
}

function readJson(text: string, told: Told): Read | Refusal {
  const file = jsonFeed(text);
  if (!file) return refused('malformed', 'What came is JSON, but no JSON Feed');
  const items = Array.isArray(file['items']) ? file['items'].slice(0, ENOUGH_ENTRIES) : [];
  const { head, entries } = readJsonFeed({ ...file, items }, told.url);
  return {
    format: 'json',
    head: factsOf(head, null),
    hints: NO_HINTS,
    extent: extentOfJson(file, told.url),
    content: contentOf(entries),
    entries: unfoldJson(file, told).map(readingOf),
  };
}

const extentOfJson = (file: Json, base: string | null): FeedExtent => ({
  isComplete: false,
  isFinished: file['expired'] === true,
  nextUrl: whole(jsonText(file['next_url']), base),
  previousArchiveUrl: null,
  isTruncated: false,
});

const readingOf = ({ id, url, isUrlShared, title, said, payload }: EntryFile): EntryReading => ({
  id,
  url,
  isUrlShared,
  title,
  hash: hash('sha256', said, 'hex'),
  payload,
});

const factsOf = (head: FeedHead, newFeedUrl: string | null): HeadFacts => ({
  title: wordsOf(head.title),
  description: wordsOf(head.description),
  siteUrl: head.siteUrl,
  selfUrl: head.selfUrl,
  language: head.language,
  iconUrl: head.iconUrl,
  imageUrl: head.imageUrl,
  newFeedUrl,
});

function newUrlIn(channel: Fields): string | null {
  const url = whole(channel.text('itunes:new-feed-url'), channel.place.base);
  return url !== null && /^https?:\/\//i.test(url) ? url.replace(/#.*$/, '') : null;
}

/** RDF tells of many things; a feed has a channel or items. */
const isOtherRdf = ({ format, channel, root, entries }: XmlFeed): boolean =>
  format === 'rdf' && entries.length === 0 && channel.element === root.element;

function whatElse(text: string): string {
  if (/<(?:!doctype\s+html|html)[\s>]/i.test(text.slice(0, LOOKED_AT))) return 'What came is a web page, not a feed';
  return /^\s*</.test(text) ? 'What came is XML, but no feed' : 'What came is neither XML nor JSON, and so no feed';
}

const LOOKED_AT = 20_000;
