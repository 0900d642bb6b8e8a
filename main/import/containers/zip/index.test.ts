import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ArticleId } from '../../../../contract/model.ts';
import { png } from '../../../../ingest/images/png.testing.ts';
import { story, type TestEngine, testEngine, writeTree } from '../../../testing.ts';
import { zipFiles, zipOf } from '../../../zip.testing.ts';

const page = (title: string, picture = '') =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>The harbour opened on Monday, the council said, and boats came in all day.</p>${picture}<p>It gave no reason for the delay, which had lasted for two years and a month.</p></article>`;

/** What the report of an import of one archive says, without the archive's own path. */
async function imported(app: TestEngine, archive: Uint8Array, name = 'News.zip') {
  writeTree(app.folder, { [name]: archive });
  const { items, summary } = await app.importPaths(name);
  const own = join(app.folder, name);
  return { summary, lines: items.map(({ path, status, error }) => [path.replace(own, ''), error?.code ?? status]) };
}

test('the articles of an archive come in, belong to it, and are in the report under its name', async () => {
  await using app = await testEngine();
  const archive = zipFiles({
    'a.txt': story('Harbour reopens'),
    'deep/er/b.md': story('Ferry late'),
    'deep/': '',
    'photo.jpg': 'x',
    'film.mp4': 'x',
    'empty.txt': '',
    '.hidden/c.txt': story('Hidden'),
    '__MACOSX/._a.txt': 'x',
  });
  const { lines, summary } = await imported(app, archive);
  expect(lines).toEqual([
    ['/a.txt', 'imported'],
    ['/deep/er/b.md', 'imported'],
    ['/photo.jpg', 'not-an-article'],
    ['/film.mp4', 'not-an-article'],
    ['/empty.txt', 'empty'],
  ]);
  expect(summary).toMatchObject({ state: 'done', total: 5, counts: { imported: 2, skipped: 2, failed: 1 } });
  expect((await app.articles()).map(({ source }) => `${source.kind} ${source.name}`)).toEqual([
    'folder News.zip',
    'folder News.zip',
  ]);
  expect((await imported(app, archive)).summary.counts).toMatchObject({ imported: 0, duplicate: 2 });
});

test('files are read whole however they lie in the archive: one after the other, far apart, or larger than what is read at once', async () => {
  await using app = await testEngine();
  const noise = (size: number) => Buffer.from(Array.from({ length: size }, (_, at) => (at * at * 31 + at * 7) % 251));
  const long = `${story('Long one')}\n\n${Array.from({ length: 30_000 }, (_, nth) => `Boat ${nth * 7919} came in.`).join('\n\n')}`;
  const files = Array.from({ length: 60 }, (_, nth) => [`${nth}.txt`, story(`Of boat ${nth}`)] as const);
  const archive = zipOf([
    ...files.slice(0, 20).map(([name, bytes]) => ({ name, bytes })),
    { name: 'near.jpg', bytes: noise(40_000), method: 0 },
    ...files.slice(20, 40).map(([name, bytes]) => ({ name, bytes })),
    { name: 'far.jpg', bytes: noise(400_000), method: 0 },
    { name: 'long.txt', bytes: long },
    ...files.slice(40).map(([name, bytes]) => ({ name, bytes })),
  ]);
  const { summary } = await imported(app, archive);
  expect(summary.counts).toMatchObject({ imported: 61, failed: 0, skipped: 2 });
});

test('in a folder that was given, an archive belongs to the folder', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'Clippings/old.zip': zipFiles({ 'a.txt': story('Harbour reopens') }) });
  await app.importPaths('Clippings');
  expect((await app.articles()).map(({ source }) => source.name)).toEqual(['Clippings']);
});

test('pictures come from the archive, from anywhere in it and from nowhere else; folders of pages are no articles', async () => {
  await using app = await testEngine();
  const [one, two] = [png(320, 200), png(300, 200, 90)];
  const archive = zipFiles({
    'pages/Page.html': page(
      'Harbour',
      '<img src="Page_files/one.png"><img src="../shared/two.png"><img src="../../secret.png">',
    ),
    'pages/Page_files/one.png': one,
    'pages/Page_files/frame.html': page('An advert'),
    'shared/two.png': two,
  });
  writeTree(app.folder, { 'secret.png': png(310, 200) });
  const { lines } = await imported(app, archive);
  expect(lines).toEqual([
    ['/pages/Page.html', 'imported'],
    ['/shared/two.png', 'not-an-article'],
  ]);
  const id = (await app.articles())[0]?.id as ArticleId;
  const { images } = await app.client.call('articles.get', { id });
  expect(images.map(({ width, src }) => (src === null ? null : width))).toEqual([320, 300, null]);
});

test('names in UTF-8, said or not, and of the first PCs; what cannot be seen in a name is shown', async () => {
  await using app = await testEngine();
  const { lines } = await imported(
    app,
    zipOf([
      { name: 'Größe.txt', bytes: story('One said') },
      { name: Buffer.from('Übung.txt'), flags: 0, bytes: story('Two not said') },
      { name: Buffer.from([0x9a, 0x62, 0x65, 0x72, 0x2e, 0x74, 0x78, 0x74]), flags: 0, bytes: story('Three old') },
      { name: 'dos\\four.txt', bytes: story('Four of Windows') },
      { name: 'five\nlines\u202Etxt.\0.txt', bytes: story('Five unseen') },
    ]),
  );
  expect(lines.map(([path]) => path)).toEqual([
    '/Größe.txt',
    '/Übung.txt',
    '/Über.txt',
    '/dos/four.txt',
    '/five\ufffdlines\ufffdtxt.\ufffd.txt',
  ]);
  expect(lines.every(([, status]) => status === 'imported')).toBe(true);
});

test('names that lead out of the archive are refused, each by itself', async () => {
  await using app = await testEngine();
  const out = ['../evil.txt', 'a/../../evil.txt', '/tmp/evil.txt', 'C:\\evil.txt', 'c:evil.txt', '..\\..\\evil.txt'];
  const { lines } = await imported(
    app,
    zipOf([...out, '//host/share/evil.txt', 'good.txt'].map((name) => ({ name, bytes: story(`Of ${name.length}`) }))),
  );
  expect(lines.map(([, status]) => status)).toEqual([...Array(7).fill('path-outside'), 'imported']);
  expect(readdirSync(app.folder).sort()).toEqual(['News.zip', 'library']);
});

test('what cannot be unpacked is said of each file alone', async () => {
  await using app = await testEngine();
  const { lines } = await imported(
    app,
    zipOf([
      { name: 'encrypted.txt', bytes: story('A'), flags: 1 },
      { name: 'lzma.txt', bytes: story('B'), method: 14 },
      { name: 'checksum.txt', bytes: story('C'), checksum: 1 },
      { name: 'garbage.txt', bytes: story('D'), packed: Buffer.from('no deflated bytes') },
      { name: 'elsewhere.txt', bytes: story('E'), offset: 3_000_000 },
      { name: 'encrypted.jpg', bytes: 'x', flags: 1 },
      { name: 'stored.txt', bytes: story('Stored'), method: 0 },
      { name: 'lies.txt', bytes: story('Lies'), sizeBytes: 3 },
    ]),
  );
  expect(lines).toEqual([
    ['/encrypted.txt', 'encrypted'],
    ['/lzma.txt', 'unsupported'],
    ['/checksum.txt', 'malformed'],
    ['/garbage.txt', 'malformed'],
    ['/elsewhere.txt', 'malformed'],
    ['/encrypted.jpg', 'not-an-article'],
    ['/stored.txt', 'imported'],
    ['/lies.txt', 'imported'],
  ]);
});

test('a file that unpacks to far more than it weighs is not unpacked, whatever the archive says of its size', async () => {
  await using app = await testEngine();
  const blanks = deflateRawSync(Buffer.alloc(80 * 1024 * 1024, 32));
  const { lines } = await imported(
    app,
    zipOf([
      { name: 'bomb.txt', bytes: '', packed: blanks, sizeBytes: 100 },
      { name: 'honest.txt', bytes: '', packed: blanks, sizeBytes: 80 * 1024 * 1024 },
      { name: 'good.txt', bytes: story('Good') },
    ]),
  );
  expect(lines).toEqual([
    ['/bomb.txt', 'bomb'],
    ['/honest.txt', 'too-large'],
    ['/good.txt', 'imported'],
  ]);
});

test('files that share their bytes are refused but for the first', async () => {
  await using app = await testEngine();
  const { lines } = await imported(
    app,
    zipOf([
      { name: 'a.txt', bytes: story('Harbour reopens') },
      { name: 'b.txt', bytes: story('Harbour reopens'), offset: 0 },
      { name: 'c.txt', bytes: story('Ferry late') },
    ]),
  );
  expect(lines).toEqual([
    ['/a.txt', 'imported'],
    ['/b.txt', 'malformed'],
    ['/c.txt', 'imported'],
  ]);
});

test('archives in archives are opened as deep as is said, and leave nothing behind', async () => {
  await using app = await testEngine();
  let archive = zipFiles({ 'deepest.txt': story('Too deep') });
  for (let depth = 4; depth > 0; depth--)
    archive = zipFiles({ [`${depth}.txt`]: story(`Depth ${depth}`), [`in${depth}.zip`]: archive });
  const { lines, summary } = await imported(app, archive);
  expect(lines).toEqual([
    ['/1.txt', 'imported'],
    ['/in1.zip/2.txt', 'imported'],
    ['/in1.zip/in2.zip/3.txt', 'imported'],
    ['/in1.zip/in2.zip/in3.zip/4.txt', 'imported'],
    ['/in1.zip/in2.zip/in3.zip/in4.zip', 'too-deep'],
  ]);
  expect(summary.total).toBe(5);
  for (const session of readdirSync(join(app.library, 'spool')))
    expect(readdirSync(join(app.library, 'spool', session))).toEqual([]);
});

test('archives that unpack to archives without end stop at what one file may unpack to', async () => {
  await using app = await testEngine();
  const filling = zipOf([
    { name: 'film.mp4', bytes: new Uint8Array(15 * 1024 * 1024), method: 0 },
    { name: 'note.txt', bytes: story('Filling') },
  ]);
  const packed = deflateRawSync(filling);
  const many = zipOf(Array.from({ length: 60 }, (_, nth) => ({ name: `${nth}.zip`, bytes: filling, packed })));
  const { lines } = await imported(app, many);
  expect(lines.some(([path, status]) => status === 'bomb' && path === '')).toBe(true);
  expect(lines.length).toBeLessThan(130);
}, 60_000);

test('an archive that is cut short anywhere is refused or read as far as it goes, each time with a reason', async () => {
  await using app = await testEngine();
  const archive = zipFiles({
    'a.txt': story('Harbour reopens'),
    'b.txt': story('Ferry late'),
    'c.zip': zipFiles({ 'd.txt': story('Deep') }),
  });
  for (let nth = 0; nth < 50; nth++) {
    const { lines, summary } = await imported(
      app,
      archive.subarray(0, Math.floor((archive.length * nth) / 50)),
      `${nth}.zip`,
    );
    expect(summary.state).toBe('done');
    expect(lines.length).toBeGreaterThan(0);
    expect(
      lines.every(([, status]) =>
        ['empty', 'malformed', 'not-an-archive', 'duplicate', 'imported'].includes(status ?? ''),
      ),
    ).toBe(true);
  }
});

test('bytes that are damaged anywhere end in articles or reasons', async () => {
  await using app = await testEngine();
  const archive = zipFiles({ 'a.txt': story('Harbour reopens'), 'b.html': page('Ferry late') });
  for (let nth = 0; nth < 60; nth++) {
    const damaged = Buffer.from(archive);
    const at = (nth * 7919) % damaged.length;
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    const { summary } = await imported(app, damaged, `${nth}.zip`);
    expect(summary.state).toBe('done');
  }
}, 60_000);

test('what has the name of an archive and is none, and an archive that holds nothing', async () => {
  await using app = await testEngine();
  expect((await imported(app, Buffer.from('<html>no archive</html>'), 'page.zip')).lines).toEqual([
    ['', 'not-an-archive'],
  ]);
  expect((await imported(app, Buffer.alloc(0), 'empty.zip')).lines).toEqual([['', 'empty']]);
  expect((await imported(app, zipOf([]), 'nothing.zip')).lines).toEqual([['', 'not-an-article']]);
  expect(existsSync(join(app.folder, 'nothing.zip'))).toBe(true);
});
