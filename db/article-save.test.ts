import { expect, test } from 'vitest';
import type { StatedDate } from '../contract/model.ts';
import { maintenance } from './maintenance.ts';
import { filter, memoryStore, NOW, prepared, query, source } from './testing.ts';

const on = (day: number): StatedDate => ({ at: Date.UTC(2025, 0, day), precision: 'day', zone: null });
const url = 'https://example.org/story';

test('an article comes back as it was given', () => {
  const store = memoryStore();
  const given = prepared({
    title: 'Talks begin',
    byline: 'A. Writer and B. Writer',
    published: { at: 1_472_169_600_000, precision: 'minute', zone: '+02:00' },
    modified: on(9),
    dateline: { place: 'Geneva', agency: 'Agency' },
    siteName: 'The Paper',
    description: 'What it is about.',
    url,
    captions: ['A picture (Photo: C)'],
    images: [{ address: 'https://example.org/a.jpg', file: null, alt: 'A table', width: 640, height: null }],
    tags: ['Talks', 'Geneva'],
  });
  const [id] = store.add(given);
  if (!id) throw new Error('not stored');

  expect(store.getArticle(id)).toEqual({
    id,
    uid: given.uid,
    title: 'Talks begin',
    excerpt: given.draft.excerpt,
    byline: 'A. Writer and B. Writer',
    siteName: 'The Paper',
    source: { id: 1, kind: 'folder', name: 'press' },
    published: { at: 1_472_169_600_000, precision: 'minute', zone: '+02:00' },
    addedAt: NOW,
    language: 'en',
    direction: 'ltr',
    wordCount: given.draft.wordCount,
    tags: ['Geneva', 'Talks'],
    isRead: false,
    isStarred: false,
    isArchived: false,
    isTrashed: false,
    modified: on(9),
    dateline: { place: 'Geneva', agency: 'Agency' },
    description: 'What it is about.',
    url,
    html: given.draft.html,
    text: given.draft.text,
    captions: ['A picture (Photo: C)'],
    images: [{ address: 'https://example.org/a.jpg', src: null, alt: 'A table', width: 640, height: null }],
    offline: 'text',
    position: 0,
    originalName: given.name,
  });
  const original = store.getOriginal(id);
  expect(Buffer.from(original.packed)).toEqual(Buffer.from(given.originalPacked));
  expect(original).toMatchObject({ name: given.name, encoding: 'utf-8', sizeBytes: given.originalSize });
});

test('what a file does not say stays null', () => {
  const store = memoryStore();
  const [id] = store.add(prepared());
  expect(id && store.getArticle(id)).toMatchObject({
    byline: null,
    published: null,
    modified: null,
    dateline: null,
    siteName: null,
    description: null,
    url: null,
    captions: [],
    tags: [],
  });
});

test('every file of a batch has a line in the report, in order', () => {
  const store = memoryStore();
  const article = prepared();
  const items = store.saveArticles({
    importId: store.importId,
    addedAt: NOW,
    items: [
      { path: 'a.txt', source, article },
      { path: 'b.bin', source, refusal: { status: 'skipped', code: 'not-an-article', message: 'Not text' } },
      { path: 'a-copy.txt', source, article: { ...article, path: 'a-copy.txt' } },
      { path: 'c.txt', source, refusal: { status: 'failed', code: 'empty', message: 'It is empty' } },
    ],
  });
  expect(items.map(({ path, status }) => [path, status])).toEqual([
    ['a.txt', 'imported'],
    ['b.bin', 'skipped'],
    ['a-copy.txt', 'duplicate'],
    ['c.txt', 'failed'],
  ]);
  expect(items[2]).toMatchObject({ articleId: items[0]?.articleId, title: 'Council meets', error: null });
  expect(store.importItems(store.importId, 'all', -1, 10)).toEqual({ items, next: null });
  expect(store.importItems(store.importId, 'not-taken', -1, 2).items.map(({ path }) => path)).toEqual([
    'b.bin',
    'a-copy.txt',
  ]);
  expect(store.importItems(store.importId, 'not-taken', 2, 2).items.map(({ path }) => path)).toEqual(['c.txt']);
  expect(store.listImports()[0]?.counts).toEqual({ imported: 1, duplicate: 1, updated: 0, skipped: 1, failed: 1 });
});

