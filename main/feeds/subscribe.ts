import { AppError } from '../../contract/errors.ts';
import type { PageRule } from '../../contract/feed-look.ts';
import type { FolderId } from '../../contract/feeds.ts';
import type { StoredFeed } from '../../db/store.ts';
import { pastedAddress, withUserinfo } from '../../ingest/discover/address.ts';
import { firstFetch } from './first-fetch.ts';
import { keepReading, type RefreshDeps, refreshFeed } from './refresh.ts';

interface Subscription {
  readonly url: string;
  readonly folderId: FolderId | null;
  readonly allowPrivate: boolean;
  /** How it is read, for a page that is no feed. */
  readonly rule?: PageRule | null;
}

export interface Subscribed {
  readonly feed: StoredFeed;
  /** It was not subscribed to before. */
  readonly isNew: boolean;
  /** How many articles came with it. */
  readonly added: number;
}

/**
 * Fetches a feed, subscribes to it and keeps what it holds: what is no feed is not subscribed to.
 * @throws AppError `not-possible` with the reason, `private-address`
 */
export async function subscribe(
  deps: RefreshDeps,
  { url: written, folderId, allowPrivate, rule = null }: Subscription,
  signal: AbortSignal,
): Promise<Subscribed> {
  const { store, now } = deps;
  const url = feedAddress(written);
  const known = await store.feedByUrl(url);
  if (known) {
    // A list names what only a person can say yes to.
    const isAllowed = allowPrivate && !known.isPrivateAllowed;
    if (!isAllowed && !rule) return { feed: known, isNew: false, added: 0 };
    const change = { ...(isAllowed ? { isPrivateAllowed: true } : {}), ...(rule ? { pageRule: rule } : {}) };
    const { added } = await refreshFeed(deps, await store.changeFeed(known.id, change), signal);
    return { feed: await store.feed(known.id), isNew: false, added };
  }
  const first = await firstFetch(deps, { id: null, url, isPrivateAllowed: allowPrivate }, rule, signal);
  const there = await store.feedByUrl(first.url);
  if (there) return { feed: there, isNew: false, added: 0 };
  const { title, siteUrl } = first.reading.head;
  const feed = await store.addFeed({
    ...{ url: first.url, folderId, title, siteUrl },
    ...{ isPrivateAllowed: first.isPrivateAllowed, pageRule: rule, addedAt: now() },
  });
  const { added } = await keepReading(deps, feed, first.fetched, first.reading, signal);
  return { feed: await store.feed(feed.id), isNew: true, added };
}

/** What somebody typed or pasted, as the address of a feed; a name and password stay with it. @throws AppError `not-possible` */
export function feedAddress(written: string): string {
  const pasted = pastedAddress(written);
  if (!pasted) throw new AppError('not-possible', `“${written.slice(0, 200)}” is no address of the web`);
  return withUserinfo(pasted.url, pasted);
}
