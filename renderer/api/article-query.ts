import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Client } from '../../contract/client.ts';
import type { ArticleDetail, ArticleId } from '../../contract/model.ts';
import { useClient } from './client-context.ts';
import { keys } from './query-keys.ts';

/** How one article is fetched and where it is kept. */
export const articleQuery = (client: Client, id: ArticleId) => ({
  queryKey: keys.detail(id),
  queryFn: (): Promise<ArticleDetail> => client.call('articles.get', { id }),
});

/** Fetches an article that will probably be opened in a moment. */
export function useFetchAhead(): (id: ArticleId) => void {
  const client = useClient();
  const cache = useQueryClient();
  return useCallback((id) => void cache.prefetchQuery(articleQuery(client, id)), [client, cache]);
}
