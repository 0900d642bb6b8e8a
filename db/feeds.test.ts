import { describe, expect, test } from 'vitest';
import type { ListedFeed } from '../contract/model.ts';
import { filter, memoryStore, NOW, prepared, query } from './testing.ts';

type Store = ReturnType<typeof memoryStore>;

const add = (store: Store, url: string, folderId: Parameters<Store['addFeed']>[0]['folderId'] = null) =>
  store.addFeed({ url, folderId, title: null, siteUrl: null, isPrivateAllowed: false, addedAt: NOW });

/** Names of feeds and folders as they lie in one another. */
function tree(store: Store, parentId: number | null = null): unknown[] {
  const inside = [
    ...store
      .feedFolders()
      .filter((folder) => folder.parentId === parentId)
      .map(({ id, name, position }) => ({ position, shown: [name, tree(store, id)] as unknown })),
    ...store
      .feeds()
      .filter(({ folderId }) => folderId === parentId)
      .map(({ url, position }) => ({ position, shown: url as unknown })),
  ];
  return inside.sort((a, b) => a.position - b.position).map(({ shown }) => shown);
}

describe('subscribing', () => {
  test('the same address is one feed', () => {
    const store = memoryStore();
    const first = add(store, 'https://a.example/rss');
    expect(add(store, 'https://a.example/rss')).toEqual(first);
    expect(store.feeds()).toMatchObject([{ name: 'a.example/rss', unread: 0, total: 0, seen: { checkedAt: null } }]);
  });

  test('a feed is called by its person, and again by its own title', () => {
    const store = memoryStore();
    const { id } = store.addFeed({
      ...{ url: 'https://a.example/rss', folderId: null, title: 'A Paper', siteUrl: null },
      ...{ isPrivateAllowed: false, addedAt: NOW },
    });
    expect(store.changeFeed(id, { name: 'Mornings' })).toMatchObject({ name: 'Mornings', title: 'A Paper' });
    expect(store.changeFeed(id, { name: '' })).toMatchObject({ name: 'A Paper', ownName: null });
    expect(store.changeFeed(id, { settings: { keepDays: 30 } }).settings).toMatchObject({ keepDays: 30, sort: null });
    expect(store.changeFeed(id, { isMuted: true })).toMatchObject({ isMuted: true, settings: { keepDays: 30 } });
  });

  test('what is gone is remembered by its uid until it comes back', () => {
    const store = memoryStore();
    const { id, uid } = add(store, 'https://a.example/rss');
    store.removeFeed(id, false);
    const removed = store.db.prepare('SELECT uid FROM removed_feed').pluck();
    expect(removed.all()).toEqual([uid]);
    expect(() => store.feed(id)).toThrow('There is no such feed');
    expect(add(store, 'https://a.example/rss').uid).toBe(uid);
    expect(removed.all()).toEqual([]);
  });
});

