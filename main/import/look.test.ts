import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Look } from '../../contract/imports.ts';
import { query } from '../../db/testing.ts';
import { story, testEngine, writeTree } from '../testing.ts';
import type { LookItem } from './look.ts';

const page = (title: string, words: string) =>
  `<html><head><title>${title}</title><link rel="canonical" href="https://news.example/${title.toLowerCase()}"></head><body><article>${`<p>${words} The crew mended nets all morning, and talked about the weather.</p>`.repeat(4)}</article></body></html>`;

async function lookAt(app: Awaited<ReturnType<typeof testEngine>>, ...paths: readonly string[]) {
  const items: LookItem[] = [];
  const look = await app.engine.imports.look(
    paths.map((path) => `${app.folder}/${path}`),
    { signal: new AbortController().signal, onItem: (item) => items.push(item) },
  );
  return { look, items };
}

const outcomes = (items: readonly LookItem[]) =>
  items.map(({ path, outcome }) => [
    path.split('/News').at(-1),
    'refusal' in outcome ? outcome.refusal.code : outcome.prospect,
  ]);

test('a look says of every file what an import would make of it, in archives too, and stores nothing', async () => {
  await using app = await testEngine();
  writeTree(app.folder, {
    'News/a.txt': story('Harbour reopens'),
    'News/b.zip': zipSync({ 'x.html': Buffer.from(page('Ferry', 'One.')), 'x.jpg': Buffer.from('x') }),
    'News/c.md': '',
    'News/d.txt': story('Harbour reopens'),
  });
  const { look, items } = await lookAt(app, 'News');
  expect(outcomes(items)).toEqual([
    ['/a.txt', 'fresh'],
    ['/b.zip/x.html', 'fresh'],
    ['/b.zip/x.jpg', 'not-an-article'],
    ['/c.md', 'empty'],
    ['/d.txt', 'known'],
  ]);
  expect(look).toMatchObject({ state: 'done', total: 5, done: 5 });
  expect(look.kinds).toEqual([
    { format: 'text', fresh: 1, known: 1, changed: 0, titles: ['Harbour reopens', 'Harbour reopens'] },
    { format: 'html', fresh: 1, known: 0, changed: 0, titles: ['Ferry'] },
  ]);
  expect(await app.client.call('imports.list', null)).toEqual([]);
  expect((await app.client.call('articles.list', query())).items).toEqual([]);
});

test('what is known, and what would be changed, is what an import then finds', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'News/a.html': page('Ferry', 'One.'), 'News/b.txt': story('Harbour reopens') });
  await app.importPaths('News');
  writeTree(app.folder, { 'News/a.html': page('Ferry', 'Two.') });
  const { items } = await lookAt(app, 'News');
  expect(outcomes(items)).toEqual([
    ['/a.html', 'changed'],
    ['/b.txt', 'known'],
  ]);
  expect((await app.importPaths('News')).summary.counts).toMatchObject({ updated: 1, duplicate: 1, imported: 0 });
});

test('of a list of feeds it is said how many there are, and whether they are kept already', async () => {
  await using app = await testEngine();
  const list = (...names: readonly string[]) =>
    `<opml version="2.0"><body>${names.map((name) => `<outline text="${name}" xmlUrl="https://news.example/${name}"/>`).join('')}</body></opml>`;
  writeTree(app.folder, { 'News/a.opml': list('harbour', 'ferry') });
  expect((await lookAt(app, 'News')).items).toMatchObject([{ outcome: { prospect: 'fresh', title: '2 feeds' } }]);
  await app.importPaths('News');
  expect(outcomes((await lookAt(app, 'News')).items)).toEqual([['/a.opml', 'known']]);
  writeTree(app.folder, { 'News/a.opml': list('harbour').replace('/><', ' category="Ports"/><') });
  expect(outcomes((await lookAt(app, 'News')).items)).toEqual([['/a.opml', 'changed']]);
  writeTree(app.folder, { 'News/a.opml': list('harbour', 'mill') });
  expect(outcomes((await lookAt(app, 'News')).items)).toEqual([['/a.opml', 'fresh']]);
});

