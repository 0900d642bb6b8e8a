import { useInfiniteQuery } from '@tanstack/react-query';
import type { ImportItem } from '../../../contract/imports.ts';
import type { ImportId } from '../../../contract/model.ts';
import { useClient } from '../../api/client-context.ts';
import { keys } from '../../api/query-keys.ts';

const PAGE_SIZE = 1_000;

export interface ImportItems {
  readonly items: readonly ImportItem[];
  readonly isPending: boolean;
  readonly error: unknown;
  /** Loads more; null when all are there. */
  readonly loadMore: (() => void) | null;
}

/** The files of an import: all, or those that were not taken. */
export function useImportItems(id: ImportId, status: 'all' | 'not-taken'): ImportItems {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: keys.importItems(id, status),
    queryFn: ({ pageParam }) => client.call('imports.items', { id, status, after: pageParam, limit: PAGE_SIZE }),
    initialPageParam: -1,
    getNextPageParam: (page) => page.next,
  });
  return {
    items: query.data?.pages.flatMap(({ items }) => items) ?? [],
    isPending: query.isPending,
    error: query.error,
    loadMore: query.hasNextPage ? () => void query.fetchNextPage() : null,
  };
}
