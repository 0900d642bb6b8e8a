import type { FeedId } from '../../contract/feeds.ts';
import type { StoredFeed } from '../../db/store.ts';
import { LIMIT_BYTES } from '../../ingest/limits.ts';
import type { Net, NetOutcome, Redirect } from '../net/fetcher.ts';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.8, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

/** A feed as it is asked for: by what is known of it. */
export interface FeedAddress extends Pick<StoredFeed, 'url' | 'isPrivateAllowed'> {
  readonly id: FeedId | null;
  readonly seen?: Pick<StoredFeed['seen'], 'etag' | 'lastModified' | 'behind'>;
}

/** Asks for a feed, with what it gave to recognise its answer by. */
export function fetchFeed(
  net: Net,
  { id, url, isPrivateAllowed, seen }: FeedAddress,
  signal: AbortSignal,
): Promise<NetOutcome> {
  return net.fetch({
    ...{ url, why: 'feed', feedId: id, accept: ACCEPT, maxBytes: LIMIT_BYTES, signal },
    validators: seen ?? null,
    behind: seen?.behind ?? null,
    privateOrigins: isPrivateAllowed ? [new URL(url).origin] : [],
  });
}

/** Where an address leads for good, as far as its server says so; null when it leads nowhere else. */
export function movedTo(redirects: readonly Redirect[]): string | null {
  const last = redirects.findIndex(({ status }) => status !== 301 && status !== 308);
  const lasting = last < 0 ? redirects : redirects.slice(0, last);
  const to = lasting.at(-1)?.to ?? null;
  return to === null || isLogin(to) ? null : to;
}

/** A network that wants a name first sends everything there. */
export function isLogin(address: string): boolean {
  const { host = '', pathname = '', search = '' } = URL.parse(address) ?? {};
  return LOGIN.test(`${host}${pathname}${search}`);
}

const LOGIN =
  /(?:^|[./_?&=-])(?:log-?in|log-?on|sign-?in|sign-?on|auth|sso|saml|oauth2?|captive|captiveportal|hotspot|wifi|guest|consent|paywall|session)(?:[./_?&=-]|$)/i;
