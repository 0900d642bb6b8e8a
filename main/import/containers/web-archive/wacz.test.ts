import { expect, test } from 'vitest';
import { png } from '../../../../ingest/images/png.testing.ts';
import { type TestEngine, testEngine, writeTree } from '../../../testing.ts';
import { type ZipPart, zipOf } from '../../../zip.testing.ts';
import { answer, packed, page, record, response } from './archives.testing.ts';

const news = (path: string) => `https://news.example/${path}`;

async function imported(app: TestEngine, parts: readonly ZipPart[], name = 'crawl.wacz') {
  writeTree(app.folder, { [name]: zipOf(parts) });
  const { items, summary } = await app.importPaths(name);
  const lines = items.map(({ path, status, title, error }) => [
    path.slice(app.folder.length + name.length + 2),
    error ? `${status} ${error.code}` : `${status}: ${title}`,
  ]);
  return { lines, summary };
}

const archive = (name: string, ...records: readonly Uint8Array[]): ZipPart => ({
  name: `archive/${name}`,
  bytes: packed(records),
  method: 0,
});

const list = (name: string, ...pages: readonly object[]): ZipPart => ({
  name: `pages/${name}.jsonl`,
  bytes: [{ format: 'json-pages-1.0', id: 'pages' }, ...pages].map((line) => `${JSON.stringify(line)}\n`).join(''),
});

const about: ZipPart = { name: 'datapackage.json', bytes: '{"profile":"data-package"}' };
const untitled = page('').replace('<h1></h1>', '');

test('the pages that are listed come in, with pictures from any archive within; where one has no title, the list has', async () => {
  await using app = await testEngine();
  const { lines, summary } = await imported(app, [
    about,
    archive(
      '0.warc.gz',
      response(news('a'), answer(page('Harbour reopens', '<img src="/a.png" alt="">'))),
      response(news('frame'), answer(page('An advert'))),
      response(news('moved'), answer('', { Location: '/untitled' }, '302 Found')),
      response(news('untitled'), answer(untitled)),
      record({ type: 'revisit', uri: news('lost'), block: answer('') }),
    ),
    {
      ...archive('1.warc.gz', response(news('a.png'), answer(png(320, 200), { 'Content-Type': 'image/png' }))),
      method: 8,
    },
    list('pages', { url: news('a'), title: 'Not its title' }, { url: news('moved'), title: 'Ferry late' }),
    list(
      'extraPages',
      { url: news('untitled'), title: 'x' },
      { url: news('lost') },
      { url: news('gone') },
      { url: 'javascript:1' },
    ),
  ]);
  expect(lines).toEqual([
    ['news.example/a', 'imported: Harbour reopens'],
    ['news.example/untitled', 'imported: Ferry late'],
    ['news.example/lost', 'skipped payload-elsewhere'],
    ['news.example/gone', 'skipped not-captured'],
  ]);
  expect(summary).toMatchObject({ state: 'done', total: 4 });
  const rows = await app.articles();
  expect(rows.find(({ title }) => title === 'Harbour reopens')).toMatchObject({ source: { name: 'crawl.wacz' } });
  const titled = rows.find(({ title }) => title === 'Ferry late');
  if (!titled) throw new Error('It is not there');
  expect((await app.client.call('articles.reread', { id: titled.id })).title).toBe('Ferry late');
  const shown = rows.find(({ title }) => title === 'Harbour reopens');
  if (!shown) throw new Error('It is not there');
  expect((await app.client.call('articles.get', { id: shown.id })).offline).toBe('complete');
});

test('without a list all pages come in; a listed page is one however it was asked for', async () => {
  await using app = await testEngine();
  const asked = record({ type: 'request', uri: news('a'), block: 'GET / HTTP/1.1\r\nSec-Fetch-Dest: iframe\r\n\r\n' });
  const crawl = archive('0.warc.gz', response(news('a'), answer(page('Harbour reopens'))), asked);
  const other = archive('1.warc.gz', response(news('b'), answer(page('Ferry late'))));
  expect((await imported(app, [about, crawl, other])).lines).toEqual([['news.example/b', 'imported: Ferry late']]);
  expect((await imported(app, [crawl, other, list('pages', { url: news('a') })])).lines).toEqual([
    ['news.example/a', 'imported: Harbour reopens'],
  ]);
});

test('what is damaged is said, and costs nothing else', async () => {
  await using app = await testEngine();
  const good = archive('0.warc.gz', response(news('a'), answer(page('Harbour reopens'))));
  const lines = [
    '{"url": "https://news.example/a", "title"',
    'null',
    '[]',
    '{"url": 7}',
    `{"text": "${'x'.repeat(17 * 1024 * 1024)}"}`,
    JSON.stringify({ url: news('a'), title: 7 }),
  ];
  const broken = [
    good,
    { name: 'archive/1.warc', bytes: 'no record' },
    { ...archive('2.warc.gz'), bytes: 'secret', flags: 1 },
    { name: 'pages/pages.jsonl', bytes: lines.join('\n') },
    { name: 'pages/extraPages.jsonl', bytes: 'x', checksum: 1 },
  ];
  expect((await imported(app, broken)).lines).toEqual([
    ['news.example/a', 'imported: Harbour reopens'],
    ['archive/1.warc', 'failed malformed'],
    ['archive/2.warc.gz', 'failed encrypted'],
  ]);
  expect((await imported(app, [about])).lines).toEqual([['', 'failed malformed']]);
  writeTree(app.folder, { 'none.wacz': 'no archive' });
  expect((await app.importPaths('none.wacz')).items).toMatchObject([{ error: { code: 'not-an-archive' } }]);
});
