import { readOpml } from '../feed/opml.ts';
import { refused } from '../refused.ts';
import type { Parsed } from '../types.ts';

/** Reads an outline: the feeds it lists. */
export function parseOpml(text: string): Parsed {
  const { feeds, folders, head } = readOpml(text);
  return feeds.length > 0 ? { ok: true, format: 'opml', feeds, folders, head } : NO_FEEDS;
}

const NO_FEEDS = refused('not-an-article', 'The outline lists no feeds');
