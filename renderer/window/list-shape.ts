import type { Subscriptions } from '../../contract/feeds.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ListShape } from '../api/query-keys.ts';
import { filterOf, type ListPlace } from '../state/places.ts';

/** The feed whose articles a place shows, if it is one's. */
export const feedOf = (place: ListPlace, { feeds }: Subscriptions) =>
  place.kind === 'source' ? feeds.find(({ sourceId }) => sourceId === place.id) : undefined;

/** What the list of a place shows and in which order. */
export const shapeOf = (
  place: ListPlace,
  isUnreadOnly: boolean,
  settings: Settings,
  subscriptions: Subscriptions,
): ListShape => ({
  filter: filterOf(place, isUnreadOnly),
  order: settings.listOrder,
  direction: feedOf(place, subscriptions)?.settings.sort ?? settings.listDirection,
});
