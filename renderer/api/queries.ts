import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '../../contract/client.ts';
import type { Subscriptions } from '../../contract/feeds.ts';
import type { ArticleFilter } from '../../contract/query.ts';
import type { Settings } from '../../contract/settings.ts';
import { subscriptionsWithPending } from './feed-cache.ts';
import { keys } from './query-keys.ts';
import { movedOverview, movedSubscriptions, pendingMoves } from './unread-counts.ts';

// What more than one asks for: the window that shows it, and `window/ask-ahead.ts` before there is a window. Nothing of React belongs here.

export const NO_SUBSCRIPTIONS: Subscriptions = { folders: [], feeds: [] };

export const settingsQuery = (client: Client, cache: QueryClient) => ({
  queryKey: keys.settings,
  queryFn: async () => {
    const settings = await client.call('settings.get', null);
    // What was changed here meanwhile is newer than this answer.
    const unanswered = cache.getMutationCache().findAll({ mutationKey: keys.settings, status: 'pending' });
    return Object.assign({}, settings, ...unanswered.map(({ state }) => state.variables)) as Settings;
  },
});

export const overviewQuery = (client: Client, cache: QueryClient) => ({
  queryKey: keys.overview,
  queryFn: async () => movedOverview(await client.call('library.overview', null), pendingMoves(cache)),
});

export const subscriptionsQuery = (client: Client, cache: QueryClient) => ({
  queryKey: keys.feeds,
  queryFn: () =>
    subscriptionsWithPending(cache, async () =>
      movedSubscriptions(await client.call('feeds.list', null), pendingMoves(cache)),
    ),
});

export const countQuery = (client: Client, filter: ArticleFilter) => ({
  queryKey: keys.count(filter),
  queryFn: () => client.call('articles.count', filter),
});

export const undoQuery = (client: Client) => ({ queryKey: keys.undo, queryFn: () => client.call('undo.next', null) });

export const importsQuery = (client: Client) => ({
  queryKey: keys.imports,
  queryFn: () => client.call('imports.list', null),
});

/** How far fetching is; whoever shows it is told of it from then on. */
export const syncQuery = (client: Client) => ({
  queryKey: keys.sync,
  queryFn: () => client.call('feeds.progress', null),
});

export const pagesQuery = (client: Client) => ({
  queryKey: keys.pages,
  queryFn: () => client.call('pages.progress', null),
});
