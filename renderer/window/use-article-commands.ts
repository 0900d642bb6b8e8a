import { useQueryClient } from '@tanstack/react-query';
import type { ArticleDetail, ArticleId, ArticleSummary } from '../../contract/model.ts';
import type { ArticleFilter, Selection } from '../../contract/query.ts';
import { isOnShelf } from '../api/article-cache.ts';
import { keys } from '../api/query-keys.ts';
import type { ArticleActions } from '../api/use-article-actions.ts';
import { useCommand } from '../state/command-bus.ts';
import { isPicked, selectionOf } from '../state/selection.ts';
import type { ListCursor } from './use-cursor.ts';

interface Options {
  readonly cursor: ListCursor;
  readonly rows: readonly ArticleSummary[];
  /** What the list finds, for a selection of everything in it. */
  readonly scope: { readonly filter: ArticleFilter; readonly text: string | null };
  readonly actions: ArticleActions;
  readonly editTags: (selection: Selection, articles: readonly ArticleSummary[]) => void;
  /** Opens another article because the one that was open has left the list; null closes. */
  readonly openInstead: (id: ArticleId | null) => void;
}

/** Commands on what is picked, else on the article one is at. */
export function useArticleCommands({ cursor, rows, scope, actions, editTags, openInstead }: Options): void {
  const cache = useQueryClient();
  const { picked, currentId, clearPicks, stepOff } = cursor;

  const meant = (): { selection: Selection; articles: readonly ArticleSummary[] } | null => {
    const selection = selectionOf(picked, currentId, scope);
    if (!selection) return null;
    if (picked.kind !== 'none') return { selection, articles: rows.filter(({ id }) => isPicked(picked, id)) };
    const detail = currentId === null ? undefined : cache.getQueryData<ArticleDetail>(keys.detail(currentId));
    const one = rows.find(({ id }) => id === currentId) ?? detail;
    return { selection, articles: one ? [one] : [] };
  };

  /** Sets a state on all unless all have it, and then takes it off all. */
  const toggle =
    (has: (article: ArticleSummary) => boolean, set: (selection: Selection, value: boolean) => unknown) => () => {
      const all = meant();
      if (!all) return false;
      set(all.selection, !(all.articles.length > 0 && all.articles.every(has)));
    };

  /** The same for a state that decides where an article stands: what leaves the list gives its place to the next. */
  const toggleMoving =
    (
      has: (article: ArticleSummary) => boolean,
      patch: (value: boolean) => Partial<ArticleSummary>,
      set: (selection: Selection, value: boolean) => unknown,
    ) =>
    () => {
      const all = meant();
      if (!all) return false;
      const value = !(all.articles.length > 0 && all.articles.every(has));
      const leaves =
        all.articles.some(({ id }) => id === currentId) &&
        all.articles.some((each) => !isOnShelf(scope.filter.shelf, { ...each, ...patch(value) }));
      if (leaves) openInstead(picked.kind === 'none' ? stepOff() : null);
      set(all.selection, value);
      clearPicks();
    };

  useCommand(
    'article.toggleRead',
    toggle(({ isRead }) => isRead, actions.setRead),
  );
  useCommand(
    'article.toggleStar',
    toggle(({ isStarred }) => isStarred, actions.setStarred),
  );
  useCommand(
    'article.archive',
    toggleMoving(
      ({ isArchived }) => isArchived,
      (isArchived) => ({ isArchived }),
      actions.setArchived,
    ),
  );
  useCommand(
    'article.trash',
    toggleMoving(
      ({ isTrashed }) => isTrashed,
      (isTrashed) => ({ isTrashed }),
      actions.setTrashed,
    ),
  );
  useCommand('article.tag', () => {
    const all = meant();
    if (!all) return false;
    editTags(all.selection, all.articles);
  });
  useCommand('list.markAllRead', () => void actions.setRead({ ...scope, except: [] }, true));
}
