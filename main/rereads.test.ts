import { expect, test } from 'vitest';
import { packBytes } from '../base/pack.ts';
import type { ArticleId, RereadProgress } from '../contract/model.ts';
import { filter, tamperWith } from '../db/testing.ts';
import { png } from '../ingest/images/png.testing.ts';
import { story, type TestEngine, testEngine, writeTree } from './testing.ts';

/** What the rules of an earlier day made of an article: another title, and no word of it in the index. */
function spoil(app: TestEngine): void {
  const db = tamperWith(app.library);
  db.exec(`
    UPDATE article SET title = 'As it was read once', excerpt = '';
    DELETE FROM article_fts; DELETE FROM start_fts;
    INSERT INTO article_fts (rowid, title, byline, body) SELECT id, 'once', '', '' FROM article;
    INSERT INTO start_fts (rowid, starts) SELECT id, 'onc' FROM article;
  `);
  db.close();
}

async function stocked(app: TestEngine) {
  writeTree(app.folder, {
    'news/a.txt': story('Harbour reopens'),
    'news/b.md': '---\ntags: sea\n---\n\n# Ferry late\n\nThe ferry was late.\n\n![The ferry](ferry.png)\n',
    'news/ferry.png': png(60, 40),
    'news/c.txt': story('Bridge toll ends'),
  });
  await app.importPaths('news');
  const titles = async () => (await app.articles()).map(({ title }) => title).sort();
  return { titles, ids: (await app.articles()).map(({ id }) => id).sort((a, b) => a - b) };
}

const signal = () => new AbortController().signal;

test('everything is read again, and nothing a person did is touched', async () => {
  await using app = await testEngine();
  const { titles, ids } = await stocked(app);
  const selection = { ids: ids.slice(0, 2) };
  await app.client.call('articles.setStarred', { selection, isStarred: true });
  await app.client.call('articles.setTags', { selection, add: ['Kept'], remove: ['sea'] });
  await app.client.call('articles.setArchived', { selection: { ids: ids.slice(1, 2) }, isArchived: true });
  const before = await app.articles();
  const undo = await app.client.call('undo.next', null);
  spoil(app);
  expect(await titles()).toEqual(['As it was read once', 'As it was read once', 'As it was read once']);

  const told: RereadProgress[] = [];
  expect(await app.engine.rereads.all({ signal: signal(), onProgress: (progress) => told.push(progress) })).toEqual({
    state: 'done',
    total: 3,
    done: 3,
    left: 0,
  });
  expect(told[0]).toEqual({ state: 'running', total: 3, done: 0, left: 0 });
  expect(await app.articles()).toEqual(before);
  expect(await app.client.call('undo.next', null)).toEqual(undo);
  const [ferry] = await Promise.all(ids.slice(1, 2).map((id) => app.client.call('articles.get', { id })));
  expect(ferry).toMatchObject({ offline: 'complete', tags: ['Kept'] });
  const found = await app.client.call('search.run', { text: 'toll', filter: filter(), limit: 10, offset: 0 });
  expect(found.total).toBe(1);
  expect(await app.engine.check()).toEqual({ ok: true, problems: [] });
});

test('articles in the trash are read again too, and stay there', async () => {
  await using app = await testEngine();
  const { ids } = await stocked(app);
  await app.client.call('articles.setTrashed', { selection: { ids }, isTrashed: true });
  spoil(app);
  expect(await app.engine.rereads.all({ signal: signal() })).toMatchObject({ total: 3, done: 3 });
  expect(await app.client.call('articles.get', { id: ids[0] as ArticleId })).toMatchObject({
    title: 'Harbour reopens',
    isTrashed: true,
  });
});

test('an article today’s rules no longer see stays as it was, and is named', async () => {
  await using app = await testEngine();
  const { ids } = await stocked(app);
  const db = tamperWith(app.library);
  db.prepare('UPDATE original SET packed = ? WHERE article_id = ?').run(packBytes(Buffer.from('   ')), ids[0]);
  db.close();
  const left: unknown[] = [];
  const end = await app.engine.rereads.all({ signal: signal(), onLeft: (each) => left.push(each) });
  expect(end).toEqual({ state: 'done', total: 3, done: 3, left: 1 });
  expect(left).toMatchObject([{ id: ids[0], code: 'empty' }]);
  expect((await app.client.call('articles.get', { id: ids[0] as ArticleId })).title).toBe('Harbour reopens');
});

test('one that runs is told of, can be cancelled and begun again', async () => {
  await using app = await testEngine();
  const { titles } = await stocked(app);
  expect(await app.client.call('articles.rereadProgress', null)).toBeNull();
  const ended = (state: string) =>
    new Promise<void>((resolve) => {
      const stop = app.engine.subscribe((event) => {
        if (event.type !== 'reread.progress' || event.reread.state !== state) return;
        stop();
        resolve();
      });
    });
  spoil(app);
  const cancelled = ended('cancelled');
  expect(await app.client.call('articles.rereadAll', null)).toMatchObject({ state: 'running' });
  await app.client.call('articles.cancelReread', null);
  await cancelled;
  expect(await app.client.call('articles.rereadProgress', null)).toMatchObject({ state: 'cancelled', done: 0 });

  const done = ended('done');
  await app.client.call('articles.rereadAll', null);
  await done;
  expect(await titles()).toEqual(['Bridge toll ends', 'Ferry late', 'Harbour reopens']);
});
