import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Subscriptions, SyncProgress } from '../../contract/feeds.ts';
import type { KeptFeed } from '../../contract/model.ts';
import { useClient } from './client-context.ts';
import { subscriptionsQuery } from './queries.ts';
import { keys } from './query-keys.ts';
import { useTold } from './use-told.ts';

/** Everything that is subscribed to. */
export const useSubscriptions = (): UseQueryResult<Subscriptions> =>
  useQuery(subscriptionsQuery(useClient(), useQueryClient()));

/** How far fetching is, or how it ended; null when there was none yet. */
export function useSync(): SyncProgress | null {
  const client = useClient();
  const [sync] = useTold<SyncProgress>(
    keys.sync,
    () => client.call('feeds.progress', null),
    (event) => (event.type === 'sync.progress' ? event.sync : undefined),
  );
  return sync;
}

/** As many as a page of them; whoever has more than that sees the first. */
const LISTED = 1_000;

/** Feeds that imported lists named and that nobody has subscribed to. */
export function useListedFeeds(): readonly KeptFeed[] {
  const client = useClient();
  const query = useQuery({
    queryKey: keys.listed,
    queryFn: () => client.call('feeds.listed', { after: 0, limit: LISTED }),
  });
  return query.data?.feeds ?? [];
}