describe('folders', () => {
  test('lie in one another, and what is in one that goes moves out of it', () => {
    const store = memoryStore();
    const world = store.folderAt(['News', 'World']);
    add(store, 'https://a.example/', world);
    add(store, 'https://b.example/');
    expect(tree(store)).toEqual([['News', [['World', ['https://a.example/']]]], 'https://b.example/']);
    const [news] = store.feedFolders();
    if (!news) throw new Error('No folder');
    store.removeFolder(news.id);
    expect(tree(store)).toEqual(['https://b.example/', ['World', ['https://a.example/']]]);
  });

  test('cannot be put into themselves', () => {
    const store = memoryStore();
    const inner = store.folderAt(['a', 'b']);
    const [outer] = store.feedFolders();
    if (!outer || inner === null) throw new Error('No folder');
    expect(() => store.changeFolder(outer.id, { parentId: inner })).toThrow('into itself');
    expect(() => store.orderFolder(inner, [{ folderId: outer.id }])).toThrow('into itself');
    expect(() => store.changeFolder(outer.id, { parentId: outer.id })).toThrow('into itself');
  });

  test('are put in order, with what is moved into them', () => {
    const store = memoryStore();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => add(store, `https://${name}.example/`));
    const folder = store.addFolder(null, 'News');
    if (!a || !b || !c) throw new Error('No feeds');
    store.orderFolder(null, [{ feedId: c.id }, { folderId: folder.id }]);
    expect(tree(store)).toEqual([c.url, ['News', []], a.url, b.url]);
    store.orderFolder(folder.id, [{ feedId: b.id }, { feedId: c.id }]);
    expect(tree(store)).toEqual([['News', [b.url, c.url]], a.url]);
  });

  test('show the articles of all feeds inside', () => {
    const store = memoryStore();
    const inner = add(store, 'https://a.example/', store.folderAt(['News', 'World']));
    add(store, 'https://b.example/');
    const source = { kind: 'feed', key: inner.uid, name: 'a' } as const;
    const stored = store.saveArticles({
      importId: store.importId,
      addedAt: NOW,
      items: [
        { path: 'x', source, article: prepared({ title: 'In it' }) },
        { path: 'y', source: { kind: 'folder', key: '/x', name: 'x' }, article: prepared({ title: 'Elsewhere' }) },
      ],
    });
    const [news] = store.feedFolders();
    if (!news) throw new Error('No folder');
    const inFolder = filter({ folderId: news.id });
    expect(store.listArticles(query({ filter: inFolder })).items.map(({ title }) => title)).toEqual(['In it']);
    expect(store.countArticles(inFolder)).toBe(1);
    expect(store.search({ text: 'council', filter: inFolder, limit: 9, offset: 0 }).total).toBe(1);
    expect(store.feed(inner.id)).toMatchObject({ unread: 1, total: 1 });
    store.setRead({ ids: stored.flatMap(({ articleId }) => articleId ?? []) }, true);
    expect(store.feed(inner.id)).toMatchObject({ unread: 0, total: 1 });
  });
});

test('unsubscribing leaves the articles, or trashes what is neither starred nor tagged', () => {
  const store = memoryStore();
  const feed = add(store, 'https://a.example/');
  const source = { kind: 'feed', key: feed.uid, name: 'a' } as const;
  const ids = store
    .saveArticles({
      importId: store.importId,
      addedAt: NOW,
      items: ['plain', 'starred', 'tagged'].map((title) => ({ path: title, source, article: prepared({ title }) })),
    })
    .flatMap(({ articleId }) => articleId ?? []);
  store.setStarred({ ids: ids.slice(1, 2) }, true);
  store.setTags({ ids: ids.slice(2) }, ['mine'], []);
  store.removeFeed(feed.id, false);
  expect(store.countArticles(filter())).toBe(3);
  store.removeFeed(add(store, 'https://a.example/').id, true);
  expect(store.listArticles(query()).items.map(({ title }) => title)).toEqual(['tagged', 'starred']);
  // What went with its feed comes back with it.
  add(store, 'https://a.example/');
  expect(store.countArticles(filter())).toBe(3);
});

test('what was unsubscribed from is had back as it was, once, and its articles with it', () => {
  const store = memoryStore();
  const folder = store.addFolder(null, 'News');
  const { id, uid } = add(store, 'https://a.example/');
  const source = { kind: 'feed', key: uid, name: 'a' } as const;
  const items = [{ path: 'one', source, article: prepared({ title: 'One' }) }];
  store.saveArticles({ importId: store.importId, addedAt: NOW, items });
  store.noteFeed(id, { url: 'https://b.example/', etag: '"b"' });
  const before = store.changeFeed(id, {
    ...{ name: 'Mine', isMuted: true, isPrivateAllowed: true, folderId: folder.id },
    settings: { keepDays: 30 },
  });
  const { etag: _, ...seen } = before.seen;
  store.removeFeed(id, true);
  expect(store.countArticles(filter())).toBe(0);
  expect(store.bringBackFeed(uid)).toMatchObject({ ...before, seen: { ...seen, etag: null } });
  expect(store.countArticles(filter())).toBe(1);
  expect(() => store.bringBackFeed(uid)).toThrow('no such feed');

  store.removeFeed(id, false);
  store.removeFolder(folder.id);
  expect(store.bringBackFeed(uid)).toMatchObject({ name: 'Mine', folderId: null });
  store.removeFeed(id, false);
  add(store, 'https://b.example/');
  expect(() => store.bringBackFeed(uid)).toThrow('no such feed');
});

