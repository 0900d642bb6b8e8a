import { randomBytes } from 'node:crypto';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ImportId } from '../../contract/model.ts';
import { filter, query } from '../../db/testing.ts';
import { layout } from '../hosts/layout.ts';
import { tarOf } from '../tar.testing.ts';
import { markdown, story, testEngine, writeTree } from '../testing.ts';

const mortal = { ...layout.workers, ingest: new URL('./mortal-worker.testing.ts', import.meta.url) };
/** Not imported from the worker: that would start it here. */
const FATAL_WORD = 'unreadable-by-any-thread';

test('a folder becomes a batch with a name, counts, a report that names every file not taken, and a list', async () => {
  await using app = await testEngine();
  writeTree(app.folder, {
    'News/a.txt': story('Harbour reopens'),
    'News/deep/er/b.txt': story('Bridge toll ends'),
    'News/empty.txt': '\n',
    'News/photo.jpg': 'x',
    'News/program.txt': new Uint8Array(3_000).map((_, at) => (at * 37) % 32),
  });
  const { summary } = await app.importPaths('News');
  expect(summary).toMatchObject({
    name: 'News',
    origin: 'paths',
    state: 'done',
    total: 5,
    counts: { imported: 2, duplicate: 0, updated: 0, skipped: 1, failed: 2 },
  });
  expect(await app.client.call('imports.list', null)).toEqual([summary]);

  const report = await app.client.call('imports.items', { id: summary.id, status: 'not-taken', after: -1, limit: 50 });
  expect(report.items).toEqual([
    {
      path: join(app.folder, 'News/empty.txt'),
      format: null,
      status: 'failed',
      articleId: null,
      title: null,
      note: null,
      error: { code: 'empty', message: 'The file holds nothing but blank space' },
    },
    {
      path: join(app.folder, 'News/photo.jpg'),
      format: null,
      status: 'skipped',
      articleId: null,
      title: null,
      note: null,
      error: { code: 'not-an-article', message: 'A picture: it comes in with the article that shows it, if one does' },
    },
    {
      path: join(app.folder, 'News/program.txt'),
      format: null,
      status: 'failed',
      articleId: null,
      title: null,
      note: null,
      error: { code: 'not-text', message: 'The file has the name of a text but holds something else' },
    },
  ]);
  const all = await app.client.call('imports.items', { id: summary.id, status: 'all', after: -1, limit: 50 });
  expect(all.items.map(({ title, status }) => title ?? status)).toEqual([
    'Harbour reopens',
    'Bridge toll ends',
    'failed',
    'skipped',
    'failed',
  ]);
  const batch = await app.client.call('articles.list', query({ filter: filter({ importId: summary.id }) }));
  expect(batch.items.map(({ title }) => title)).toEqual(['Bridge toll ends', 'Harbour reopens']);
});

test('several paths make one import named after the first', async () => {
  await using app = await testEngine();
  writeTree(app.folder, {
    'a.txt': story('Harbour reopens'),
    'b.txt': story('Bridge toll ends'),
    'c.txt': story('Ferry'),
  });
  expect((await app.importPaths('a.txt', 'b.txt', 'c.txt')).summary.name).toBe('a.txt and 2 more');
  expect((await app.importPaths('a.txt')).summary.name).toBe('a.txt');
});

test('progress is told while it runs, and at the end', async () => {
  await using app = await testEngine();
  writeTree(
    app.folder,
    Object.fromEntries(Array.from({ length: 250 }, (_, nth) => [`n/${nth}.txt`, story(`Story ${nth}`)])),
  );
  const { summary } = await app.importPaths('n');
  const told = app.events.flatMap((event) => (event.type === 'import.progress' ? [event.import] : []));
  expect(told.length).toBeGreaterThan(1);
  expect(told[0]).toMatchObject({ state: 'running', counts: { imported: 0 } });
  expect(told.at(-1)).toEqual(summary);
  expect(app.events.some(({ type }) => type === 'articles.changed')).toBe(true);
});

