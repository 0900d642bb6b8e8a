import { articleOf } from '../feed/article.ts';
import { jsonFeed, readJsonFeed } from '../feed/json-feed.ts';
import { isMarked, payloadsOf, unfold } from '../feed/unfold.ts';
import { isMarkedJson, unfoldJson } from '../feed/unfold-json.ts';
import { entryOfPost, sourceBeside, type Wxr, wxrOf } from '../feed/wxr.ts';
import { headIn, readXmlFeed, type XmlFeed, xmlFeed } from '../feed/xml-feed.ts';
import { inStep } from '../in-step.ts';
import { refused } from '../refused.ts';
import type { Parsed, ParserInput } from '../types.ts';

/** Reads a feed: one entry is an article, several are files of their own. */
export async function parseFeed(input: ParserInput): Promise<Parsed> {
  if (/\S/.exec(input.text)?.[0] === '{') return parseJson(input);
  const { text, url } = input;
  const found = xmlFeed(text, url);
  await inStep;
  if (!found) return NOT_A_FEED;
  const wxr = wxrOf(found);
  if (wxr) return parseExport(found, wxr, input);
  if (found.entries.length > 1) return { ok: true, format: 'feed', entries: payloadsOf(unfold(found, text, input)) };
  const { entries, head } = readXmlFeed(found);
  await inStep;
  return entries[0] ? articleOf(entries[0], head, isMarked(text)) : NO_ENTRIES;
}

async function parseJson(input: ParserInput): Promise<Parsed> {
  const file = jsonFeed(input.text);
  if (!file) return NOT_A_FEED;
  const { entries, head } = readJsonFeed(file, input.url);
  if (entries.length > 1) return { ok: true, format: 'feed', entries: payloadsOf(unfoldJson(file, input)) };
  return entries[0] ? articleOf(entries[0], head, isMarkedJson(file)) : NO_ENTRIES;
}

async function parseExport(found: XmlFeed, wxr: Wxr, input: ParserInput): Promise<Parsed> {
  const { text } = input;
  const [post, ...others] = wxr.posts;
  if (!post) return NO_POSTS;
  if (others.length === 0) return articleOf(entryOfPost(post, wxr), headIn(found), isMarked(text));
  const beside = (of: (typeof others)[number]) => sourceBeside(of, wxr, text);
  const entries = unfold({ ...found, entries: wxr.posts }, text, input, { beside });
  return { ok: true, format: 'feed', entries: payloadsOf(entries) };
}

const NOT_A_FEED = refused('malformed', 'The feed cannot be read: it is damaged beyond its first lines');
const NO_ENTRIES = refused('empty', 'The feed holds no entries');
const NO_POSTS = refused('empty', 'The export holds no published post');
