import { expect, test } from 'vitest';
import type { ArticleId, ImportId, SafeHtml } from '../contract/model.ts';
import { checkCounts, checkIndex } from './check.ts';
import type { SaveItem } from './prepared.ts';
import { memoryStore, NOW, prepared, query, source } from './testing.ts';

type Store = ReturnType<typeof memoryStore>;
type Article = ReturnType<typeof prepared>;

const URL = 'https://news.example/harbour';
const png = (hash: string) => ({
  hash,
  mediaType: 'image/png',
  width: 2,
  height: 2,
  bytes: new Uint8Array(Buffer.from(hash)),
});
const HASHES = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string];

/** An article of one address that shows one picture. */
const version = (title: string, text: string, hash: string): Article => ({
  ...prepared({
    url: URL,
    title,
    text,
    tags: [title],
    images: [{ address: `/asset/${hash}`, file: null, alt: '', width: null, height: null }],
  }),
  assets: [png(hash)],
});

function imported(store: Store, articles: readonly Article[], tags: readonly string[] = []): ImportId {
  const importId = store.startImport({ name: 'Batch', origin: 'paths', startedAt: NOW, tags });
  const items: SaveItem[] = articles.map((article) => ({ path: article.path, source, article }));
  store.saveArticles({ importId, addedAt: NOW, items, tags });
  store.finishImport({ id: importId, state: 'done', finishedAt: NOW, total: items.length });
  return importId;
}

/** All that is stored of the articles, but for what moves with every write. */
const everything = (store: Store) =>
  ['article', 'body', 'article_image', 'original', 'asset', 'article_count', 'tag_count'].map((table) =>
    store.db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
      .all()
      .filter(({ n }) => n !== 0),
  );
const found = (store: Store, text: string) =>
  store.search({ text, filter: query().filter, limit: 10, offset: 0 }).hits.map(({ article }) => article.title);

test('what an import brought goes, and nothing else', () => {
  const store = memoryStore();
  store.add(prepared({ title: 'Was here' }));
  const before = everything(store);
  const id = imported(store, [prepared({ title: 'Came' }), version('Pictured', 'Gulls over the pier.', HASHES[0])]);
  expect(store.undoImport(id)).toEqual({ removed: 2, restored: 0, kept: 0 });
  expect(everything(store)).toEqual(before);
  expect(found(store, 'gulls')).toEqual([]);
  expect([...checkIndex(store.db), ...checkCounts(store.db)]).toEqual([]);
});

test('what an import changed is what it was: words, pictures, tags, index, original', () => {
  const store = memoryStore();
  imported(store, [version('Old', 'Herons over the pier.', HASHES[0])]);
  const before = everything(store);
  const [, second] = [0, imported(store, [version('New', 'Gulls over the pier.', HASHES[1])], ['Batch'])];
  expect(found(store, 'gulls')).toEqual(['New']);
  expect(store.undoImport(second)).toEqual({ removed: 0, restored: 1, kept: 0 });
  expect(everything(store)).toEqual(before);
  expect([found(store, 'gulls'), found(store, 'herons')]).toEqual([[], ['Old']]);
  expect(store.getArticle(1 as ArticleId).tags).toEqual(['Old']);
  expect([...checkIndex(store.db), ...checkCounts(store.db)]).toEqual([]);
});

test('what a person did to an article since stays done', () => {
  const store = memoryStore();
  imported(store, [version('Old', 'Herons.', HASHES[0])]);
  const second = imported(store, [version('New', 'Gulls.', HASHES[1])]);
  const ids = [1 as ArticleId];
  store.setStarred({ ids }, true);
  store.setTags({ ids }, ['Mine'], []);
  store.undoImport(second);
  expect(store.getArticle(1 as ArticleId)).toMatchObject({ title: 'Old', isStarred: true, tags: ['Mine', 'Old'] });
});

test('an article that came out of the trash with the import goes back into it', () => {
  const store = memoryStore();
  const article = prepared({ title: 'Twice' });
  const [id] = store.add(article);
  store.setTrashed({ ids: [id as ArticleId] }, true);
  const again = imported(store, [article]);
  expect(store.getArticle(id as ArticleId).isTrashed).toBe(false);
  expect(store.undoImport(again)).toMatchObject({ restored: 1 });
  expect(store.getArticle(id as ArticleId).isTrashed).toBe(true);
});

test('what a later import has changed stays, and is counted', () => {
  const store = memoryStore();
  const first = imported(store, [version('Old', 'Herons.', HASHES[0]), prepared()]);
  const second = imported(store, [version('New', 'Gulls.', HASHES[1])]);
  expect(store.undoImport(first)).toEqual({ removed: 1, restored: 0, kept: 1 });
  expect(store.getArticle(1 as ArticleId).title).toBe('New');
  expect(store.undoImport(second)).toEqual({ removed: 0, restored: 1, kept: 0 });
  expect(store.getArticle(1 as ArticleId).title).toBe('Old');
});

