import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ArticleDetail, ArticleId, ArticleSummary } from '../../contract/model.ts';
import type { Cursor, Shelf } from '../../contract/query.ts';
import { createPending } from './pending.ts';
import { keys, type ListShape } from './query-keys.ts';
import { moveCounts, movesOf } from './unread-counts.ts';

/** A loaded page of a list. */
export interface ListPage {
  readonly items: readonly ArticleSummary[];
  readonly next: Cursor | null;
  /** On the first page: how many rows have come in above since the list was opened, so that what is read stays where it is. */
  readonly above?: number;
}

export type LoadedList = InfiniteData<ListPage, Cursor | null>;

/** The states of an article that change at a touch. */
export type ArticlePatch = Partial<Pick<ArticleSummary, 'isRead' | 'isStarred' | 'isArchived' | 'isTrashed' | 'tags'>>;

/** Whether an article stands on a shelf. */
export function isOnShelf(
  shelf: Shelf,
  { isArchived, isTrashed }: Pick<ArticleSummary, 'isArchived' | 'isTrashed'>,
): boolean {
  if (shelf === 'trash') return isTrashed;
  if (shelf === 'library') return !isTrashed;
  return !isTrashed && isArchived === (shelf === 'archive');
}

/** Changes articles in a page and takes out those that no longer stand on its shelf; the same page when it holds none of them. */
export function patchPage(page: ListPage, shelf: Shelf, ids: ReadonlySet<ArticleId>, patch: ArticlePatch): ListPage {
  if (!page.items.some(({ id }) => ids.has(id))) return page;
  const items = page.items
    .map((article) => (ids.has(article.id) ? { ...article, ...patch } : article))
    .filter((article) => !ids.has(article.id) || isOnShelf(shelf, article));
  return { ...page, items };
}

/** A change that is shown and not yet stored. */
interface Pending {
  readonly ids: ReadonlySet<ArticleId>;
  readonly patch: ArticlePatch;
}

const pending = createPending<Pending>();

/** Fetches a page and shows in it what is under way: a row that went back to what it was for a moment would leave its list. */
export const withPending = (cache: QueryClient, shelf: Shelf, fetchPage: () => Promise<ListPage>): Promise<ListPage> =>
  pending.fetched(cache, fetchPage, (page, { ids, patch }) => patchPage(page, shelf, ids, patch));

/**
 * Shows a change everywhere at once, before the engine has answered. What the engine then says replaces it.
 * @returns to be called when the engine has answered
 */
export function patchArticles(cache: QueryClient, ids: ReadonlySet<ArticleId>, patch: ArticlePatch): () => void {
  const settle = pending.add(cache, { ids, patch });
  const settleCounts = moveCounts(cache, movesOf(knownArticles(cache, ids), patch));
  for (const [key, list] of cache.getQueriesData<LoadedList>({ queryKey: keys.lists })) {
    const shape = key[1] as ListShape | undefined;
    if (!list || !shape) continue;
    cache.setQueryData<LoadedList>(key, {
      ...list,
      pages: list.pages.map((page) => patchPage(page, shape.filter.shelf, ids, patch)),
    });
  }
  for (const id of ids) {
    cache.setQueryData<ArticleDetail>(keys.detail(id), (article) => article && { ...article, ...patch });
  }
  return () => {
    settle();
    settleCounts();
  };
}

/** Articles as they are shown now, as far as any list or the reader has them. */
function knownArticles(cache: QueryClient, ids: ReadonlySet<ArticleId>): Iterable<ArticleSummary> {
  const known = new Map<ArticleId, ArticleSummary>();
  for (const [, list] of cache.getQueriesData<LoadedList>({ queryKey: keys.lists }))
    for (const { items } of list?.pages ?? [])
      for (const article of items) if (ids.has(article.id)) known.set(article.id, article);
  for (const id of ids) {
    const article = known.has(id) ? undefined : cache.getQueryData<ArticleDetail>(keys.detail(id));
    if (article) known.set(id, article);
  }
  return known.values();
}
