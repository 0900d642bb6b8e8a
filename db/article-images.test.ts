import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ArticleDraft, ImageReference, SafeHtml } from '../contract/model.ts';
import { maintenance } from './maintenance.ts';
import type { Asset, PreparedArticle } from './prepared.ts';
import { memoryStore, prepared } from './testing.ts';

const asset = (content: string, [width, height]: readonly [number, number] = [1200, 800]): Asset => {
  const bytes = new TextEncoder().encode(content);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { hash, mediaType: 'image/png', width, height, bytes };
};

const reference = (stated: Partial<ImageReference>): ImageReference => ({
  address: stated.file ?? 'https://example.org/a.png',
  file: null,
  alt: '',
  width: null,
  height: null,
  ...stated,
});

/** A page that shows pictures, with the bytes that were found beside it. */
function page(
  images: readonly ImageReference[],
  found: Readonly<Record<string, Asset>> = {},
  more: Partial<ArticleDraft> = {},
) {
  const html = images.map(
    ({ address, alt }) => `<p>See:</p><img data-src="${attribute(address)}" alt="${attribute(alt)}">`,
  );
  const article = prepared({ images, html: html.join('') as SafeHtml, ...more });
  const files = new Map(Object.entries(found).map(([file, { hash }]) => [file, hash]));
  return { ...article, assets: Object.values(found), files };
}

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const add = (
  store: ReturnType<typeof memoryStore>,
  article: PreparedArticle & { readonly path: string; readonly draft: ArticleDraft },
) => {
  const [id] = store.add(article);
  if (!id) throw new Error('not stored');
  return id;
};

const stored = (store: ReturnType<typeof memoryStore>) =>
  store.db.prepare<[], string>('SELECT lower(hex(hash)) FROM asset ORDER BY rowid').pluck().all();

test('pictures beside a page are shown from the library, in their own proportions', () => {
  const store = memoryStore();
  const harbour = asset('harbour');
  const images = [
    reference({ file: 'Page_files/harbour.png', alt: 'The harbour', width: 600, height: 600 }),
    reference({ address: 'https://example.org/b.png', alt: 'The bridge', width: 320, height: 200 }),
  ];
  const id = add(store, page(images, { 'Page_files/harbour.png': harbour }));

  const { html, images: shown, offline } = store.getArticle(id);
  expect(html).toBe(
    `<p>See:</p><img src="/asset/${harbour.hash}" width="600" height="400" alt="The harbour">` +
      '<p>See:</p><img data-src="https://example.org/b.png" alt="The bridge">',
  );
  expect(shown).toEqual([
    { address: 'Page_files/harbour.png', src: `/asset/${harbour.hash}`, alt: 'The harbour', width: 1200, height: 800 },
    { address: 'https://example.org/b.png', src: null, alt: 'The bridge', width: 320, height: 200 },
  ]);
  expect(offline).toBe('images');
  expect(store.getAsset(harbour.hash)).toEqual({ mediaType: 'image/png', bytes: Buffer.from('harbour') });
  expect(store.getAsset('00'.repeat(32))).toBeNull();
});

test('bytes a page holds itself are found by the address ingest gave them', () => {
  const store = memoryStore();
  const own = asset('own');
  const images = [reference({ address: `/asset/${own.hash}` })];
  const id = add(store, { ...page(images), assets: [own] });
  expect(store.getArticle(id)).toMatchObject({ offline: 'complete', images: [{ src: `/asset/${own.hash}` }] });
  expect(store.getArticle(id).html).toContain(`<img src="/asset/${own.hash}" width="1200" height="800" alt="">`);
});

test('a page cannot show the pictures of another by naming them', () => {
  const store = memoryStore();
  const other = asset('other');
  add(store, page([reference({ file: 'a.png' })], { 'a.png': other }));
  const id = add(store, page([reference({ address: `/asset/${other.hash}` })]));
  expect(store.getArticle(id)).toMatchObject({ offline: 'text', images: [{ src: null }] });
  expect(store.getArticle(id).html).not.toContain(' src=');
});

test('an article without pictures is complete, one with none of them here is its text', () => {
  const store = memoryStore();
  expect(store.getArticle(add(store, page([]))).offline).toBe('complete');
  expect(store.getArticle(add(store, page([reference({})]))).offline).toBe('text');
});

