import { AppError } from '../../contract/errors.ts';
import type { PageRule } from '../../contract/feed-look.ts';
import type { FeedReading } from '../../ingest/feed/reading.ts';
import { type FeedAddress, fetchFeed, movedTo } from './fetch-feed.ts';
import { type Fetched, readFeed } from './read-feed.ts';
import type { RefreshDeps } from './refresh.ts';

/** What came from an address that nothing has come from before. */
interface FirstFetch {
  /** Where the feed lies for good. */
  readonly url: string;
  /** Whether the yes to its place on the own network holds there too. */
  readonly isPrivateAllowed: boolean;
  /** The answer, with what its lasting address is recognised by: of one that only led here the next fetch has nothing to send. */
  readonly fetched: Fetched;
  readonly reading: FeedReading;
}

/** Fetches a feed that is to lie at an address. @throws AppError `not-possible` with the reason, `private-address` */
export async function firstFetch(
  { net, pool }: Pick<RefreshDeps, 'net' | 'pool'>,
  address: FeedAddress,
  rule: PageRule | null,
  signal: AbortSignal,
): Promise<FirstFetch> {
  const { url } = address;
  const fetched = await fetchFeed(net, address, signal);
  if (fetched.kind === 'failed')
    throw new AppError(fetched.code === 'private-address' ? fetched.code : 'not-possible', fetched.message);
  if (fetched.kind === 'not-modified') throw new AppError('not-possible', `${url} says nothing new`);
  const reading = await readFeed(pool, fetched, rule);
  if (!reading.ok) throw new AppError('not-possible', `${reading.message} (${url})`);
  const lasting = movedTo(fetched.redirects) ?? url;
  if (lasting === url) return { url, isPrivateAllowed: address.isPrivateAllowed, fetched, reading };
  return {
    url: lasting,
    isPrivateAllowed: address.isPrivateAllowed && URL.parse(lasting)?.origin === URL.parse(url)?.origin,
    fetched: { ...fetched, redirects: [], validators: fetched.behind ?? NONE, behind: null },
    reading,
  };
}

const NONE = { etag: null, lastModified: null };
