import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ArticleId, ChangeReport, UndoEntry } from '../../contract/model.ts';
import type { Selection } from '../../contract/query.ts';
import { type NoticeAction, useNotices } from '../state/notices.ts';
import { countOf } from '../ui/numbers.ts';
import { type ArticlePatch, patchArticles } from './article-cache.ts';
import { useClient } from './client-context.ts';
import { sentenceOf } from './errors.ts';
import { keys } from './query-keys.ts';
import { createTurns } from './turns.ts';
import { moveCounts, movesOfAllRead } from './unread-counts.ts';

/** Everything one can do to articles. Each shows its effect at once, says what was done and offers to undo it. */
export function useArticleActions() {
  const client = useClient();
  const cache = useQueryClient();
  const { show } = useNotices();

  return useMemo(() => {
    // Undo must see what was done just before it, and a second undo what the first one left.
    const inTurn = createTurns();

    const fail = (error: unknown) => {
      show({ text: sentenceOf(error), tone: 'error', action: null });
      // What was shown beforehand did not come true.
      void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.lists[0] });
      void cache.invalidateQueries({ queryKey: keys.lists, refetchType: 'none' });
    };

    /** @param offered the step a message offered to undo; null for whatever is the last one */
    const undo = (offered: UndoEntry | null = null) =>
      inTurn(async () => {
        const next = await client.call('undo.next', null);
        if (offered && next && next.id > offered.id) return offer(`Done since then: ${next.label}`, next);
        if (offered && next?.id !== offered.id) return offer('That has been undone already', null);
        if (next) await client.call('undo.apply', { id: next.id });
        show({ text: next ? `Undone: ${next.label}` : 'There is nothing to undo', tone: 'done', action: null });
      }).catch(fail);

    const offer = (text: string, entry: UndoEntry | null) => {
      const action: NoticeAction | null = entry && {
        ...{ label: 'Undo', title: `Undo: ${entry.label}`, command: 'undo' },
        run: () => void undo(entry),
      };
      show({ text, tone: 'done', action });
    };

    const report = (said: string, { changed, undo: entry }: ChangeReport) => {
      if (changed === 0) return;
      offer(said, entry);
      cache.setQueryData(keys.undo, entry);
      void cache.invalidateQueries({ queryKey: keys.overview });
    };

    /** @returns whether the engine did it */
    const act = async (
      selection: Selection,
      patch: ArticlePatch | null,
      send: () => Promise<ChangeReport>,
      said: (articles: string) => string,
    ) => {
      const settle = patch && shownBefore(cache, selection, patch);
      try {
        const done = await inTurn(send);
        report(said(countOf(done.changed, 'article')), done);
        return true;
      } catch (error) {
        fail(error);
        return false;
      } finally {
        settle?.();
      }
    };

    return {
      undo: () => undo(),
      setRead: (selection: Selection, isRead: boolean) =>
        act(
          selection,
          { isRead },
          () => client.call('articles.setRead', { selection, isRead }),
          (n) => `Marked ${n} ${isRead ? 'read' : 'unread'}`,
        ),
      setStarred: (selection: Selection, isStarred: boolean) =>
        act(
          selection,
          { isStarred },
          () => client.call('articles.setStarred', { selection, isStarred }),
          (n) => `${isStarred ? 'Starred' : 'Unstarred'} ${n}`,
        ),
      setArchived: (selection: Selection, isArchived: boolean) =>
        act(
          selection,
          { isArchived },
          () => client.call('articles.setArchived', { selection, isArchived }),
          (n) => (isArchived ? `Archived ${n}` : `Moved ${n} out of the archive`),
        ),
      setTrashed: (selection: Selection, isTrashed: boolean) =>
        act(
          selection,
          { isTrashed },
          () => client.call('articles.setTrashed', { selection, isTrashed }),
          (n) => (isTrashed ? `Moved ${n} to Trash` : `Put ${n} back`),
        ),
      setTags: (selection: Selection, add: readonly string[], remove: readonly string[]) =>
        act(
          selection,
          null,
          () => client.call('articles.setTags', { selection, add, remove }),
          (n) => `Changed the tags of ${n}`,
        ),
      renameTag: (from: string, to: string) =>
        act(
          { ids: [] },
          null,
          () => client.call('tags.rename', { from, to }),
          (n) => `Renamed “${from}” to “${to}” on ${n}`,
        ),
      deleteTag: (name: string) =>
        act(
          { ids: [] },
          null,
          () => client.call('tags.delete', { name }),
          (n) => `Took “${name}” off ${n}`,
        ),

      /** Marks an article read because it is being read: shown, not said. */
      async markOpened(id: ArticleId) {
        const settle = patchArticles(cache, new Set([id]), { isRead: true });
        try {
          await inTurn(() => client.call('articles.markOpened', { id }));
        } catch (error) {
          fail(error);
        } finally {
          settle();
        }
      },

      async emptyTrash() {
        try {
          const count = await inTurn(() => client.call('trash.empty', null));
          show({ text: `Deleted ${countOf(count, 'article')} for good`, tone: 'done', action: null });
        } catch (error) {
          fail(error);
        }
      },
    };
  }, [client, cache, show]);
}

/** Shows what will be so, as far as that is known. @returns to be called when it is so */
function shownBefore(cache: QueryClient, selection: Selection, patch: ArticlePatch): (() => void) | null {
  if ('ids' in selection) return patchArticles(cache, new Set(selection.ids), patch);
  const { filter, text, except } = selection;
  if (text !== null || except.length > 0 || patch.isRead !== true) return null;
  const moves = movesOfAllRead(filter, cache.getQueryData(keys.feeds), cache.getQueryData(keys.overview));
  return moves && moveCounts(cache, moves);
}

export type ArticleActions = ReturnType<typeof useArticleActions>;
