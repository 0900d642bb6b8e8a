import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArticleId } from '../../contract/model.ts';
import { png } from '../../ingest/images/png.testing.ts';
import { type TestEngine, testEngine, writeTree } from '../testing.ts';

const harbour = png(640, 480);
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const note = (...images: readonly string[]) =>
  `# Harbour reopens\n\nThe harbour opened on Monday, the council said.\n\n${images.map((image) => `![A view](${image})`).join('\n\n')}\n\nIt gave no reason for the delay.\n`;

async function imported(app: TestEngine, ...paths: readonly string[]) {
  const { items } = await app.importPaths(...paths);
  const id = items.find(({ articleId }) => articleId !== null)?.articleId as ArticleId;
  return { items, article: await app.client.call('articles.get', { id }) };
}

const fetched = (app: TestEngine, path: string) => app.engine.fetch(new Request(`http://127.0.0.1${path}`));

test('a picture beside an article is kept, shown from the library and served', async () => {
  await using app = await testEngine();
  writeTree(app.folder, {
    'news/story.md': note('pictures/harbour.png', 'https://example.org/far.png'),
    'news/pictures/harbour.png': harbour,
  });
  const { article } = await imported(app, 'news');
  const src = `/asset/${hash(harbour)}`;
  expect(article.images).toEqual([
    { address: 'pictures/harbour.png', src, alt: 'A view', width: 640, height: 480 },
    { address: 'https://example.org/far.png', src: null, alt: 'A view', width: null, height: null },
  ]);
  expect(article.offline).toBe('images');
  expect(article.html).toContain(`<img src="${src}" width="640" height="480"`);
  expect(article.html).toContain('<img data-src="https://example.org/far.png"');

  const response = await fetched(app, src);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(harbour);
  expect((await fetched(app, `/asset/${'0'.repeat(64)}`)).status).toBe(404);
  expect((await fetched(app, `/asset/${hash(harbour).slice(1)}`)).status).toBe(404);
  expect((await fetched(app, `${src}/..`)).status).toBe(404);
});

test('a file that is shown as a picture and is none is not taken, and the report says so', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'news/story.md': note('story.md') });
  const { items, article } = await imported(app, 'news/story.md');
  const message = '1 picture was left out. The bytes are no picture of a kind that is shown';
  expect(items).toMatchObject([{ status: 'imported', note: message, error: null }]);
  expect(article.images.filter(({ src }) => src !== null)).toEqual([]);
});

test.each([
  ['above what was given', '../secret.png'],
  ['by an absolute path', join('/', 'secret.png')],
  ['by a link', 'link.png'],
  ['below a linked folder', 'folder/secret.png'],
  ['that is not there', 'gone.png'],
])('a picture %s is not taken, and the article comes in all the same', async (_, image) => {
  await using app = await testEngine();
  writeTree(app.folder, { 'secret.png': harbour, 'elsewhere/secret.png': harbour, 'news/story.md': note(image) });
  symlinkSync(join(app.folder, 'secret.png'), join(app.folder, 'news/link.png'));
  symlinkSync(join(app.folder, 'elsewhere'), join(app.folder, 'news/folder'));
  const { items, article } = await imported(app, 'news/story.md');
  expect(items).toMatchObject([{ status: 'imported', error: null }]);
  expect(article.images.filter(({ src }) => src !== null)).toEqual([]);
  expect(article.html).not.toContain(' src=');
});

test('a single file looks beside itself and below, never above', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'news/deep/story.md': note('own.png'), 'news/deep/own.png': harbour });
  expect((await imported(app, 'news/deep/story.md')).article.offline).toBe('complete');
});

test('the same file again brings the picture it came without; what is whole is not read again', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'story.md': note('late.png') });
  const { article } = await imported(app, 'story.md');
  expect(article.offline).toBe('text');
  await app.client.call('articles.setStarred', { selection: { ids: [article.id] }, isStarred: true });

  writeTree(app.folder, { 'late.png': harbour });
  expect((await app.importPaths('story.md')).items).toMatchObject([{ status: 'updated', articleId: article.id }]);
  expect(await app.client.call('articles.get', { id: article.id })).toMatchObject({
    offline: 'complete',
    isStarred: true,
  });
  expect((await app.importPaths('story.md')).items).toMatchObject([{ status: 'duplicate' }]);
});

test('an article read again with today’s rules keeps its pictures', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'story.md': note('a.png'), 'a.png': harbour });
  const { article } = await imported(app, 'story.md');
  expect((await app.client.call('articles.reread', { id: article.id })).images).toEqual(article.images);
});

test('many large pictures come in without being held at once', async () => {
  await using app = await testEngine();
  // Noise, which no compression makes small: 60 pictures of a megabyte each.
  const names = Array.from({ length: 60 }, (_, nth) => `${nth}.png`);
  const padded = (nth: number) => new Uint8Array(Buffer.concat([png(400, 300, nth), Buffer.alloc(1_000_000, nth)]));
  writeTree(app.folder, Object.fromEntries(names.map((name, nth) => [`news/${name}`, padded(nth)])));
  writeTree(app.folder, { 'news/story.md': note(...names) });
  const { article } = await imported(app, 'news');
  expect(article.images.filter(({ src }) => src !== null)).toHaveLength(60);
  expect(await app.engine.check()).toEqual({ ok: true, problems: [] });
});

test('pictures dropped in a browser come in with the page that shows them', async () => {
  await using app = await testEngine();
  const { id } = await app.client.call('imports.begin', { name: 'News' });
  const send = async (path: string, body: string | Uint8Array<ArrayBuffer>, role: string) => {
    const headers = { 'x-tearsheet-path': encodeURIComponent(path), 'x-tearsheet-role': role };
    return (await app.engine.fetch(new Request(`http://127.0.0.1/import/${id}`, { method: 'POST', body, headers })))
      .status;
  };
  expect(await send('News/pictures/a.png', harbour, 'pictures')).toBe(204);
  expect(await send('secret.png', png(50, 50), 'pictures')).toBe(204);
  expect(await send('News/story.md', note('pictures/a.png', '../secret.png'), 'files')).toBe(204);
  await app.client.call('imports.finish', { id });
  expect(await app.ended(id)).toMatchObject({ total: 1, counts: { imported: 1, skipped: 0 } });
  const [row] = await app.articles();
  const { images } = await app.client.call('articles.get', { id: row?.id as ArticleId });
  expect(images.filter(({ src }) => src !== null)).toMatchObject([{ src: `/asset/${hash(harbour)}` }]);
});