test('who an article is, is told as an import tells it, wherever the page says so', async () => {
  await using app = await testEngine();
  const words = `<p>${'The crew mended nets all morning, and talked about the weather. '.repeat(6)}</p>`;
  const ld = (path: string) =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Nets","url":"https://news.example/${path}"}</script>`;
  const files = (version: string) => ({
    'News/in-body.html': `<html><head><title>Nets</title></head><body>${ld('nets')}<p>${version}</p>${words}</body></html>`,
    'News/saved.html': `<!-- saved from url=(0024)https://news.example/x?p=1 --><html><head><title>Nets</title></head><body>${ld('saved')}<p>${version}</p>${words}</body></html>`,
    'News/shared.rss': `<rss><channel><title>Quay</title>${['One', 'Two'].map((title) => `<item><link>https://news.example/all</link><title>${title}</title><description>${version} ${title}</description></item>`).join('')}</channel></rss>`,
    'News/long.txt': `Harbour reopens\n\nSource: https://news.example/harbour\n\n${version}\n\n${'The harbour opened again on Monday, and few people came to look.\n\n'.repeat(400)}`,
    'News/long.md': `---\nurl: https://news.example/bridge\n---\n# Bridge\n\n${version}\n\n${'The toll ends in May.\n\n'.repeat(900)}`,
  });
  writeTree(app.folder, files('One.'));
  const first = await app.importPaths('News');
  expect(first.summary.counts).toMatchObject({ imported: 6 });
  writeTree(app.folder, files('Two.'));
  const { items } = await lookAt(app, 'News');
  const second = await app.importPaths('News');
  const found = second.summary.counts;
  const count = (prospect: string) =>
    items.filter(({ outcome }) => 'prospect' in outcome && outcome.prospect === prospect).length;
  expect({ fresh: count('fresh'), changed: count('changed') }).toEqual({
    fresh: found.imported,
    changed: found.updated,
  });
  expect(found.updated).toBeGreaterThan(2);
});

test('a look in a window is told of, taken by kinds with tags, once; what it sent is gone afterwards', async () => {
  await using app = await testEngine();
  const seen: Look[] = [];
  const ended = new Promise<void>((resolve) =>
    app.engine.subscribe((event) => {
      if (event.type === 'import.progress' && event.import.state !== 'running') resolve();
      if (event.type === 'look.progress') seen.push(event.look);
    }),
  );
  const looked = new Promise<Look>((resolve) =>
    app.engine.subscribe(
      (event) => event.type === 'look.progress' && event.look.state === 'done' && resolve(event.look),
    ),
  );
  const { id } = await app.client.call('looks.begin', { name: 'Drop' });
  for (const [path, text] of Object.entries({ 'a.txt': story('Harbour'), 'b.html': page('Ferry', 'One.') }))
    await app.engine.fetch(
      new Request(`http://tearsheet/look/${id}`, {
        method: 'POST',
        headers: { 'x-tearsheet-path': path },
        body: text,
      }),
    );
  await app.client.call('looks.finish', { id });
  expect((await looked).kinds.map(({ format }) => format).toSorted()).toEqual(['html', 'text']);
  const taken = { id, formats: ['text'], tags: ['Trip'] };
  await app.client.call('looks.take', taken);
  await expect(app.client.call('looks.take', taken)).rejects.toMatchObject({ code: 'not-found' });
  await ended;
  const { items } = await app.client.call('articles.list', query());
  expect(items.map(({ title, tags }) => [title, tags])).toEqual([['Harbour', ['Trip']]]);
  expect(await app.client.call('looks.list', null)).toEqual([]);
});

test('a look that is dropped is forgotten, also while uploads come', async () => {
  await using app = await testEngine();
  const { id } = await app.client.call('looks.begin', { name: 'Drop' });
  await app.client.call('looks.drop', { id });
  const reply = await app.engine.fetch(
    new Request(`http://tearsheet/look/${id}`, { method: 'POST', headers: { 'x-tearsheet-path': 'a' }, body: 'x' }),
  );
  expect(reply.status).toBe(409);
  await expect(app.client.call('looks.take', { id, formats: [], tags: [] })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a look that is cancelled gives up the file it is taking apart, and says that it has', async () => {
  await using app = await testEngine();
  const entry = (nth: number) => `<item><guid>${nth}</guid><title>Tide ${nth}</title></item>`;
  writeTree(app.folder, {
    ...Object.fromEntries(Array.from({ length: BATCH }, (_, nth) => [`News/${1000 + nth}.txt`, story(`Story ${nth}`)])),
    'News/tides.rss': `<rss><channel><title>Tides</title>${Array.from({ length: 5_000 }, (_, nth) => entry(nth)).join('')}</channel></rss>`,
  });
  const cancelling = new AbortController();
  const items: LookItem[] = [];
  const look = await app.engine.imports.look([`${app.folder}/News`], {
    signal: cancelling.signal,
    onItem: (item) => {
      items.push(item);
      cancelling.abort();
    },
  });
  expect(items).toHaveLength(BATCH);
  expect(look).toMatchObject({ state: 'failed', problem: 'It was cancelled', done: BATCH });
  expect((await lookAt(app, 'News/1000.txt')).look).toMatchObject({ state: 'done', total: 1 });
});

/** As many files as are looked at together. */
const BATCH = 200;
