import type { FeedCandidate } from '../../../contract/feed-look.ts';

/** An address of a service, taken apart. */
export interface SiteAddress {
  readonly url: URL;
  /** In small letters, without `www.` and `m.`. */
  readonly host: string;
  /** The parts of the path, as they are written. */
  readonly path: readonly string[];
}

/** What is known of the addresses of one service. */
export interface Site {
  /** @returns where feeds are for an address of it, the likeliest first: none where only the page can tell; null for what is not its own */
  feedsOf(address: SiteAddress): readonly FeedCandidate[] | null;
}

export const siteAddress = (url: URL): SiteAddress => ({
  url,
  host: url.hostname.toLowerCase().replace(/^(?:www|m)\./, ''),
  path: url.pathname.split('/').filter((part) => part !== ''),
});
