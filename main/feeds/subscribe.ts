import { AppError } from '../../contract/errors.ts';
import type { PageRule } from '../../contract/feed-look.ts';
import type { FolderId } from '../../contract/feeds.ts';
import type { StoredFeed } from '../../db/store.ts';
import { fetchFeed, movedTo } from './fetch-feed.ts';
import { readFeed } from './read-feed.ts';
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
  const { store, pool, net, now } = deps;
  const url = feedAddress(written);
  const known = await store.feedByUrl(url);
  if (known) {
    const feed = rule ? await store.changeFeed(known.id, { pageRule: rule }) : known;
    if (!allowPrivate || known.isPrivateAllowed) return { feed, isNew: false, added: 0 };
    // A list names what only a person can say yes to.
    const { added } = await refreshFeed(deps, await store.changeFeed(known.id, { isPrivateAllowed: true }), signal);
    return { feed: await store.feed(known.id), isNew: false, added };
  }
  const fetched = await fetchFeed(net, { id: null, url, isPrivateAllowed: allowPrivate }, signal);
  if (fetched.kind === 'failed')
    throw new AppError(fetched.code === 'private-address' ? fetched.code : 'not-possible', fetched.message);
  if (fetched.kind === 'not-modified') throw new AppError('not-possible', `${url} says nothing new`);
  const reading = await readFeed(pool, fetched, rule);
  if (!reading.ok) throw new AppError('not-possible', `${reading.message} (${url})`);
  const lasting = movedTo(fetched.redirects) ?? url;
  const there = await store.feedByUrl(lasting);
  if (there) return { feed: there, isNew: false, added: 0 };
  const { title, siteUrl } = reading.head;
  const feed = await store.addFeed({
    ...{ url: lasting, folderId, title, siteUrl },
    isPrivateAllowed: allowPrivate && URL.parse(lasting)?.origin === URL.parse(url)?.origin,
    ...{ pageRule: rule, addedAt: now() },
  });
  // Validators belong to the address that gave them: of one that only led here the next fetch has none to send.
  const own =
    lasting === url ? fetched : { ...fetched, redirects: [], validators: fetched.behind ?? NONE, behind: null };
  const { added } = await keepReading(deps, feed, own, reading, signal);
  return { feed: await store.feed(feed.id), isNew: true, added };
}

const NONE = { etag: null, lastModified: null };

/** `feed:` only says what is behind an address; and an address that somebody types often begins with the host. @throws AppError `not-possible` */
export function feedAddress(written: string): string {
  const bare = written
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:(?:\/\/)?/i, 'http://');
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(bare) && !/^[^/]+:\d+(?:\/|$)/.test(bare) ? bare : `https://${bare}`;
  const url = URL.parse(whole);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new AppError('not-possible', `“${written.slice(0, 200)}” is no address of the web`);
  url.hash = '';
  return url.href;
}
