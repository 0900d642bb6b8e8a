import type { QueryClient } from '@tanstack/react-query';
import type { Subscriptions } from '../../contract/feeds.ts';
import type { ArticleSummary, Overview, SourceId } from '../../contract/model.ts';
import type { ArticleFilter } from '../../contract/query.ts';
import { feedsIn } from '../state/feed-tree.ts';
import type { ArticlePatch } from './article-cache.ts';
import { keys } from './query-keys.ts';

/** By how much unread counts change; a source that is not named stays as it is. */
export interface UnreadMoves {
  readonly bySource: ReadonlyMap<SourceId, number>;
  readonly all: number;
}

type States = Pick<ArticleSummary, 'isRead' | 'isArchived' | 'isTrashed'>;
const counts = ({ isRead, isArchived, isTrashed }: States): boolean => !isRead && !isArchived && !isTrashed;

/** What a change to articles does to the counts. */
export function movesOf(articles: Iterable<ArticleSummary>, patch: ArticlePatch): UnreadMoves {
  const bySource = new Map<SourceId, number>();
  let all = 0;
  for (const article of articles) {
    const move = Number(counts({ ...article, ...patch })) - Number(counts(article));
    if (move === 0) continue;
    all += move;
    bySource.set(article.source.id, (bySource.get(article.source.id) ?? 0) + move);
  }
  return { bySource, all };
}

/** What marking everything a filter finds as read does to the counts, as far as that is known without asking; null where it is not. */
export function movesOfAllRead(
  { sourceId, folderId, tag, importId, starredOnly, shelf }: ArticleFilter,
  subscriptions: Subscriptions | undefined,
  overview: Overview | undefined,
): UnreadMoves | null {
  if (tag !== null || importId !== null || starredOnly || shelf === 'archive' || shelf === 'trash') return null;
  const feeds = subscriptions?.feeds ?? [];
  if (sourceId === null && folderId === null)
    return { bySource: zeroed(feeds), all: overview === undefined ? 0 : -overview.unread };
  const meant =
    folderId === null || !subscriptions
      ? feeds.filter((feed) => feed.sourceId === sourceId)
      : feedsIn(subscriptions, folderId).filter((feed) => sourceId === null || feed.sourceId === sourceId);
  return { bySource: zeroed(meant), all: -meant.reduce((sum, { unread }) => sum + unread, 0) };
}

const zeroed = (feeds: Subscriptions['feeds']) => new Map(feeds.map(({ sourceId, unread }) => [sourceId, -unread]));

/** Subscriptions with their counts moved. */
export function movedSubscriptions(subscriptions: Subscriptions, moves: readonly UnreadMoves[]): Subscriptions {
  if (moves.every(({ bySource }) => bySource.size === 0)) return subscriptions;
  return {
    ...subscriptions,
    feeds: subscriptions.feeds.map((feed) => {
      const by = moves.reduce((sum, { bySource }) => sum + (bySource.get(feed.sourceId) ?? 0), 0);
      return by === 0 ? feed : { ...feed, unread: Math.max(0, feed.unread + by) };
    }),
  };
}

/** The overview with its count moved. */
export function movedOverview(overview: Overview, moves: readonly UnreadMoves[]): Overview {
  const by = moves.reduce((sum, { all }) => sum + all, 0);
  return by === 0 ? overview : { ...overview, unread: Math.max(0, overview.unread + by) };
}

const pendingOf = new WeakMap<QueryClient, Set<UnreadMoves>>();

/** Counts that are shown and not yet stored: an answer that was asked for before them is shown with them. */
export const pendingMoves = (cache: QueryClient): readonly UnreadMoves[] => [...(pendingOf.get(cache) ?? [])];

/**
 * Moves the counts that are shown, before the engine has answered. What the engine then says replaces them.
 * @returns to be called when the engine has answered
 */
export function moveCounts(cache: QueryClient, moves: UnreadMoves): () => void {
  const all = pendingOf.get(cache) ?? new Set();
  pendingOf.set(cache, all.add(moves));
  cache.setQueryData<Subscriptions>(keys.feeds, (old) => old && movedSubscriptions(old, [moves]));
  cache.setQueryData<Overview>(keys.overview, (old) => old && movedOverview(old, [moves]));
  return () => {
    all.delete(moves);
  };
}
