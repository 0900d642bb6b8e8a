import type { Log } from '../../base/log.ts';
import type { FeedId, SyncProgress } from '../../contract/feeds.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { StoredFeed } from '../../db/store.ts';
import type { ByItself } from '../circumstances.ts';
import type { EventBus } from '../events.ts';
import { isRecent, mayBeAsked } from './asked-together.ts';
import { createBackground } from './background.ts';
import { discoveryCalls } from './discovery-calls.ts';
import { toFeed } from './health.ts';
import { createIcons } from './icons.ts';
import { feedLists } from './lists.ts';
import { setAddress } from './readdress.ts';
import type { RefreshDeps, Refreshed } from './refresh.ts';
import { type Round, type RoundOptions, startRound } from './round.ts';
import { type Subscribed, subscribe } from './subscribe.ts';
import { createSubscriptions } from './subscriptions.ts';

type FeedCalls = Omit<Pick<Handlers, Extract<keyof Handlers, `feeds.${string}` | `folders.${string}`>>, 'feeds.listed'>;

interface FeedDeps extends RefreshDeps {
  readonly events: EventBus;
  readonly log: Log;
  /** Whether feeds are fetched by themselves: where somebody looks at a window. */
  readonly isInBackground: boolean;
  readonly byItself: () => Promise<ByItself>;
}

/** What is asked of a round by hosts that wait for it. */
export interface SyncOptions {
  /** Null: all that are not muted, gone, fetched well only minutes before, or to be left alone after they refused to answer. */
  readonly ids: readonly FeedId[] | null;
  readonly signal: AbortSignal;
  readonly onRefreshed: (feed: StoredFeed, refreshed: Refreshed) => void;
}

/** How a round went. */
export interface Synced extends SyncProgress {
  /** Feeds that were left out because they had been fetched well only minutes before. */
  readonly recent: number;
}

export interface Feeds {
  readonly calls: FeedCalls;
  /** Subscribes, with folders by name. @throws AppError `not-possible` with the reason */
  add(options: {
    readonly url: string;
    readonly folder: readonly string[];
    readonly allowPrivate: boolean;
    readonly signal: AbortSignal;
  }): Promise<Subscribed>;
  /** Fetches feeds and waits for them. @throws AppError `not-found` */
  sync(options: SyncOptions): Promise<Synced>;
  /** Lists of feeds going in and out. */
  readonly lists: ReturnType<typeof feedLists>;
  /** Something was changed by another program. */
  changedElsewhere(): void;
  close(): Promise<void>;
}

const NOTHING_DONE: SyncProgress = { total: 0, done: 0, failed: 0, articles: 0, isRunning: false };

/** Everything there is to do with feeds. */
export function createFeeds(deps: FeedDeps): Feeds {
  const { store, events, log, now, net } = deps;
  const closing = new AbortController();
  let round: Round | null = null;
  let last: SyncProgress | null = null;
  let askingForIcons: Promise<unknown> = Promise.resolve();
  const icons = createIcons(deps);
  /** Feeds that came or were fetched may have icons that are not known. */
  const refreshIcons = () => {
    if (!deps.isInBackground || closing.signal.aborted) return;
    askingForIcons = askingForIcons
      .then(async () => ((await deps.byItself()) === 'nothing' ? 0 : icons.refreshDue(closing.signal)))
      .then((count) => count > 0 && events.emit({ type: 'feeds.changed' }))
      .catch((error: unknown) => log('error', 'icons were not fetched', { error: String(error) }));
  };

  /** Resolves when no round runs, or when `signal` does not want to wait any more. */
  const idle = async (signal: AbortSignal): Promise<void> => {
    while (round && !signal.aborted) {
      const { done } = round;
      await new Promise<void>((resolve) => {
        const go = () => {
          signal.removeEventListener('abort', go);
          resolve();
        };
        signal.addEventListener('abort', go);
        done.then(go, go);
      });
    }
  };
  /** Makes a round, once the one that runs has ended. */
  const fetch = async (options: RoundOptions): Promise<SyncProgress> => {
    const { signal = closing.signal } = options;
    await idle(signal);
    if (signal.aborted || closing.signal.aborted) return NOTHING_DONE;
    const begun = startRound(deps, options);
    round = begun;
    begun.done
      .catch((error: unknown) => log('error', 'fetching feeds ended early', { error: String(error) }))
      .finally(() => {
        round = null;
        last = begun.progress();
        refreshIcons();
      });
    return begun.done;
  };
  const background = createBackground({ store, net, now, log, byItself: deps.byItself, fetch });
  const look = () => {
    if (deps.isInBackground) background.look();
  };

  const wanted = async (ids: readonly FeedId[] | null) => {
    if (ids) return { feeds: await Promise.all(ids.map((id) => store.feed(id))), recent: 0 };
    const at = now();
    const all = (await store.feeds()).filter((feed) => mayBeAsked(feed, at));
    const feeds = all.filter((feed) => !isRecent(feed, at));
    return { feeds, recent: all.length - feeds.length };
  };
  const changed = () => {
    events.emit({ type: 'feeds.changed' });
    events.articlesChanged();
    look();
    refreshIcons();
  };
  const lists = feedLists(deps);

  // Offline mode was switched, the network is back or another, or the computer is on power again.
  const unhear = events.subscribe(({ type }) => {
    if (type === 'settings.changed' || type === 'net.changed') look();
  });
  look();
  return {
    calls: {
      ...createSubscriptions({ store, events, now, onChanged: look }),
      ...discoveryCalls(deps),
      'feeds.subscribe': async (subscription) => {
        const { feed } = await subscribe(deps, subscription, closing.signal);
        changed();
        return toFeed(feed, now());
      },
      'feeds.setAddress': async (address) => {
        const feed = await setAddress(deps, address, closing.signal);
        changed();
        return toFeed(feed, now());
      },
      'feeds.refresh': async ({ ids }) => {
        const { feeds } = await wanted(ids);
        // One that has been cancelled takes no more.
        if (!round?.add(feeds)) void fetch({ feeds }).catch(() => {});
        return null;
      },
      'feeds.cancelRefresh': async () => {
        round?.cancel();
        return null;
      },
      'feeds.progress': async () => round?.progress() ?? last,
    },
    async add({ url, folder, allowPrivate, signal }) {
      const both = AbortSignal.any([signal, closing.signal]);
      const folderId = await store.folderAt(folder);
      const subscribed = await subscribe(deps, { url, folderId, allowPrivate }, both);
      changed();
      return subscribed;
    },
    async sync({ ids, signal, onRefreshed }) {
      await idle(signal);
      const { feeds, recent } = await wanted(ids);
      return { ...(await fetch({ feeds, onRefreshed, signal })), recent };
    },
    lists: {
      ...lists,
      async take(name, bytes) {
        const taken = await lists.take(name, bytes);
        if (taken.added > 0) changed();
        return taken;
      },
    },
    changedElsewhere: () => {
      events.emit({ type: 'feeds.changed' });
      look();
    },
    async close() {
      closing.abort();
      unhear();
      background.close();
      round?.cancel();
      await round?.done.catch(() => {});
      await askingForIcons;
    },
  };
}
