import { AppError } from '../../contract/errors.ts';
import type { FeedId } from '../../contract/feeds.ts';
import type { StoredFeed } from '../../db/store.ts';
import { askAgain } from '../import/ask-again.ts';
import { fetchFeed, movedTo } from './fetch-feed.ts';
import { readFeed } from './read-feed.ts';
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
  const { store, pool, net } = deps;
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
  const fetched = await fetchFeed(net, { id, url, isPrivateAllowed }, signal);
  if (fetched.kind === 'failed')
    throw new AppError(fetched.code === 'private-address' ? fetched.code : 'not-possible', fetched.message);
  if (fetched.kind === 'not-modified') throw new AppError('not-possible', `${url} says nothing new`);
  const reading = await readFeed(pool, fetched, before.pageRule);
  if (!reading.ok) throw new AppError('not-possible', `${reading.message} (${url})`);
  const lasting = movedTo(fetched.redirects) ?? url;
  await free(lasting);
  // What it was recognised by belongs to the address it had.
  await askAgain(() =>
    store.noteFeed(id, {
      ...{ url: lasting, etag: null, lastModified: null, behind: null, fetchedHash: null },
      ...{ movedTo: null, movedSeen: 0, stoppedAt: null },
    }),
  );
  const isThere = URL.parse(lasting)?.origin === URL.parse(url)?.origin;
  await store.changeFeed(id, { isPrivateAllowed: isPrivateAllowed && isThere });
  const own =
    lasting === url ? fetched : { ...fetched, redirects: [], validators: fetched.behind ?? NONE, behind: null };
  await keepReading(deps, await store.feed(id), own, reading, signal);
  return store.feed(id);
}

const NONE = { etag: null, lastModified: null };
