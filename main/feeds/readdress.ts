import { AppError } from '../../contract/errors.ts';
import type { FeedId } from '../../contract/feeds.ts';
import type { StoredFeed } from '../../db/store.ts';
import { askAgain } from '../import/ask-again.ts';
import { firstFetch } from './first-fetch.ts';
import { keepReading, type RefreshDeps } from './refresh.ts';
import { feedAddress } from './subscribe.ts';

interface NewAddress {
  readonly id: FeedId;
  readonly url: string;
  readonly allowPrivate: boolean;
}

/**
 * Gives a feed another address, once a feed has come from there; its articles, its place and its settings stay.
 * @throws AppError `not-found`, `not-possible` with the reason, `private-address`
 */
export async function setAddress(
  deps: RefreshDeps,
  { id, url: written, allowPrivate }: NewAddress,
  signal: AbortSignal,
): Promise<StoredFeed> {
  const { store } = deps;
  const before = await store.feed(id);
  const url = feedAddress(written);
  if (url === before.url) return before;
  const free = async (address: string) => {
    const there = await store.feedByUrl(address);
    if (there && there.id !== id)
      throw new AppError('not-possible', `You are subscribed to ${address} already: “${there.name}”`);
  };
  await free(url);
  const isSameOrigin = URL.parse(url)?.origin === URL.parse(before.url)?.origin;
  const isPrivateAllowed = allowPrivate || (before.isPrivateAllowed && isSameOrigin);
  const first = await firstFetch(deps, { id, url, isPrivateAllowed }, before.pageRule, signal);
  await free(first.url);
  // What it was recognised by belongs to the address it had.
  await askAgain(() =>
    store.noteFeed(id, {
      ...{ url: first.url, isPrivateAllowed: first.isPrivateAllowed },
      ...{ etag: null, lastModified: null, behind: null, fetchedHash: null },
      ...{ movedTo: null, movedSeen: 0, statedMove: null, stoppedAt: null },
    }),
  );
  const feed = await store.feed(id);
  // Another feed may have come to lie there meanwhile.
  if (feed.url !== first.url) await free(first.url);
  await keepReading(deps, feed, first.fetched, first.reading, signal);
  return store.feed(id);
}