test('an article that the schema refuses costs only itself', () => {
  const store = memoryStore();
  const good = prepared();
  const bad = prepared({ wordCount: 1.5 });
  const items = store.saveArticles({
    importId: store.importId,
    addedAt: NOW,
    items: [bad, good].map((article) => ({ path: article.path, source, article })),
  });
  expect(items.map(({ status, error }) => [status, error?.code])).toEqual([
    ['failed', 'unstorable'],
    ['imported', undefined],
  ]);
  expect(store.overview().articles).toBe(1);
});

test('an article that is refused when half of it is written leaves nothing of it behind', () => {
  const store = memoryStore();
  const half = { ...prepared({ title: 'Halfway' }), originalSize: 1.5 };
  const items = store.saveArticles({
    importId: store.importId,
    addedAt: NOW,
    items: [prepared(), half].map((article) => ({ path: article.path, source, article })),
  });
  expect(items.map(({ status }) => status)).toEqual(['imported', 'failed']);
  expect(store.search({ text: 'halfway', filter: filter(), limit: 5, offset: 0 }).total).toBe(0);
  expect(maintenance(store.db).check().problems).toEqual([]);
});

test('other bytes with the same address renew the article and keep what a person made of it', () => {
  const store = memoryStore();
  const [id] = store.add(prepared({ url, title: 'Early', text: 'first words', published: on(1), tags: ['Filed'] }));
  if (!id) throw new Error('not stored');
  store.setRead({ ids: [id] }, true);
  store.setStarred({ ids: [id] }, true);
  store.setArchived({ ids: [id] }, true);
  store.setTags({ ids: [id] }, ['Mine'], []);
  store.setPosition(id, 0.5);

  const items = store.saveArticles({
    importId: store.importId,
    addedAt: NOW + 5_000,
    items: [
      {
        path: 'late.txt',
        source,
        article: prepared({ url, title: 'Late', text: 'second words', published: on(2), tags: ['New'] }),
      },
    ],
  });

  expect(items[0]).toMatchObject({ status: 'updated', articleId: id, title: 'Late' });
  expect(store.getArticle(id)).toMatchObject({
    title: 'Late',
    text: 'second words',
    tags: ['Filed', 'Mine', 'New'],
    isRead: true,
    isStarred: true,
    isArchived: true,
    addedAt: NOW,
    position: 0.5,
  });
  const found = (text: string) => store.search({ text, filter: filter(), limit: 10, offset: 0 }).total;
  expect([found('second'), found('first')]).toEqual([1, 0]);
  expect(store.db.prepare('SELECT count(*) FROM original').pluck().get()).toBe(2);
});

test('of two texts with one address the one that says it is newer is shown, whichever came first', () => {
  const store = memoryStore();
  const newer = prepared({ url, title: 'Newer', published: on(1), modified: on(9) });
  const older = prepared({ url, title: 'Older', published: on(3) });
  const [id] = store.add(newer);
  if (!id) throw new Error('not stored');
  const [item] = store.saveArticles({
    importId: store.importId,
    addedAt: NOW,
    items: [{ path: 'older.txt', source, article: older }],
  });
  expect(item).toMatchObject({ status: 'duplicate', articleId: id, title: 'Newer' });
  expect(store.getArticle(id).title).toBe('Newer');
  expect(store.getOriginal(id).name).toBe(newer.name);
  expect(store.knownOriginals([older.originalHash, newer.originalHash, 'ff'])).toEqual([
    older.originalHash,
    newer.originalHash,
  ]);
});