test('addresses with marks of HTML in them are found again', () => {
  const store = memoryStore();
  const file = 'a "b" <c> & d.png';
  const id = add(store, page([reference({ file, alt: 'img data-src="x"' })], { [file]: asset('quoted') }));
  expect(store.getArticle(id).html).toContain('<img src="/asset/');
  expect(store.getArticle(id).html).not.toContain('data-src="');
});

test('two articles share the bytes of one picture', () => {
  const store = memoryStore();
  const shared = asset('shared');
  add(store, page([reference({ file: 'a.png' })], { 'a.png': shared }));
  add(store, page([reference({ file: 'b.png' })], { 'b.png': shared }));
  expect(stored(store)).toEqual([shared.hash]);
});

test('an article read again keeps the bytes of what it still names, and lets go of the rest', () => {
  const store = memoryStore();
  const [kept, gone] = [asset('kept'), asset('gone')];
  const images = [reference({ file: 'kept.png' }), reference({ file: 'gone.png' })];
  const id = add(store, page(images, { 'kept.png': kept, 'gone.png': gone }));

  // Read from the stored original, with rules that give the pictures another address.
  store.replaceContent(
    id,
    page([reference({ address: 'https://example.org/kept.png', file: 'kept.png', alt: 'Now with words' })]),
  );

  expect(store.getArticle(id).images).toEqual([
    {
      address: 'https://example.org/kept.png',
      src: `/asset/${kept.hash}`,
      alt: 'Now with words',
      width: 1200,
      height: 800,
    },
  ]);
  expect(stored(store)).toEqual([kept.hash]);
  expect(maintenance(store.db).check()).toEqual({ ok: true, problems: [] });
});

test('bytes that come with an update replace those of before', () => {
  const store = memoryStore();
  const [older, newer] = [asset('older'), asset('newer')];
  const url = 'https://example.org/story';
  const images = [reference({ file: 'a.png' })];
  const id = add(store, page(images, { 'a.png': older }, { url }));
  expect(store.add(page(images, { 'a.png': newer }, { url }))).toEqual([id]);
  expect(store.getArticle(id).images).toMatchObject([{ src: `/asset/${newer.hash}` }]);
  expect(stored(store)).toEqual([newer.hash]);
});

test('the same page again brings the pictures it came without, and nothing else changes', () => {
  const store = memoryStore();
  const images = [reference({ file: 'a.png' })];
  const without = page(images);
  const id = add(store, without);
  const late = asset('late');
  const again = { ...without, assets: [late], files: new Map([['a.png', late.hash]]) };
  expect(store.saveArticles(batchOf(store, again))).toMatchObject([{ status: 'updated', articleId: id }]);
  expect(store.getArticle(id).images).toMatchObject([{ src: `/asset/${late.hash}` }]);
  expect(store.saveArticles(batchOf(store, again))).toMatchObject([{ status: 'duplicate' }]);
});

const batchOf = (store: ReturnType<typeof memoryStore>, article: PreparedArticle & { readonly path: string }) => ({
  importId: store.importId,
  addedAt: 1,
  items: [{ path: article.path, source: { kind: 'folder', key: '/press', name: 'press' } as const, article }],
});

test('emptying the trash lets go of bytes no other article shows', () => {
  const store = memoryStore();
  const [shared, alone] = [asset('shared'), asset('alone')];
  const first = add(
    store,
    page([reference({ file: 'a.png' }), reference({ file: 'b.png' })], { 'a.png': shared, 'b.png': alone }),
  );
  const second = add(store, page([reference({ file: 'c.png' })], { 'c.png': shared }));

  const { undo } = store.setTrashed({ ids: [first] }, true);
  if (!undo) throw new Error('nothing to undo');
  store.undoApply(undo.id);
  expect(store.getArticle(first).offline).toBe('complete');

  store.setTrashed({ ids: [first] }, true);
  store.emptyTrash();
  expect(stored(store)).toEqual([shared.hash]);
  expect(store.getArticle(second).offline).toBe('complete');
  expect(maintenance(store.db).check()).toEqual({ ok: true, problems: [] });
});

test('a check names stored pictures that no article shows', () => {
  const store = memoryStore();
  const id = add(store, page([reference({ file: 'a.png' })], { 'a.png': asset('a') }));
  store.db.prepare('UPDATE article_image SET asset_hash = NULL WHERE article_id = ?').run(id);
  expect(maintenance(store.db).check().problems).toEqual(['1 stored pictures belong to no article']);
});