test('the same files again are duplicates and leave nothing to take back', () => {
  const store = memoryStore();
  const article = prepared({ tags: ['Stated'] });
  imported(store, [article]);
  const before = everything(store);
  const again = imported(store, [article]);
  expect(store.importItems(again, 'all', -1, 10).items).toMatchObject([{ status: 'duplicate' }]);
  expect(store.undoImport(again)).toEqual({ removed: 0, restored: 0, kept: 0 });
  expect(everything(store)).toEqual(before);
});

test('tags for the batch are put on all of it, known articles too, and taken off again', () => {
  const store = memoryStore();
  const known = prepared({ title: 'Known' });
  store.add(known);
  const id = imported(store, [known, prepared({ title: 'Fresh' })], ['Trip']);
  expect(store.overview().tags).toMatchObject([{ name: 'Trip', count: 2 }]);
  expect(store.importItems(id, 'all', -1, 10).items).toMatchObject([{ status: 'updated' }, { status: 'imported' }]);
  store.undoImport(id);
  expect(store.overview().tags.filter(({ count }) => count > 0)).toEqual([]);
});

test('an import is taken back once, and not while it runs', () => {
  const store = memoryStore();
  expect(() => store.undoImport(store.importId)).toThrow('still running');
  const id = imported(store, [prepared()]);
  store.undoImport(id);
  expect(() => store.undoImport(id)).toThrow('already');
  expect(store.listImports()[0]).toMatchObject({ id, undoneAt: expect.any(Number) });
});

test('a kill that is taken back leaves the story as it was', () => {
  const store = memoryStore();
  const usage = { status: 'usable', embargoedUntil: null, note: null, revision: 1, isCorrection: false } as const;
  imported(store, [prepared({ url: URL, usage })]);
  const before = everything(store);
  const second = imported(store, [prepared({ url: URL, usage: { ...usage, status: 'canceled', revision: 2 } })]);
  expect(store.listArticles(query()).items).toMatchObject([{ usage: { status: 'canceled' } }]);
  expect(store.undoImport(second)).toEqual({ removed: 0, restored: 1, kept: 0 });
  expect(everything(store)).toEqual(before);
});

test('what a feed has found too stays as its article, whether or not it is still imported', () => {
  const store = memoryStore();
  const article = version('Found', 'Herons over the pier.', HASHES[0]);
  const id = imported(store, [article, prepared({ title: 'Only imported' })]);
  const { id: feedId, sourceId } = store.addFeed({
    ...{ url: 'https://news.example/rss', folderId: null, title: null, siteUrl: null },
    ...{ isPrivateAllowed: false, addedAt: NOW },
  });
  const entry = { key: '11'.repeat(16), alias: null, hash: '22'.repeat(16), was: null };
  expect(store.saveEntries({ feedId, at: NOW, entries: [{ ...entry, article }] })).toEqual({ added: 0, changed: 0 });
  expect(store.undoImport(id)).toEqual({ removed: 1, restored: 0, kept: 1 });
  expect(store.feeds()).toMatchObject([{ total: 1 }]);
  expect(store.getArticle(1 as ArticleId)).toMatchObject({ title: 'Found', source: { id: sourceId } });
  expect(found(store, 'herons')).toEqual(['Found']);
  expect([...checkIndex(store.db), ...checkCounts(store.db)]).toEqual([]);
});

const page = (articleId: number, article: Article) => ({
  ...{ articleId: articleId as ArticleId, article },
  ...({ why: 'asked', mayBePrivate: false, at: NOW + 1 } as const),
});

test('the page that was fetched for an article since stays, and is counted', () => {
  const store = memoryStore();
  imported(store, [version('Old', 'Herons.', HASHES[0])]);
  const second = imported(store, [version('New', 'Gulls.', HASHES[1])]);
  store.savePage(page(1, prepared({ url: URL, title: 'Page', text: 'Terns over the pier.' })));
  expect(store.undoImport(second)).toEqual({ removed: 0, restored: 0, kept: 1 });
  expect(store.getArticle(1 as ArticleId)).toMatchObject({ title: 'Page', text: 'Terns over the pier.' });
  expect(found(store, 'terns')).toEqual(['Page']);
});

test('a link that turned out to lead to an article that was there takes it nowhere', () => {
  const store = memoryStore();
  imported(store, [version('Old', 'Herons over the pier.', HASHES[0])]);
  const link = { url: 'https://news.example/short', title: 'Short', text: '', html: '' as SafeHtml, excerpt: '' };
  const second = imported(store, [prepared({ ...link, wordCount: 0 })]);
  expect(store.savePage(page(2, prepared({ url: URL, title: 'Page', text: 'Terns over the pier.' })))).toBe(1);
  expect(store.undoImport(second)).toEqual({ removed: 0, restored: 0, kept: 1 });
  expect(found(store, 'terns')).toEqual(['Page']);
});
