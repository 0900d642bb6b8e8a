import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Feed, FolderId, Subscriptions } from '../../contract/feeds.ts';
import type { ArticleSummary, Overview, SourceId } from '../../contract/model.ts';
import { everywhere } from '../../contract/query.ts';
import { keys } from './query-keys.ts';
import { moveCounts, movedSubscriptions, movesOf, movesOfAllRead, pendingMoves } from './unread-counts.ts';

const article = (source: number, state: Partial<ArticleSummary> = {}) =>
  ({ source: { id: source }, isRead: false, isArchived: false, isTrashed: false, ...state }) as ArticleSummary;
const feed = (source: number, unread: number, folderId: number | null = null) =>
  ({ id: source, sourceId: source, unread, folderId, position: source }) as Feed;
const subscriptions: Subscriptions = {
  folders: [{ id: 1 as FolderId, parentId: null, name: 'd', position: 0 }],
  feeds: [feed(1, 3), feed(2, 4, 1)],
};
const overview = { unread: 9 } as Overview;

test('what is read leaves the count of its feed, what is put back comes in again', () => {
  const read = movesOf([article(1), article(1), article(2, { isRead: true })], { isRead: true });
  expect([...read.bySource]).toEqual([[1, -2]]);
  expect(read.all).toBe(-2);
  expect(movesOf([article(1, { isTrashed: true })], { isTrashed: false }).all).toBe(1);
  expect(movesOf([article(1, { isArchived: true })], { isRead: true }).all).toBe(0);
});

test.each([
  ['everywhere', everywhere, [-3, -4], -9],
  ['in one feed', { ...everywhere, sourceId: 1 as SourceId }, [-3, undefined], -3],
  ['in a folder', { ...everywhere, folderId: 1 as FolderId }, [undefined, -4], -4],
])('marking all read %s takes those counts to nothing', (_, filter, bySource, all) => {
  const moves = movesOfAllRead(filter, subscriptions, overview);
  expect([1, 2].map((id) => moves?.bySource.get(id as SourceId))).toEqual(bySource);
  expect(moves?.all).toBe(all);
});

test('what marking all of a tag read does is not guessed', () => {
  expect(movesOfAllRead({ ...everywhere, tag: 'x' }, subscriptions, overview)).toBeNull();
});

test('a moved count shows at once and is under way until it is settled', () => {
  const cache = new QueryClient();
  cache.setQueryData(keys.feeds, subscriptions);
  cache.setQueryData(keys.overview, overview);
  const settle = moveCounts(cache, movesOf([article(1)], { isRead: true }));
  expect(cache.getQueryData<Subscriptions>(keys.feeds)?.feeds[0]?.unread).toBe(2);
  expect(cache.getQueryData<Overview>(keys.overview)?.unread).toBe(8);
  expect(movedSubscriptions(subscriptions, pendingMoves(cache)).feeds[0]?.unread).toBe(2);
  settle();
  expect(pendingMoves(cache)).toEqual([]);
});
