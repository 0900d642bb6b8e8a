import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ArticleId } from '../../../../contract/model.ts';
import { png } from '../../../../ingest/images/png.testing.ts';
import { longName, tarFiles, tarOf } from '../../../tar.testing.ts';
import { story, type TestEngine, testEngine, writeTree } from '../../../testing.ts';
import { zipFiles } from '../../../zip.testing.ts';

async function imported(app: TestEngine, name: string, archive: Uint8Array) {
  writeTree(app.folder, { [name]: archive });
  const { items, summary } = await app.importPaths(name);
  const own = join(app.folder, name);
  return { summary, lines: items.map(({ path, status, error }) => [path.replace(own, ''), error?.code ?? status]) };
}

const nothingSpooled = (app: TestEngine) => {
  for (const session of readdirSync(join(app.library, 'spool')))
    expect(readdirSync(join(app.library, 'spool', session))).toEqual([]);
};

test.each([
  ['News.tar', (tar: Buffer) => tar],
  ['News.tar.gz', gzipSync],
  ['News.tgz', gzipSync],
  ['News.gz', gzipSync],
])('articles, pictures and archives come out of %s', async (name, pack) => {
  await using app = await testEngine();
  const deep = `${'folder-of-a-long-name/'.repeat(8)}größe.txt`;
  const tar = tarOf([
    { name: './', kind: '5' },
    {
      name: './page.md',
      bytes:
        '# Harbour reopens\n\nThe harbour opened on Monday, the council said.\n\n![A view](p/a.png)\n\nIt gave no reason.\n',
    },
    { name: './p/a.png', bytes: png(320, 200) },
    longName(deep),
    { name: 'short', bytes: story('Ferry late') },
    { name: 'inner.zip', bytes: zipFiles({ 'c.txt': story('Bridge closed') }) },
    { name: '.hidden.txt', bytes: story('Hidden') },
  ]);
  const { lines } = await imported(app, name, pack(tar));
  expect(lines).toEqual([
    ['/page.md', 'imported'],
    ['/p/a.png', 'not-an-article'],
    [`/${deep}`, 'imported'],
    ['/inner.zip/c.txt', 'imported'],
  ]);
  const articles = await app.articles();
  expect(new Set(articles.map(({ source }) => source.name))).toEqual(new Set([name]));
  const harbour = articles.find(({ title }) => title === 'Harbour reopens')?.id as ArticleId;
  expect((await app.client.call('articles.get', { id: harbour })).offline).toBe('complete');
  nothingSpooled(app);
});

test('links are never followed, devices never opened, and names that lead out are refused', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'secret.txt': story('Secret') });
  symlinkSync(join(app.folder, 'secret.txt'), join(app.folder, 'link.txt'));
  const { lines } = await imported(
    app,
    'News.tar',
    tarOf([
      { name: 'link.txt', kind: '2', linkTo: '../secret.txt' },
      { name: 'hard.txt', kind: '1', linkTo: 'secret.txt' },
      { name: 'pipe.txt', kind: '6' },
      { name: '../evil.txt', bytes: story('Evil') },
      { name: '/evil.txt', bytes: story('Evil') },
      { name: 'sparse.txt', kind: 'S', bytes: 'x' },
      { name: 'good.txt', bytes: story('Good') },
    ]),
  );
  expect(lines.map(([, status]) => status)).toEqual([
    'link',
    'link',
    'not-a-file',
    'path-outside',
    'path-outside',
    'unsupported',
    'imported',
  ]);
});

test('a single file that gzip has packed is that file', async () => {
  await using app = await testEngine();
  expect((await imported(app, 'story.txt.gz', gzipSync(story('Harbour reopens')))).lines).toEqual([
    ['/story.txt', 'imported'],
  ]);
  expect((await app.articles())[0]).toMatchObject({ source: { kind: 'file' } });
  expect((await imported(app, 'film.mp4.gz', gzipSync('x'))).lines).toEqual([['/film.mp4', 'not-an-article']]);
});

test('what is cut short, damaged, none, or made to fill the disk is said', async () => {
  await using app = await testEngine();
  const tar = tarFiles({ 'a.txt': story('Harbour reopens'), 'b.txt': story('Ferry late') });
  expect((await imported(app, 'cut.tar', tar.subarray(0, 512 * 3 + 20))).lines).toEqual([
    ['/a.txt', 'imported'],
    ['/b.txt', 'malformed'],
  ]);
  const damaged = Buffer.from(tar);
  damaged[1024 + 150] = 0x39;
  expect((await imported(app, 'damaged.tar', damaged)).lines).toEqual([
    ['/a.txt', 'duplicate'],
    ['', 'malformed'],
  ]);
  expect((await imported(app, 'none.tar', Buffer.from('x'.repeat(2_000)))).lines).toEqual([['', 'malformed']]);
  expect((await imported(app, 'cut.tgz', gzipSync(tar).subarray(0, 100))).lines).toEqual([['', 'malformed']]);
  expect((await imported(app, 'none.tgz', tar)).lines).toEqual([['', 'not-an-archive']]);
  expect((await imported(app, 'empty.tgz', Buffer.alloc(0))).lines).toEqual([['', 'empty']]);
  expect((await imported(app, 'bomb.tgz', gzipSync(Buffer.alloc(40 * 1024 * 1024)))).lines).toEqual([['', 'bomb']]);
  nothingSpooled(app);
}, 30_000);

test.each([
  ['a.rar', 'RAR'],
  ['a.7z', '7-Zip'],
  ['a.tar.bz2', 'bzip2'],
  ['a.tar.xz', 'xz'],
])('%s is refused by its kind', async (name, kind) => {
  await using app = await testEngine();
  writeTree(app.folder, { [name]: 'x' });
  const { items } = await app.importPaths(name);
  expect(items).toMatchObject([{ status: 'failed', error: { code: 'unsupported' } }]);
  expect(items[0]?.error?.message).toContain(kind);
});
