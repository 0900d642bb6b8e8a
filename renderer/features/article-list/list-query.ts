import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '../../../contract/client.ts';
import { LIST_PAGE_SIZE } from '../../../contract/first-calls.ts';
import type { Cursor } from '../../../contract/query.ts';
import { type ListPage, withPending } from '../../api/article-cache.ts';
import { keys, type ListShape } from '../../api/query-keys.ts';

/** Fetches a page of a list. */
export const fetchPage = (
  client: Client,
  cache: QueryClient,
  shape: ListShape,
  after: Cursor | null,
): Promise<ListPage> =>
  withPending(cache, shape.filter.shelf, () =>
    client.call('articles.list', { ...shape, after, limit: LIST_PAGE_SIZE }),
  );

/** A list page by page, the same for whoever shows it and whoever asks ahead. @param onFetched told of each page as it comes */
export const listQuery = (
  client: Client,
  cache: QueryClient,
  shape: ListShape,
  onFetched: (page: ListPage) => void,
) => ({
  queryKey: keys.list(shape),
  queryFn: async ({ pageParam }: { readonly pageParam: Cursor | null }): Promise<ListPage> => {
    const page = await fetchPage(client, cache, shape, pageParam);
    onFetched(page);
    return page;
  },
  initialPageParam: null as Cursor | null,
  getNextPageParam: (page: ListPage) => page.next,
});

/** First pages that were asked for before there was a list to show them. */
const askedAhead = new WeakSet<ListPage>();

/** Asks for the first page of a list that will be shown in a moment. */
export const askForFirstPage = (client: Client, cache: QueryClient, shape: ListShape): Promise<void> =>
  cache.prefetchInfiniteQuery(listQuery(client, cache, shape, (page) => askedAhead.add(page)));

/** Whether a page was asked for ahead; true for the first who asks, to whom it is as new as if asked for now. */
export const isNewlyAsked = (page: ListPage): boolean => askedAhead.delete(page);
