import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { LedgerEntry, LedgerTotals, RequestId } from '../../../contract/ledger.ts';
import { useClient, useEngineEvents } from '../../api/client-context.ts';
import { keys } from '../../api/query-keys.ts';

const PAGE_SIZE = 200;

export interface Ledger {
  readonly requests: readonly LedgerEntry[];
  readonly totals: LedgerTotals | null;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Loads earlier ones; null when all are there. */
  readonly loadMore: (() => void) | null;
}

/** Every request there was, newest first; those to hosts whose name holds a text. It is fresh when it is opened and when a round of fetching ends. */
export function useLedger(host: string): Ledger {
  const client = useClient();
  const totals = useQuery({
    queryKey: keys.ledgerTotals,
    queryFn: () => client.call('ledger.totals', null),
    staleTime: 0,
  });
  const query = useInfiniteQuery({
    queryKey: keys.ledgerPages(host),
    queryFn: ({ pageParam }) => client.call('ledger.list', { after: pageParam, limit: PAGE_SIZE, host }),
    initialPageParam: null as RequestId | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    // What was found for another text stays until there is something for this one.
    placeholderData: (before) => before,
  });
  useEngineEvents((event) => {
    if (event.type !== 'sync.progress' || event.sync.isRunning) return;
    void totals.refetch();
    void query.refetch();
  });
  return {
    requests: query.data?.pages.flatMap(({ requests }) => requests) ?? [],
    totals: totals.data ?? null,
    isPending: query.isPending,
    error: query.error,
    loadMore: query.hasNextPage ? () => void query.fetchNextPage() : null,
  };
}
