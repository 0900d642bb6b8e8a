import type { Pool } from '../../base/pool.ts';
import { AppError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import type { EventBus } from '../events.ts';
import type { Net } from '../net/fetcher.ts';
import { discoveryCalls } from './discovery-calls.ts';
import { toFeed } from './health.ts';
import { createSubscriptions } from './subscriptions.ts';

export type FeedCalls = Omit<
  Pick<Handlers, Extract<keyof Handlers, `feeds.${string}` | `folders.${string}`>>,
  'feeds.listed'
>;

interface FeedDeps {
  readonly store: Store;
  readonly events: EventBus;
  readonly net: Net;
  readonly pool: Pool;
  readonly now: () => EpochMs;
}

/** Everything there is to do with feeds. */
export function createFeeds({ store, events, net, pool, now }: FeedDeps): { readonly calls: FeedCalls } {
  const subscriptions = createSubscriptions({ store, events, now, onChanged: () => {} });
  return {
    calls: {
      ...subscriptions,
      ...discoveryCalls({ net, pool }),
      'feeds.subscribe': async ({ url, folderId, allowPrivate }) => {
        if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
          throw new AppError('not-possible', 'That is no address of the web');
        const added = { url: new URL(url).href, folderId, title: null, siteUrl: null, isPrivateAllowed: allowPrivate };
        const feed = await store.addFeed({ ...added, addedAt: now() });
        events.emit({ type: 'feeds.changed' });
        return toFeed(feed, now());
      },
      'feeds.refresh': async () => null,
      'feeds.cancelRefresh': async () => null,
      'feeds.progress': async () => null,
    },
  };
}