test('an import can be cancelled: what was taken stays, the rest is not in the report', async () => {
  await using app = await testEngine();
  writeTree(
    app.folder,
    Object.fromEntries(Array.from({ length: 1_200 }, (_, nth) => [`n/${nth}.txt`, story(`Story ${nth}`)])),
  );
  const stop = app.engine.subscribe((event) => {
    if (event.type !== 'articles.changed') return;
    stop();
    void app.client.call('imports.list', null).then(([running]) => {
      if (running) return app.client.call('imports.cancel', { id: running.id });
    });
  });
  const { summary, items } = await app.importPaths('n');
  expect(summary.state).toBe('cancelled');
  expect(summary.counts.imported).toBe(items.length);
  expect(items.length).toBeGreaterThan(0);
  expect(items.length).toBeLessThan(1_200);
  expect(await app.client.call('articles.count', filter())).toBe(items.length);
});

test('an import that is cancelled gives up the archive it unpacks, keeps what was stored, and is complete when it is started again', async () => {
  await using app = await testEngine();
  const stories = (count: number, of: string) =>
    Array.from({ length: count }, (_, nth): [string, string] => [`${of}-${1000 + nth}.txt`, story(`${of} ${nth}`)]);
  const packed = stories(3, 'Packed').map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  const film = { name: 'film.mkv', bytes: Buffer.from(randomBytes(48 * 1024 * 1024).toString('hex')) };
  writeTree(app.folder, {
    ...Object.fromEntries(stories(LOOSE, 'News/Loose')),
    'News/packed.tar.gz': gzipSync(tarOf([film, ...packed]), { level: 1 }),
  });
  // What is unpacked has a folder of its own.
  const watcher = watch(join(app.folder, 'library'), async (_, name) => {
    if (name !== 'spool') return;
    watcher.close();
    const [running] = await app.client.call('imports.list', null);
    if (running) await app.client.call('imports.cancel', { id: running.id });
  });
  const { summary, items } = await app.importPaths('News');
  // Had it been unpacked, what it holds would have been counted.
  expect(summary).toMatchObject({ state: 'cancelled', total: LOOSE + 1, problem: null });
  expect(summary.counts).toMatchObject({ imported: BATCH, failed: 0 });
  expect(items).toHaveLength(BATCH);

  const again = await app.importPaths('News');
  expect(again.summary).toMatchObject({
    state: 'done',
    counts: { imported: LOOSE - BATCH + 3, duplicate: BATCH, skipped: 1, failed: 0 },
  });
});

/** As many files as are stored together. */
const BATCH = 200;
const LOOSE = 230;

test('closing in the middle stores what was under way and loses nothing that was told', async () => {
  let told = 0;
  const app = await testEngine();
  writeTree(
    app.folder,
    Object.fromEntries(Array.from({ length: 400 }, (_, nth) => [`n/${nth}.txt`, story(`Story ${nth}`)])),
  );
  const { engine } = app;
  let closing: Promise<void> | undefined;
  const importing = engine.imports.fromPaths([join(app.folder, 'n')], {
    signal: new AbortController().signal,
    onItem: () => {
      told++;
      closing ??= engine.close();
    },
  });
  expect(await importing).toMatchObject({ state: 'interrupted', problem: 'Tearsheet was closed' });
  await closing;
  await using again = await testEngine({ folder: app.library });
  expect(await again.client.call('articles.count', filter())).toBe(told);
  expect(await again.engine.check()).toEqual({ ok: true, problems: [] });
  await app[Symbol.asyncDispose]();
});

test('a thread that dies of one file loses that file alone, and the report names it', async () => {
  await using app = await testEngine({ workers: mortal });
  const stories = Array.from({ length: 120 }, (_, nth) => [
    `n/${String(nth).padStart(3, '0')}.txt`,
    story(`Story ${nth}`),
  ]);
  writeTree(app.folder, { ...Object.fromEntries(stories), 'n/050-fatal.txt': story('Fatal', `It was ${FATAL_WORD}.`) });
  const { summary, items } = await app.importPaths('n');
  expect(summary).toMatchObject({ state: 'done', counts: { imported: 120, failed: 1 } });
  expect(items.filter(({ status }) => status === 'failed')).toMatchObject([
    { path: join(app.folder, 'n/050-fatal.txt'), error: { code: 'reader-died' } },
  ]);
  expect(items.map(({ path }) => path)).toEqual([...items.map(({ path }) => path)].sort());
});

