import { expect, test } from 'vitest';
import type { StatedDate, Usage } from '../contract/model.ts';
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
    usage: null,
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
    enclosures: [],
    page: null,
    pictures: null,
    revisions: 0,
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

const NO_USAGE = { status: 'usable', embargoedUntil: null, note: null, revision: null, isCorrection: false } as const;
const at = (hour: number): StatedDate => ({ at: Date.UTC(2026, 2, 4, hour), precision: 'minute', zone: 'Z' });

/** A version of one agency item. */
const version = (text: string, usage: Partial<Usage> = {}, hour?: number) =>
  prepared({
    title: text,
    text,
    url,
    usage: { ...NO_USAGE, ...usage },
    modified: hour === undefined ? null : at(hour),
  });
const kill = (usage: Partial<Usage> = {}, hour?: number) => {
  const bare = version('', { status: 'canceled', note: 'It was not so.', ...usage }, hour);
  return { ...bare, draft: { ...bare.draft, wordCount: 0 } };
};

test('a higher revision replaces the text, whatever order they come in; what it is called stays told', () => {
  const store = memoryStore();
  const [id] = store.add(version('Second', { revision: 2 }, 7));
  if (!id) throw new Error('not stored');
  store.add(version('First', { revision: 1 }, 9));
  expect(store.getArticle(id)).toMatchObject({ title: 'Second', usage: { revision: 2 } });
  store.add(version('Third', { revision: 3, isCorrection: true }));
  expect(store.getArticle(id)).toMatchObject({
    title: 'Third',
    text: 'Third',
    usage: { revision: 3, isCorrection: true },
  });
});

test('a kill marks and leaves the text, with or without a text of its own', () => {
  for (const text of ['', 'This story is withdrawn.']) {
    const store = memoryStore();
    const [id] = store.add(version('The story', { revision: 1 }, 6));
    if (!id) throw new Error('not stored');
    store.add(version(text, { status: 'canceled', note: 'It was not so.', revision: 2 }, 7));
    expect(store.getArticle(id)).toMatchObject({
      ...{ title: 'The story', text: 'The story' },
      usage: { status: 'canceled', note: 'It was not so.' },
    });
    expect(store.listArticles(query()).items).toMatchObject([{ usage: { status: 'canceled' } }]);
  }
});

test('after a kill, an older correction changes nothing, and a later version brings the story back', () => {
  const store = memoryStore();
  const [id] = store.add(version('The story', { revision: 3 }, 6));
  if (!id) throw new Error('not stored');
  store.add(kill({ revision: 5 }, 8));
  store.add(version('Corrected', { revision: 4, isCorrection: true }, 7));
  store.add(version('Undated and uncounted'));
  expect(store.getArticle(id)).toMatchObject({ text: 'The story', usage: { status: 'canceled', revision: 5 } });
  store.add(prepared({ title: 'A page', text: 'A page', url, modified: at(12) }));
  expect(store.getArticle(id)).toMatchObject({ text: 'The story', usage: { status: 'canceled' } });
  store.add(version('Restored', { revision: 6 }, 9));
  expect(store.getArticle(id)).toMatchObject({ text: 'Restored', usage: { status: 'usable', revision: 6 } });
});

test('an older kill does not mark what came after it', () => {
  const store = memoryStore();
  const [id] = store.add(version('The story', { revision: 5 }));
  if (!id) throw new Error('not stored');
  store.add(kill({ revision: 4 }));
  expect(store.getArticle(id)).toMatchObject({ usage: { status: 'usable', revision: 5 } });
});

test('a kill of what is not there is said to be one, unless it has a text', () => {
  const store = memoryStore();
  const batch = (article: ReturnType<typeof prepared>) =>
    store.saveArticles({ importId: store.importId, addedAt: NOW, items: [{ path: '/kill.xml', source, article }] });
  expect(batch(kill())).toMatchObject([{ status: 'skipped', articleId: null, error: { code: 'nothing-to-kill' } }]);
  expect(batch(version('Withdrawn: fog', { status: 'canceled' }))).toMatchObject([{ status: 'imported' }]);
});

test('reading the original again keeps what a kill has said since, and renews what the original says', () => {
  const store = memoryStore();
  const first = version('The story', { revision: 1 }, 6);
  const [id] = store.add(first);
  if (!id) throw new Error('not stored');
  store.replaceContent(id, {
    ...first,
    draft: { ...first.draft, usage: { ...NO_USAGE, note: 'Seen by newer rules' } },
  });
  expect(store.getArticle(id)).toMatchObject({ usage: { note: 'Seen by newer rules' } });
  store.add(kill({ revision: 2 }, 7));
  store.replaceContent(id, first);
  expect(store.getArticle(id)).toMatchObject({
    text: 'The story',
    usage: { status: 'canceled', note: 'It was not so.' },
  });
});
