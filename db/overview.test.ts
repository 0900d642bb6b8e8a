import { expect, test } from 'vitest';
import type { ArticleId } from '../contract/model.ts';
import { maintenance } from './maintenance.ts';
import { filter, memoryStore, NOW, prepared, source } from './testing.ts';

test('numbers follow every change', () => {
  const store = memoryStore();
  const ids = store.add(prepared({ tags: ['b10', 'b9'] }), prepared({ tags: ['b9'] }), prepared());
  expect(store.overview()).toEqual({
    articles: 3,
    unread: 3,
    starred: 0,
    archived: 0,
    trashed: 0,
    addresses: 0,
    tags: [
      { name: 'b9', count: 2 },
      { name: 'b10', count: 1 },
    ],
    sources: [{ id: 1, kind: 'folder', name: 'press', count: 3 }],
  });

  store.setRead({ ids: ids.slice(0, 1) }, true);
  store.setArchived({ ids: ids.slice(1, 2) }, true);
  store.setTrashed({ ids: ids.slice(0, 1) }, true);
  store.setStarred({ ids }, true);
  expect(store.overview()).toMatchObject({
    articles: 1,
    unread: 1,
    starred: 2,
    archived: 1,
    trashed: 1,
    addresses: 0,
    tags: [{ name: 'b9', count: 1 }],
    sources: [{ count: 2 }],
  });
});

test('a source without articles is not shown', () => {
  const store = memoryStore();
  const article = prepared();
  store.saveArticles({
    importId: store.importId,
    addedAt: NOW,
    items: [{ path: 'x', source: { ...source, key: '/other', name: 'other' }, article }],
  });
  store.setTrashed({ filter: filter(), text: null, except: [] }, true);
  expect(store.overview().sources).toEqual([]);
});

test('a check finds nothing to complain of in a library that was used, and names what was tampered with', () => {
  const store = memoryStore();
  const ids = store.add(
    ...Array.from({ length: 12 }, (_, nth) => prepared({ title: `Nth ${nth}`, tags: ['All', `T${nth % 3}`] })),
  );
  store.setRead({ ids: ids.slice(0, 5) }, true);
  store.setTags({ ids: ids.slice(3) }, ['More'], ['All']);
  store.setTrashed({ ids: ids.slice(0, 2) }, true);
  store.emptyTrash();
  const { check } = maintenance(store.db);
  expect(check()).toEqual({ ok: true, problems: [] });

  store.db.exec('UPDATE article_count SET n = n + 1');
  store.db.prepare('DELETE FROM article_fts WHERE rowid = ?').run(ids[4]);
  store.db.prepare('DELETE FROM body WHERE article_id = ?').run(ids[5]);
  expect(check().ok).toBe(false);
  expect(check().problems).toEqual([
    '1 articles are not in the search index',
    '1 articles have no body',
    expect.stringContaining('kept counts of articles are wrong'),
  ]);
});

test('articles of which only the address was kept are counted apart', () => {
  const store = memoryStore();
  const link = (url: string | null) => prepared({ title: `Link ${url}`, text: '', wordCount: 0, url });
  const [first] = store.add(link('https://news.example/a'), link('https://news.example/b'), link(null), prepared());
  expect(store.overview()).toMatchObject({ articles: 4, addresses: 2 });
  store.setTrashed({ ids: [first as ArticleId] }, true);
  expect(store.overview().addresses).toBe(1);
});
