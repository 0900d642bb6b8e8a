import { feedsInOpml } from '../feed/opml.ts';
import type { Parsed, Refusal } from '../types.ts';

/** Reads an outline: the feeds it lists. */
export function parseOpml(text: string): Parsed {
  const feeds = feedsInOpml(text);
  return feeds.length > 0 ? { ok: true, format: 'opml', feeds } : NO_FEEDS;
}

const NO_FEEDS: Refusal = { ok: false, code: 'not-an-article', message: 'The outline lists no feeds' };
