import { articleOf } from '../feed/article.ts';
import { jsonFeed, readJsonFeed } from '../feed/json-feed.ts';
import type { Feed } from '../feed/model.ts';
import { unfoldJson, unfoldXml } from '../feed/unfold.ts';
import { readXmlFeed, xmlFeed } from '../feed/xml-feed.ts';
import type { Parsed, ParserInput, Payload, Refusal } from '../types.ts';

/** Reads a feed: one entry is an article, several are files of their own. */
export function parseFeed(input: ParserInput): Parsed {
  const { text, url } = input;
  if (/\S/.exec(text)?.[0] === '{') {
    const file = jsonFeed(text);
    if (!file) return NOT_A_FEED;
    const feed = readJsonFeed(file, url);
    return feed.entries.length > 1 ? unfolded(unfoldJson(file, input)) : only(feed);
  }
  const found = xmlFeed(text, url);
  if (!found) return NOT_A_FEED;
  return found.entries.length > 1 ? unfolded(unfoldXml(found, text, input)) : only(readXmlFeed(found));
}

const unfolded = (entries: readonly Payload[]): Parsed => ({ ok: true, format: 'feed', entries });

function only({ entries: [entry], head }: Feed): Parsed {
  return entry ? articleOf(entry, head) : NO_ENTRIES;
}

const NOT_A_FEED: Refusal = {
  ok: false,
  code: 'malformed',
  message: 'The feed cannot be read: it is damaged beyond its first lines',
};
const NO_ENTRIES: Refusal = { ok: false, code: 'empty', message: 'The feed holds no entries' };
