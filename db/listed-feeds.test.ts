import { expect, test } from 'vitest';
import type { ListedFeed } from '../contract/model.ts';
import { memoryStore, NOW, source } from './testing.ts';

const feed = (url: string, more: Partial<ListedFeed> = {}): ListedFeed => ({
  ...{ url, title: null, siteUrl: null, folder: [], attributes: {} },
  ...more,
});

function storeOfFeeds() {
  const store = memoryStore();
  return {
    store,
    take: (...feeds: readonly ListedFeed[]) =>
      store.saveArticles({ importId: store.importId, addedAt: NOW, items: [{ path: 'mine.opml', source, feeds }] })[0],
    listed: () => store.listedFeeds(0, 100).feeds,
  };
}

test('the feeds of a list are kept in its order, and the report says how many', () => {
  const { store, take, listed } = storeOfFeeds();
  const item = {
    path: 'mine.opml',
    status: 'imported',
    articleId: null,
    title: null,
    note: '2 feeds kept',
    error: null,
  };
  expect(take(feed('b', { folder: ['News'] }), feed('a'), feed('b', { folder: ['Morning'] }))).toMatchObject(item);
  expect(listed()).toMatchObject([
    { url: 'b', folders: [['News'], ['Morning']] },
    { url: 'a', folders: [] },
  ]);
  expect(store.importItems(store.importId, 'not-taken', -1, 10).items).toMatchObject([item]);
});

test('the same list again changes nothing, a newer one is merged in', () => {
  const { take, listed } = storeOfFeeds();
  const first = feed('a', { title: 'A', folder: ['News'], attributes: { type: 'rss', x: '1' } });
  take(first);
  expect(take(first)).toMatchObject({ status: 'duplicate', note: '1 feed, all kept before' });
  const newer = feed('a', { title: 'Alpha', folder: ['Tech'], attributes: { x: '2' } });
  expect(take(newer, feed('c'))).toMatchObject({ status: 'imported', note: '1 feed kept, 1 known before' });
  expect(take(feed('c', { siteUrl: 'https://c.example/' }))).toMatchObject({
    status: 'updated',
    note: '1 feed of 1 renewed',
  });
  expect(listed()).toMatchObject([
    { url: 'a', title: 'Alpha', folders: [['News'], ['Tech']], attributes: { type: 'rss', x: '2' } },
    { url: 'c', siteUrl: 'https://c.example/' },
  ]);
});

test('a list that is taken back takes the feeds with it that it brought', () => {
  const { store, take, listed } = storeOfFeeds();
  take(feed('a'));
  const importId = store.startImport({ name: 'b.opml', origin: 'paths', startedAt: NOW });
  store.saveArticles({ importId, addedAt: NOW, items: [{ path: 'b.opml', source, feeds: [feed('a'), feed('b')] }] });
  store.finishImport({ id: importId, state: 'done', finishedAt: NOW, total: 1 });
  store.undoImport(importId);
  expect(listed().map(({ url }) => url)).toEqual(['a']);
});

test('they can be paged through to the end', () => {
  const { store, take } = storeOfFeeds();
  take(...['a', 'b', 'c'].map((url) => feed(url)));
  const first = store.listedFeeds(0, 2);
  expect(first.feeds.map(({ url }) => url)).toEqual(['a', 'b']);
  expect(store.listedFeeds(first.next ?? 99, 2)).toMatchObject({ feeds: [{ url: 'c' }], next: null });
});