test('what lists named is subscribed to once, in their folders and order, and is named twice no more', () => {
  const store = memoryStore();
  const listed = (url: string, folder: readonly string[] = []): ListedFeed => ({
    ...{ url, folder, title: url.toUpperCase(), siteUrl: null },
    attributes: { type: 'rss', 'x:y': '1' },
  });
  const feeds = [listed('c', ['News', 'World']), listed('a'), listed('c', ['Morning']), listed('b', ['News'])];
  const source = { kind: 'folder', key: '/', name: '' } as const;
  store.saveArticles({ importId: store.importId, addedAt: NOW, items: [{ path: 'mine.opml', source, feeds }] });
  expect(store.subscribeToKept(['a'], NOW)).toEqual({ added: 1, known: 0 });
  expect(store.listedFeeds(0, 10).feeds.map(({ url }) => url)).toEqual(['c', 'b']);
  expect(store.subscribeToKept(null, NOW)).toEqual({ added: 2, known: 1 });
  expect(store.listedFeeds(0, 10).feeds).toEqual([]);
  expect(tree(store)).toEqual(['a', ['News', [['World', ['c']], 'b']]]);
  expect(store.feedByUrl('c')).toMatchObject({ alsoIn: [['Morning']], attributes: { type: 'rss', 'x:y': '1' } });
  expect(store.subscribeToListed(feeds, NOW)).toEqual({ added: 0, known: 3 });
});

test('what lists named is subscribed to although it lies elsewhere by now', () => {
  const store = memoryStore();
  const { id } = add(store, 'https://a.example/rss');
  store.noteFeed(id, { url: 'https://b.example/rss' });
  const listed = { url: 'https://a.example/rss', folder: [], title: null, siteUrl: null, attributes: {} };
  const source = { kind: 'folder', key: '/', name: '' } as const;
  const items = [{ path: 'mine.opml', source, feeds: [listed] }];
  store.saveArticles({ importId: store.importId, addedAt: NOW, items });
  expect(store.listedFeeds(0, 10).feeds).toEqual([]);
  expect(store.subscribeToListed([listed], NOW)).toEqual({ added: 0, known: 1 });
});

describe('what was seen of a feed', () => {
  const validators = { etag: '"a"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' };

  test('at an address it has no longer is not noted', () => {
    const store = memoryStore();
    const { id, url } = add(store, 'https://a.example/rss');
    store.noteFeed(id, { url: 'https://b.example/rss' });
    store.noteFeed(id, { from: url, ...validators, checkedAt: NOW });
    expect(store.feed(id).seen).toMatchObject({ etag: null, lastModified: null, checkedAt: null });
  });

  test('at the address of another feed leaves it where it is, with what it is recognised by there', () => {
    const store = memoryStore();
    add(store, 'https://b.example/rss');
    const { id, url } = add(store, 'https://a.example/rss');
    store.noteFeed(id, validators);
    store.noteFeed(id, { url: 'https://b.example/rss', etag: '"b"', lastModified: null, checkedAt: NOW });
    expect(store.feed(id)).toMatchObject({ url, seen: { ...validators, checkedAt: NOW } });
  });
});

test('an article whose date lies ahead, or is none, stands in lists where it came', () => {
  const store = memoryStore();
  const published = (at: number) => ({ at, precision: 'second', zone: 'Z' }) as const;
  store.addAt(NOW - 5, prepared({ title: 'ahead', published: published(Date.UTC(2099, 0, 1)) }));
  store.addAt(NOW - 4, prepared({ title: 'none', published: published(0) }));
  store.addAt(NOW - 1, prepared({ title: 'today', published: published(NOW - 3) }));
  const { items } = store.listArticles(query({ order: 'published' }));
  expect(items.map(({ title }) => title)).toEqual(['today', 'none', 'ahead']);
  expect(items.at(-1)?.published?.at).toBe(Date.UTC(2099, 0, 1));
});
