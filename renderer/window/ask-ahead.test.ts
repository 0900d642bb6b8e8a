import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import type { Client } from '../../contract/client.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import { keys } from '../api/query-keys.ts';
import { isNewlyAsked } from '../features/article-list/list-query.ts';
import { parseHash } from '../state/location.ts';
import { askAhead } from './ask-ahead.ts';

let asked: { readonly method: string; readonly params: unknown }[];
beforeEach(() => {
  asked = [];
});

const answers: Readonly<Record<string, unknown>> = {
  'settings.get': { ...DEFAULT_SETTINGS, listOrder: 'published', listDirection: 'oldest' },
  'feeds.list': { folders: [], feeds: [{ sourceId: 7, settings: { sort: 'newest' } }] },
  'articles.list': { items: [], next: null },
};
const client: Client = {
  call: async (method, params) => {
    asked.push({ method, params });
    return (answers[method] ?? null) as never;
  },
  subscribe: () => () => {},
};

const listOf = () => asked.filter(({ method }) => method === 'articles.list').map(({ params }) => params);

test('the list is asked for as the settings order it, and is as new as can be for the first who shows it', async () => {
  const cache = new QueryClient();
  await askAhead(client, cache, parseHash('#/tag/Harbour?show=unread'));
  expect(listOf()).toMatchObject([
    { filter: { tag: 'Harbour', unreadOnly: true }, order: 'published', direction: 'oldest', after: null },
  ]);
  const [[, list] = []] = cache.getQueriesData<{ pages: never[] }>({ queryKey: keys.lists });
  const [page] = list?.pages ?? [];
  if (!page) throw new Error('No page');
  expect([isNewlyAsked(page), isNewlyAsked(page)]).toEqual([true, false]);
});

test('the list of a feed keeps its own direction', async () => {
  await askAhead(client, new QueryClient(), parseHash('#/source/7'));
  expect(listOf()).toMatchObject([{ filter: { sourceId: 7 }, order: 'published', direction: 'newest' }]);
});

test('everything is asked for once, and no list where none is shown', async () => {
  await askAhead(client, new QueryClient(), parseHash('#/settings'));
  const methods = asked.map(({ method }) => method);
  expect(new Set(methods).size).toBe(methods.length);
  expect(methods).toContain('library.overview');
  expect(listOf()).toEqual([]);
});

test('an engine that does not answer keeps nothing from being drawn', async () => {
  const dead: Client = { call: () => Promise.reject(new Error('gone')), subscribe: () => () => {} };
  await expect(
    askAhead(dead, new QueryClient({ defaultOptions: { queries: { retry: false } } }), parseHash('')),
  ).resolves.toBeUndefined();
});
