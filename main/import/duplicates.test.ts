import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArticleDetail, ArticleId } from '../../contract/model.ts';
import { filter } from '../../db/testing.ts';
import { markdown, story, type TestEngine, testEngine, writeTree } from '../testing.ts';

const url = 'https://news.example/toll';
const older = markdown({ title: 'Toll stays', url, date: '2016-08-26', tags: 'roads' }, 'The toll stays.');
const newer = markdown({ title: 'Toll ends', url, date: '2016-08-26', modified: '2016-08-28' }, 'The toll ends.');

/** Imports one file by its content. */
async function take(app: TestEngine, content: string, path = 'a.md') {
  writeTree(app.folder, { [path]: content });
  const { items } = await app.importPaths(path);
  const [item] = items;
  if (!item?.articleId) throw new Error(`Not taken: ${JSON.stringify(item)}`);
  return { status: item.status, id: item.articleId };
}

const get = (app: TestEngine, id: ArticleId): Promise<ArticleDetail> => app.client.call('articles.get', { id });

/** Reads, stars, archives and tags an article, so that a loss of any would show. */
async function mark(app: TestEngine, id: ArticleId) {
  const selection = { ids: [id] };
  await app.client.call('articles.setRead', { selection, isRead: true });
  await app.client.call('articles.setStarred', { selection, isStarred: true });
  await app.client.call('articles.setArchived', { selection, isArchived: true });
  await app.client.call('articles.setTags', { selection, add: ['mine'], remove: [] });
  await app.client.call('articles.setPosition', { id, position: 0.5 });
  return get(app, id);
}

const state = ({ isRead, isStarred, isArchived, tags, addedAt, position }: ArticleDetail) => ({
  isRead,
  isStarred,
  isArchived,
  tags,
  addedAt,
  position,
});

test('the same bytes are the same article, whatever they are called and wherever they lie', async () => {
  await using app = await testEngine();
  const { id } = await take(app, story('Harbour reopens'), 'a.txt');
  const before = await mark(app, id);
  expect(await take(app, story('Harbour reopens'), 'other/name.txt')).toEqual({ status: 'duplicate', id });
  const pasted = await app.client.call('imports.paste', { text: story('Harbour reopens') });
  expect(pasted.item).toMatchObject({ status: 'duplicate', articleId: id });
  expect(await get(app, id)).toEqual(before);
});

test('the same bytes twice in one import are one article', async () => {
  await using app = await testEngine();
  writeTree(app.folder, {
    'n/a.txt': story('Harbour reopens'),
    'n/b.txt': story('Harbour reopens'),
    'n/c.txt': story('Ferry late'),
  });
  const { summary } = await app.importPaths('n');
  expect(summary.counts).toMatchObject({ imported: 2, duplicate: 1 });
});

test('a newer text of the same address replaces what is shown; read, star, archive, tags, place and date added stay', async () => {
  await using app = await testEngine();
  const { id } = await take(app, older);
  const before = await mark(app, id);
  expect(await take(app, newer)).toEqual({ status: 'updated', id });
  const after = await get(app, id);
  expect(after).toMatchObject({ title: 'Toll ends', text: 'The toll ends.' });
  expect(state(after)).toEqual(state(before));
  expect((await app.client.call('articles.original', { id })).text).toBe(newer);
  expect((await app.client.call('search.run', { text: 'stays', filter: filter(), limit: 5, offset: 0 })).total).toBe(0);
});

test('an older text of the same address is kept and not shown', async () => {
  await using app = await testEngine();
  const { id } = await take(app, newer);
  expect(await take(app, older)).toEqual({ status: 'duplicate', id });
  expect(await get(app, id)).toMatchObject({ title: 'Toll ends', tags: ['roads'] });
  expect((await app.client.call('articles.original', { id })).text).toBe(newer);
});

test('both texts of an address stay known: either of them again is a duplicate', async () => {
  await using app = await testEngine();
  const { id } = await take(app, older);
  await take(app, newer);
  for (const known of [older, newer]) expect(await take(app, known)).toEqual({ status: 'duplicate', id });
  expect(await app.articles()).toHaveLength(1);
});

test('an address without a path is no identity: two stories of one site stay two', async () => {
  await using app = await testEngine();
  await take(app, markdown({ title: 'One', url: 'https://news.example/' }, 'The first story.'), 'a.md');
  await take(app, markdown({ title: 'Two', url: 'https://news.example' }, 'The second story.'), 'b.md');
  expect((await app.articles()).map(({ title }) => title)).toEqual(['Two', 'One']);
});

test('an article in the trash that is imported again comes back, as it was left', async () => {
  await using app = await testEngine();
  const { id } = await take(app, story('Harbour reopens'), 'a.txt');
  const before = await mark(app, id);
  await app.client.call('articles.setTrashed', { selection: { ids: [id] }, isTrashed: true });
  expect(await take(app, story('Harbour reopens'), 'a.txt')).toEqual({ status: 'updated', id });
  const after = await get(app, id);
  expect(after.isTrashed).toBe(false);
  expect(state(after)).toEqual(state(before));
});

test('an article deleted for good that comes back is still read and starred', async () => {
  await using app = await testEngine();
  const { id } = await take(app, older);
  await mark(app, id);
  await app.client.call('articles.setTrashed', { selection: { ids: [id] }, isTrashed: true });
  await app.client.call('trash.empty', null);
  const again = await take(app, older);
  expect(again.status).toBe('imported');
  expect(await get(app, again.id)).toMatchObject({ isRead: true, isStarred: true });
});

test('a tag that was taken off does not come back with the file that states it', async () => {
  await using app = await testEngine();
  const { id } = await take(app, older);
  await app.client.call('articles.setTags', { selection: { ids: [id] }, add: [], remove: ['roads'] });
  await take(app, markdown({ title: 'Toll', url, date: '2016-08-29', tags: 'roads, new' }, 'The toll.'));
  expect((await get(app, id)).tags).toEqual(['new']);
});

test('a file that has changed since is a new text of its own when it states no address', async () => {
  await using app = await testEngine();
  await take(app, story('Harbour reopens'), 'a.txt');
  writeFileSync(join(app.folder, 'a.txt'), story('Harbour reopens', 'It was reopened on Tuesday, others say.'));
  expect((await app.importPaths('a.txt')).summary.counts).toMatchObject({ imported: 1 });
});
