import { useMemo } from 'react';
import type { Subscriptions } from '../../contract/feeds.ts';
import type { ListDirection, ListOrder, Settings } from '../../contract/settings.ts';
import type { ListShape } from '../api/query-keys.ts';
import type { FeedActions } from '../api/use-feed-actions.ts';
import { orders } from '../features/article-list/list-header.tsx';
import { useCommand } from '../state/command-bus.ts';
import type { ListPlace } from '../state/places.ts';
import { feedOf, shapeOf } from './list-shape.ts';

interface Options {
  readonly place: ListPlace;
  readonly isUnreadOnly: boolean;
  readonly settings: Settings;
  readonly changeSettings: (change: Partial<Settings>) => void;
  readonly subscriptions: Subscriptions;
  readonly feedActions: FeedActions;
}

/** What the list of a place shows, in which order, and how that is changed. A feed that has a direction of its own keeps it. */
export function useListShape({ place, isUnreadOnly, settings, changeSettings, subscriptions, feedActions }: Options): {
  readonly shape: ListShape;
  readonly setOrder: (order: ListOrder, direction: ListDirection) => void;
} {
  const feed = feedOf(place, subscriptions);
  const own = feed?.settings.sort ?? null;
  const now = shapeOf(place, isUnreadOnly, settings, subscriptions);
  const { order, direction } = now;
  // It stays the same while what it says does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is made of the place
  const shape = useMemo(() => now, [place, isUnreadOnly, order, direction]);

  const setOrder = (listOrder: ListOrder, listDirection: ListDirection) => {
    changeSettings(own === null ? { listOrder, listDirection } : { listOrder });
    if (feed && own !== null && own !== listDirection) void feedActions.set(feed.id, { sort: listDirection });
  };
  useCommand('list.cycleOrder', () => {
    const at = orders.findIndex((each) => each.order === order && each.direction === direction);
    const next = orders[(at + 1) % orders.length];
    if (next) setOrder(next.order, next.direction);
  });
  return { shape, setOrder };
}
