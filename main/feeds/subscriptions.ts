import type { Handlers } from '../../contract/methods.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import type { EventBus } from '../events.ts';
import { toFeed } from './health.ts';

/** What of the contract is about subscriptions, and asks nobody but the store. */
type SubscriptionCalls = Pick<
  Handlers,
  | 'feeds.list'
  | 'feeds.change'
  | 'feeds.order'
  | 'feeds.unsubscribe'
  | 'feeds.bringBack'
  | 'feeds.importListed'
  | 'folders.add'
  | 'folders.change'
  | 'folders.remove'
>;

interface SubscriptionDeps {
  readonly store: Store;
  readonly events: EventBus;
  readonly now: () => EpochMs;
  /** Feeds came or went, or may be asked that might not be before. */
  readonly onChanged: () => void;
}

/** Feeds and folders as a person arranges them. */
export function createSubscriptions({ store, events, now, onChanged }: SubscriptionDeps): SubscriptionCalls {
  const list = async () => {
    const [folders, feeds] = await Promise.all([store.feedFolders(), store.feeds()]);
    const at = now();
    return { folders, feeds: feeds.map((feed) => toFeed(feed, at)) };
  };
  const changing = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    events.emit({ type: 'feeds.changed' });
    onChanged();
    return result;
  };

  return {
    'feeds.list': list,
    'feeds.change': async ({ id, ...change }) => {
      const feed = await changing(store.changeFeed(id, change));
      // Its name stands in lists of articles too.
      if (change.name !== undefined) events.articlesChanged();
      return toFeed(feed, now());
    },
    'feeds.order': async ({ folderId, members }) => {
      await changing(store.orderFolder(folderId, members));
      return list();
    },
    'feeds.unsubscribe': async ({ id, withArticles }) => {
      await changing(store.removeFeed(id, withArticles));
      events.articlesChanged();
      return null;
    },
    'feeds.bringBack': async ({ uid }) => {
      const feed = await changing(store.bringBackFeed(uid));
      events.articlesChanged();
      return toFeed(feed, now());
    },
    'feeds.importListed': ({ urls }) => changing(store.subscribeToKept(urls, now())),
    'folders.add': ({ parentId, name }) => changing(store.addFolder(parentId, name)),
    'folders.change': ({ id, ...change }) => changing(store.changeFolder(id, change)),
    'folders.remove': ({ id }) => changing(store.removeFolder(id)),
  };
}
