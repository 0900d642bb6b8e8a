import { jsonFeed, readJsonFeed } from './json-feed.ts';
import type { Feed } from './model.ts';
import { readXmlFeed, xmlFeed } from './xml-feed.ts';

/**
 * Reads a feed of any kind: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed; what is not well-formed as far as it goes.
 * @param fetchedFrom what its addresses are relative to
 * @returns null when it is none
 */
export function readFeed(text: string, fetchedFrom: string | null): Feed | null {
  if (/\S/.exec(text)?.[0] === '{') {
    const file = jsonFeed(text);
    return file && readJsonFeed(file, fetchedFrom);
  }
  const feed = xmlFeed(text, fetchedFrom);
  return feed && readXmlFeed(feed);
}
