import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ArticleDetail, ArticleId, OriginalText } from '../../../contract/model.ts';
import { articleQuery, useFetchAhead } from '../../api/article-query.ts';
import { useClient } from '../../api/client-context.ts';
import { isNotFound, sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { afterFrame } from '../../state/after-frame.ts';
import { useNotices } from '../../state/notices.ts';

interface Article {
  /** For the moment that fetching takes, the article that was open before: the pane never goes blank between two. */
  readonly article: ArticleDetail | null;
  readonly error: unknown;
  /** Makes the article anew from its kept original. */
  readonly reread: () => void;
}

/** One article in full. Its neighbours are fetched beforehand, so that next and previous open at once. */
export function useArticle(id: ArticleId | null, neighbours: readonly ArticleId[]): Article {
  const client = useClient();
  const cache = useQueryClient();
  const fetchAhead = useFetchAhead();
  const { show } = useNotices();
  const query = useQuery<ArticleDetail | null>({
    ...articleQuery(client, id ?? (0 as ArticleId)),
    placeholderData: keepPreviousData,
    // Nothing open is a value too: what is opened next does not begin with what was closed.
    ...(id === null && { enabled: false, initialData: null }),
  });
  const isShown = id !== null && query.isSuccess && !query.isPlaceholderData;
  const wanted = neighbours.join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the neighbours
  useEffect(() => {
    if (!isShown) return;
    return afterFrame(() => {
      for (const neighbour of neighbours) fetchAhead(neighbour);
    });
  }, [isShown, wanted]);

  return {
    // What was deleted meanwhile is not shown from memory.
    article: id === null || isNotFound(query.error) ? null : (query.data ?? null),
    error: query.error,
    async reread() {
      if (id === null) return;
      try {
        cache.setQueryData(keys.detail(id), await client.call('articles.reread', { id }));
        await cache.invalidateQueries({ queryKey: keys.original(id) });
        show({ text: 'Read the file again with today’s rules', tone: 'done', action: null });
      } catch (error) {
        show({ text: sentenceOf(error), tone: 'error', action: null });
      }
    },
  };
}

/** The stored text an article was made from; fetched only when it is asked for. */
export function useOriginal(id: ArticleId): { readonly original: OriginalText | null; readonly error: unknown } {
  const client = useClient();
  const query = useQuery({ queryKey: keys.original(id), queryFn: () => client.call('articles.original', { id }) });
  return { original: query.data ?? null, error: query.error };
}
