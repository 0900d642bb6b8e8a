import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Subscriptions } from '../../contract/feeds.ts';
import { useClient } from './client-context.ts';
import { keys } from './query-keys.ts';
import { movedSubscriptions, pendingMoves } from './unread-counts.ts';

/** Everything that is subscribed to. */
export function useSubscriptions(): UseQueryResult<Subscriptions> {
  const client = useClient();
  const cache = useQueryClient();
  return useQuery({
    queryKey: keys.feeds,
    queryFn: async () => movedSubscriptions(await client.call('feeds.list', null), pendingMoves(cache)),
  });
}
