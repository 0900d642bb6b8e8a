import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '../../contract/client.ts';
import {
  countQuery,
  importsQuery,
  NO_SUBSCRIPTIONS,
  overviewQuery,
  pagesQuery,
  settingsQuery,
  subscriptionsQuery,
  syncQuery,
  undoQuery,
} from '../api/queries.ts';
import { askForFirstPage } from '../features/article-list/list-query.ts';
import type { Location } from '../state/location.ts';
import { filterOf, isListPlace } from '../state/places.ts';
import { shapeOf } from './list-shape.ts';

/**
 * Asks at once for all that the window is drawn of: it is then drawn whole, and once.
 * What could not be had is asked for again by whoever shows it.
 */
export async function askAhead(client: Client, cache: QueryClient, { place, isUnreadOnly }: Location): Promise<void> {
  const settings = cache.fetchQuery(settingsQuery(client, cache));
  const subscriptions = cache.fetchQuery(subscriptionsQuery(client, cache));
  const list = async () => {
    if (!isListPlace(place)) return;
    // Only a feed has an order of its own.
    const known = place.kind === 'source' ? await subscriptions : NO_SUBSCRIPTIONS;
    await askForFirstPage(client, cache, shapeOf(place, isUnreadOnly, await settings, known));
  };
  await Promise.allSettled([
    list(),
    subscriptions,
    cache.prefetchQuery(overviewQuery(client, cache)),
    isListPlace(place) && cache.prefetchQuery(countQuery(client, filterOf(place, isUnreadOnly))),
    cache.prefetchQuery(undoQuery(client)),
    cache.prefetchQuery(importsQuery(client)),
    cache.prefetchQuery(syncQuery(client)),
    cache.prefetchQuery(pagesQuery(client)),
  ]);
}