test('pasted text is an article of its own source; Markdown is told by its look', async () => {
  await using app = await testEngine();
  const plain = await app.client.call('imports.paste', { text: story('Harbour reopens') });
  expect(plain).toMatchObject({
    import: { name: 'Pasted text', origin: 'paste', state: 'done', counts: { imported: 1 } },
    item: { status: 'imported', title: 'Harbour reopens', error: null },
  });
  await app.client.call('imports.paste', { text: '# Bridge toll\n\nIt *ends*, [they say](https://news.example/x).\n' });
  const articles = await app.articles();
  expect(articles.map(({ title, source }) => [title, source.kind, source.name])).toEqual([
    ['Bridge toll', 'paste', 'Pasted text'],
    ['Harbour reopens', 'paste', 'Pasted text'],
  ]);
  expect((await app.client.call('imports.paste', { text: story('Harbour reopens') })).item.status).toBe('duplicate');
  const refused = await app.client.call('imports.paste', { text: ' \n\n ' });
  expect(refused.item).toMatchObject({ status: 'failed', articleId: null, error: { code: 'empty' } });
});

test('the samples that ship with it are imported, once', async () => {
  await using app = await testEngine();
  const begun = await app.client.call('imports.samples', null);
  expect(begun).toMatchObject({ name: 'Samples', origin: 'sample' });
  const { counts } = await app.ended(begun.id);
  expect(counts).toMatchObject({ skipped: 0, failed: 0, duplicate: 0 });
  const samples = await app.articles();
  expect(samples.length).toBe(counts.imported);
  expect(new Set(samples.map(({ source }) => source.kind))).toEqual(new Set(['sample']));

  const again = await app.client.call('imports.samples', null);
  expect((await app.ended(again.id)).counts).toEqual({ ...counts, imported: 0, duplicate: samples.length });
});

test('an import that cannot go on says so and is marked as not finished', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'a.txt': story('Harbour reopens') });
  const failing = app.engine.imports.fromPaths([join(app.folder, 'a.txt')], {
    signal: new AbortController().signal,
    onItem: () => {
      throw new Error('nobody can be told');
    },
  });
  await expect(failing).rejects.toThrow('nobody can be told');
  expect((await app.client.call('imports.list', null))[0]).toMatchObject({
    state: 'interrupted',
    counts: { imported: 1 },
  });
  expect(app.logged.join()).toContain('an import ended early');
});

test('calls about imports that are not there do no harm', async () => {
  await using app = await testEngine();
  const id = 77 as ImportId;
  expect(await app.client.call('imports.cancel', { id })).toBeNull();
  expect(await app.client.call('imports.finish', { id })).toBeNull();
  const items = app.client.call('imports.items', { id, status: 'all', after: -1, limit: 1 });
  await expect(items).rejects.toMatchObject({ code: 'not-found' });
});

test('a file’s own address makes the batch list show the article once, wherever it came from', async () => {
  await using app = await testEngine();
  const url = 'https://news.example/toll';
  writeTree(app.folder, {
    'one/a.md': markdown({ title: 'Toll stays', url, date: '2016-08-26' }, 'The toll stays.'),
    'two/b.md': markdown(
      { title: 'Toll ends', url: `${url}/?utm_source=mail#top`, date: '2016-08-27' },
      'The toll ends.',
    ),
  });
  await app.importPaths('one');
  const { summary } = await app.importPaths('two');
  expect(summary.counts).toMatchObject({ imported: 0, updated: 1 });
  const batch = await app.client.call('articles.list', query({ filter: filter({ importId: summary.id }) }));
  expect(batch.items.map(({ title }) => title)).toEqual(['Toll ends']);
  expect(await app.client.call('articles.count', filter())).toBe(1);
});