test('where two texts with one address do not say when they were written, the later import is shown', () => {
  const store = memoryStore();
  const [id] = store.add(prepared({ url, title: 'One' }), prepared({ url, title: 'Two' }));
  expect(id && store.getArticle(id).title).toBe('Two');
  expect(store.overview().articles).toBe(1);
});

test('an address found only later still tells that two files are one article', () => {
  const store = memoryStore();
  const bytesOnly = prepared({ title: 'Without' });
  const [id] = store.add(bytesOnly);
  if (!id) throw new Error('not stored');
  store.replaceContent(id, { ...bytesOnly, draft: { ...bytesOnly.draft, url }, canonicalUrl: url });
  const [again] = store.add(prepared({ url, title: 'With' }));
  expect(again).toBe(id);
  expect(store.getArticle(id).uid).toBe(bytesOnly.uid);
});

test('the same bytes put an article back from the trash', () => {
  const store = memoryStore();
  const article = prepared();
  const [id] = store.add(article);
  if (!id) throw new Error('not stored');
  store.setTrashed({ ids: [id] }, true);
  const [item] = store.saveArticles({
    importId: store.importId,
    addedAt: NOW,
    items: [{ path: 'again.txt', source, article }],
  });
  expect(item).toMatchObject({ status: 'updated', articleId: id });
  expect(store.getArticle(id).isTrashed).toBe(false);
});

test('a tag that was taken off an article is not put on again by another file of it', () => {
  const store = memoryStore();
  const [id] = store.add(prepared({ url, tags: ['Filed'] }));
  if (!id) throw new Error('not stored');
  store.setTags({ ids: [id] }, [], ['filed']);
  store.add(prepared({ url, tags: ['Filed', 'Other'] }));
  expect(store.getArticle(id).tags).toEqual(['Other']);
});

test('an article that was deleted for good and comes back is as read and starred as it was, under another id', () => {
  const store = memoryStore();
  const article = prepared();
  const [id] = store.add(article);
  if (!id) throw new Error('not stored');
  store.setRead({ ids: [id] }, true);
  store.setStarred({ ids: [id] }, true);
  store.setTrashed({ ids: [id] }, true);
  expect(store.emptyTrash()).toBe(1);
  expect(store.overview()).toMatchObject({ articles: 0, trashed: 0 });

  const [again] = store.add(article);
  expect(again).toBeGreaterThan(id);
  expect(again && store.getArticle(again)).toMatchObject({ isRead: true, isStarred: true, isTrashed: false });
  expect(store.overview()).toMatchObject({ articles: 1, unread: 0, starred: 1 });
});

test('reading an original again changes the words and nothing else', () => {
  const store = memoryStore();
  const article = prepared({ title: 'Old rules', tags: ['Filed'] });
  const [id] = store.add(article);
  if (!id) throw new Error('not stored');
  store.setTags({ ids: [id] }, ['Mine'], ['Filed']);
  store.setRead({ ids: [id] }, true);
  const before = store.getArticle(id);
  const renewed = prepared({ title: 'New rules', text: 'only zebras', tags: ['Filed'] });
  store.replaceContent(id, renewed);
  expect(store.getArticle(id)).toEqual({
    ...before,
    title: 'New rules',
    text: 'only zebras',
    html: renewed.draft.html,
    excerpt: renewed.draft.excerpt,
    wordCount: renewed.draft.wordCount,
  });
  expect(store.listArticles(query({ filter: filter({ importId: store.importId }) })).items).toHaveLength(1);
  expect(store.search({ text: 'zebras', filter: filter(), limit: 5, offset: 0 }).total).toBe(1);
});

test('what is asked of an unknown article or import is refused', () => {
  const store = memoryStore();
  const [id] = store.add(prepared());
  if (!id) throw new Error('not stored');
  store.setTrashed({ ids: [id] }, true);
  store.emptyTrash();
  expect(() => store.getArticle(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => store.getOriginal(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => store.replaceContent(id, prepared())).toThrow(expect.objectContaining({ code: 'not-found' }));
});
