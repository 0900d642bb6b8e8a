import type { FeedCandidate } from '../../contract/feed-look.ts';
import { arxiv, blogger, devTo, medium, substack, tumblr, wordpress } from './sites/blogs.ts';
import { forgejo, github, gitlab, pypi } from './sites/code.ts';
import { type Site, siteAddress } from './sites/site.ts';
import { bluesky, fediverse, hackerNews, reddit } from './sites/social.ts';
import { vimeo, youtube } from './sites/video.ts';

const SITES: readonly Site[] = [
  ...[youtube, vimeo, reddit, github, gitlab, forgejo, pypi, bluesky, substack, medium],
  ...[wordpress, blogger, tumblr, devTo, arxiv, hackerNews],
  fediverse,
];

/**
 * Where the feeds of a page are, by its address alone: nobody is asked.
 * @returns none for an address no rule is about; those of a rule may not be there
 */
export function knownFeeds(address: string): readonly FeedCandidate[] {
  const url = URL.parse(address);
  if (!url) return [];
  const parts = siteAddress(url);
  for (const { feedsOf } of SITES) {
    const feeds = found(() => feedsOf(parts));
    if (feeds) return feeds;
  }
  return [];
}

/** A path may be encoded in no encoding at all. */
function found<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
