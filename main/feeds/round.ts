import { AppError } from '../../contract/errors.ts';
import type { FeedId, SyncProgress } from '../../contract/feeds.ts';
import type { StoredFeed } from '../../db/store.ts';
import type { EventBus } from '../events.ts';
import { isElsewhere, type RefreshDeps, type Refreshed, refreshFeed } from './refresh.ts';

const PROGRESS_MS = 250;
/** As many as have something to do while eight connections wait for their servers. */
const AT_ONCE = 16;

/** Feeds that are fetched together. */
export interface Round {
  readonly progress: () => SyncProgress;
  /** Adds feeds that are not in it yet. @returns whether it still takes any */
  add(feeds: readonly StoredFeed[]): boolean;
  cancel(): void;
  /** Resolves when all are done; rejects when the store cannot be written. */
  readonly done: Promise<SyncProgress>;
}

export interface RoundOptions {
  readonly feeds: readonly StoredFeed[];
  /** Waits before a feed, so that many do not come at once. */
  readonly pace?: ((feed: StoredFeed) => Promise<void>) | undefined;
  /** Asked of each when its turn has come. */
  readonly isWanted?: ((feed: StoredFeed) => boolean) | undefined;
  readonly onRefreshed?: ((feed: StoredFeed, refreshed: Refreshed) => void) | undefined;
  /** Ends it from outside. */
  readonly signal?: AbortSignal | undefined;
}

/** Fetches feeds, several at a time, those of one host apart from one another. */
export function startRound(
  deps: RefreshDeps & { readonly events: EventBus },
  { feeds, pace = async () => {}, isWanted = () => true, onRefreshed = () => {}, signal: outside }: RoundOptions,
): Round {
  const { store, events } = deps;
  const abort = new AbortController();
  const signal = outside ? AbortSignal.any([outside, abort.signal]) : abort.signal;
  const waiting: StoredFeed[] = [];
  const met = new Set<FeedId>();
  const counts = { total: 0, done: 0, failed: 0, articles: 0 };
  let working = 0;
  let failure: { readonly error: unknown } | null = null;
  let isRunning = true;
  let toldAt = Number.NEGATIVE_INFINITY;

  const progress = (): SyncProgress => ({ ...counts, isRunning });
  const tell = (isDue: boolean) => {
    const at = performance.now();
    if (!isDue && at - toldAt < PROGRESS_MS) return;
    toldAt = at;
    events.emit({ type: 'sync.progress', sync: progress() });
  };
  const one = async (feed: StoredFeed) => {
    const refreshed = await refreshFeed(deps, feed, signal, (added, changed) => {
      counts.articles += added;
      if (added + changed > 0) events.articlesChanged();
      tell(false);
    }).catch((error: unknown) => {
      // It was unsubscribed from meanwhile.
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    });
    if (!refreshed) {
      counts.total--;
      return;
    }
    counts.done++;
    if (refreshed.error !== null && refreshed.error.code !== 'cancelled' && !isElsewhere(refreshed)) counts.failed++;
    onRefreshed(feed, refreshed);
    tell(false);
  };

  let settle = () => {};
  const done = new Promise<SyncProgress>((resolve, reject) => {
    settle = () => (failure ? reject(failure.error) : resolve(progress()));
  });
  const end = () => {
    isRunning = false;
    tell(true);
    events.emit({ type: 'feeds.changed' });
    settle();
  };
  const work = async () => {
    working++;
    try {
      for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
        await pace(next);
        if (signal.aborted) break;
        // Meanwhile it may have gone, or moved.
        const feed = await store.feed(next.id).catch(() => null);
        if (feed && isWanted(feed)) await one(feed);
        else counts.total--;
      }
    } catch (error) {
      failure ??= { error };
      abort.abort();
    } finally {
      working--;
      if (working === 0) end();
    }
  };
  const add = (more: readonly StoredFeed[]): boolean => {
    if (!isRunning || signal.aborted) return false;
    const added = more.filter(({ id }) => !met.has(id));
    for (const { id } of added) met.add(id);
    waiting.push(...spread(added));
    counts.total += added.length;
    // Whoever found nothing to do has gone home.
    while (working < AT_ONCE && waiting.length > 0) void work();
    return true;
  };

  done.catch(() => {});
  add(feeds);
  tell(true);
  if (working === 0) end();
  return { progress, add, cancel: () => abort.abort(), done };
}

/** Feeds in such an order that those of one host stand as far apart as they can. */
export function spread<T extends { readonly url: string }>(feeds: readonly T[]): readonly T[] {
  const byHost = new Map<string, T[]>();
  for (const feed of feeds) {
    const host = URL.parse(feed.url)?.host ?? '';
    const others = byHost.get(host);
    if (others) others.push(feed);
    else byHost.set(host, [feed]);
  }
  const most = Math.max(0, ...[...byHost.values()].map(({ length }) => length));
  return Array.from({ length: most }, (_, nth) => [...byHost.values()].flatMap((some) => some[nth] ?? [])).flat();
}
