import type { QueryClient } from '@tanstack/react-query';
import type { Subscriptions } from '../../contract/feeds.ts';
import { createPending } from './pending.ts';
import { keys } from './query-keys.ts';

/** What a change makes of all subscriptions; the same when it is in them already. */
export type Shown = (now: Subscriptions) => Subscriptions;

const pending = createPending<Shown>();

/** Fetches what is subscribed to, and shows in it what is under way. */
export const subscriptionsWithPending = (cache: QueryClient, fetch: () => Promise<Subscriptions>) =>
  pending.fetched(cache, fetch, (now, shown) => shown(now));

/**
 * Shows a change at once, before the engine has answered.
 * @returns to be called when the engine has answered
 */
export function showInSubscriptions(cache: QueryClient, shown: Shown): () => void {
  cache.setQueryData<Subscriptions>(keys.feeds, (now) => now && shown(now));
  return pending.add(cache, shown);
}
