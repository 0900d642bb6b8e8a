import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArticleDetail } from '../../../../contract/model.ts';
import { png } from '../../../../ingest/images/png.testing.ts';
import { chapterPage, epubOf, METADATA, navPoint } from '../../../epub.testing.ts';
import { type TestEngine, testEngine, writeTree } from '../../../testing.ts';
import { zipFiles } from '../../../zip.testing.ts';

const text = (about: string) =>
  `<p>Of ${about} there is much to tell, and the harbour master told it every evening.</p><p>Nobody in ${about} had asked him to, and nobody stopped him.</p>`;
const page = (title: string) => chapterPage(title, `<h1>${title}</h1>${text(title)}`);
const link = (title: string, href: string, within = '') =>
  `<li><a href="${href}">${title}</a>${within && `<ol>${within}</ol>`}</li>`;

async function imported(app: TestEngine, book: Uint8Array, name = 'book.epub') {
  writeTree(app.folder, { [name]: book });
  const { items, summary } = await app.importPaths(name);
  const own = join(app.folder, name);
  const articles: ArticleDetail[] = [];
  for (const { id } of await app.articles()) articles.push(await app.client.call('articles.get', { id }));
  return {
    summary,
    articles,
    /** In the order of the list, newest first. */
    titles: articles.map(({ title }) => title),
    lines: items.map(({ path, status, error }) => [path.replace(own, ''), error?.code ?? status]),
    messages: items.map(({ error }) => error?.message ?? ''),
  };
}

test('a chapter is an article: titled by the table of contents, of the book, its people and its day, in the order of reading', async () => {
  await using app = await testEngine();
  const { articles, titles, lines } = await imported(
    app,
    epubOf({
      pages: {
        'cover.xhtml': chapterPage(
          'Cover',
          '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="cover.png"/></svg>',
        ),
        'one.xhtml': page('Boats'),
        'two.xhtml': page('Tides'),
      },
      nav: link('One: Boats', 'one.xhtml') + link('Two: Tides', 'two.xhtml#top'),
      others: { 'OEBPS/cover.png': png(400, 600) },
    }),
  );
  expect(lines).toEqual([
    ['/OEBPS/two.xhtml', 'imported'],
    ['/OEBPS/one.xhtml', 'imported'],
    ['/OEBPS/cover.xhtml', 'not-an-article'],
  ]);
  expect(titles).toEqual(['One: Boats', 'Two: Tides']);
  expect(articles[0]).toMatchObject({
    byline: 'Ada Brand, Otto Kai',
    siteName: 'The Harbour Book',
    language: 'en',
    source: { kind: 'publication', name: 'The Harbour Book' },
    published: { at: Date.UTC(2019, 4, 6), precision: 'day' },
  });
  expect(articles[0]?.text).toContain('Of Boats there is much to tell');
});

test('leaves within one file are cut at their places; what goes on in further files is joined', async () => {
  await using app = await testEngine();
  const { articles, lines } = await imported(
    app,
    epubOf({
      pages: {
        'preface.html': page('Preface'),
        'all.html': chapterPage(
          'All',
          `<h1 id="a">Boats</h1>${text('boats')}<div class="x"><h2><a id="b"></a>Tides</h2>${text('tides')}</div><section id="c"><h2>Ropes</h2>${text('ropes')}</section>`,
        ),
        'more.html': chapterPage('More', text('ropes ashore')),
        'last.html': page('Farewell'),
      },
      ncx:
        navPoint(
          'Part I',
          'all.html#a',
          navPoint('Boats', 'all.html#a'),
          navPoint('Tides', 'all.html#b'),
          navPoint('Ropes', 'all.html#c'),
          navPoint('Lost', 'all.html#nowhere'),
        ) + navPoint('Farewell', 'last.html'),
    }),
  );
  expect(articles.map(({ title }) => title)).toEqual(['Preface', 'Boats', 'Tides', 'Ropes', 'Farewell']);
  expect(
    articles.map(({ text: body }) => [...body.matchAll(/^Of ([a-z ]+) there/gim)].map(([, about]) => about)),
  ).toEqual([['Preface'], ['boats'], ['tides'], ['ropes', 'ropes ashore'], ['Farewell']]);
  expect(articles[2]?.html).not.toContain('Tides</h');
  expect(lines).toContainEqual(['/OEBPS/all#nowhere.html', 'not-an-article']);
});

test('a newspaper that was made into a book: its articles with their sections, without its lists and what turns its pages', async () => {
  await using app = await testEngine();
  const bar =
    '<div class="calibre_navbar">| <a href="../article_1/index.html">Next</a> | <a href="../index.html">Section menu</a> |</div>';
  const article = (title: string) => chapterPage(title, `${bar}<h2>${title}</h2>${text(title)}${bar}`);
  const { articles } = await imported(
    app,
    epubOf({
      pages: {
        'index.html': chapterPage(
          'Paper',
          '<ul><li><a href="feed_0/index.html">City</a></li><li><a href="feed_1/index.html">Sea</a></li><li><a href="x">Sky</a></li></ul>',
        ),
        'feed_0/index.html': chapterPage(
          'City',
          `<h2>City</h2><p><a href="article_0/index.html">Bridge</a> It has been closed since Monday.</p>`,
        ),
        'feed_0/article_0/index.html': article('Bridge'),
        'feed_0/article_1/index.html': article('Tunnel'),
        'feed_1/index.html': chapterPage('Sea', '<h2>Sea</h2>'),
        'feed_1/article_0/index.html': article('Ferry'),
      },
      ncx:
        navPoint(
          'City',
          'feed_0/index.html',
          navPoint('Bridge', 'feed_0/article_0/index.html'),
          navPoint('Tunnel', 'feed_0/article_1/index.html'),
        ) + navPoint('Sea', 'feed_1/index.html', navPoint('Ferry', 'feed_1/article_0/index.html')),
    }),
  );
  expect(articles.map(({ title, tags }) => [title, ...tags])).toEqual([
    ['Bridge', 'City'],
    ['Tunnel', 'City'],
    ['Ferry', 'Sea'],
  ]);
  expect(articles[0]?.text).not.toContain('Section menu');
});

test('pictures of a chapter come from the book; read again, a chapter stays what it is', async () => {
  await using app = await testEngine();
  const { articles } = await imported(
    app,
    epubOf({
      pages: {
        'text/one.xhtml': chapterPage(
          'x',
          `<h2>Boats</h2><a id="p1"/>${text('boats')}<figure><img src="../pictures/boat%20one.png" alt="A boat"/><figcaption>A boat at noon</figcaption></figure><nav><p>Turn the page. Do.</p></nav>`,
        ),
        'text/two.xhtml': page('Tides'),
      },
      nav: link('Of boats', 'text/one.xhtml') + link('Of tides', 'text/two.xhtml'),
      others: { 'OEBPS/pictures/boat one.png': png(300, 200) },
    }),
  );
  const [boats] = articles;
  expect(boats).toMatchObject({
    offline: 'complete',
    captions: ['A boat at noon'],
    images: [{ width: 300, alt: 'A boat' }],
  });
  expect(boats?.text).toMatch(/^Boats\n\nOf boats/);
  expect(boats?.text).not.toContain('Turn the page');
  expect(await app.client.call('articles.reread', { id: boats?.id as ArticleDetail['id'] })).toEqual(boats);
});

test('without a table of contents, or with one that names only the first page, each file is an article', async () => {
  await using app = await testEngine();
  const pages = { 'one.xhtml': page('Boats'), 'two.xhtml': page('Tides') };
  expect((await imported(app, epubOf({ pages }), 'a.epub')).titles).toEqual(['Boats', 'Tides']);
  const second = { 'one.xhtml': page('Ropes'), 'two.xhtml': page('Sails') };
  const { lines } = await imported(app, epubOf({ pages: second, nav: link('Start', 'one.xhtml') }), 'b.epub');
  expect(lines).toHaveLength(2);
});

test.each([
  ['urn:of:drm', 'OEBPS/one.xhtml', 'encrypted'],
  ['http://www.idpf.org/2008/embedding', 'OEBPS/font.otf', 'imported'],
  ['urn:of:drm', 'OEBPS/font.otf', 'imported'],
])('encrypted by %s: %s', async (algorithm, path, expected) => {
  await using app = await testEngine();
  const encryption = `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${path}"/></CipherData></EncryptedData></encryption>`;
  const { lines } = await imported(
    app,
    epubOf({ pages: { 'one.xhtml': page('Boats') }, others: { 'META-INF/encryption.xml': encryption } }),
  );
  expect(lines[0]?.[1]).toBe(expected);
});

test('what is wrong with a book is said', async () => {
  await using app = await testEngine();
  const whole = epubOf({ pages: { 'one.xhtml': page('Boats') } });
  const wrong = async (book: Uint8Array, name: string) => {
    const { lines, messages } = await imported(app, book, name);
    return [lines[0]?.[1], messages[0]];
  };
  expect(await wrong(Buffer.from('no book'), 'none.epub')).toEqual([
    'not-an-archive',
    expect.stringContaining('something else'),
  ]);
  expect(await wrong(zipFiles({ 'a.txt': 'x' }), 'zip.epub')).toEqual([
    'malformed',
    expect.stringContaining('where its package is'),
  ]);
  expect(
    await wrong(
      zipFiles({
        'META-INF/container.xml': '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
      }),
      'package.epub',
    ),
  ).toEqual(['malformed', expect.stringContaining('a.opf')]);
  expect(await wrong(epubOf({ pages: {} }), 'empty.epub')).toEqual([
    'malformed',
    expect.stringContaining('no reading order'),
  ]);
  expect((await wrong(whole.subarray(0, whole.length - 40), 'cut.epub'))[0]).toBe('malformed');
  const bomb = epubOf({
    pages: { 'one.xhtml': page('Boats') },
    metadata: '<!DOCTYPE x [<!ENTITY a "aaaa">]><dc:title>&a;&a;</dc:title>',
  });
  expect((await wrong(bomb, 'entities.epub'))[0]).toBe('imported');
});

test('a book under the name of a ZIP archive is a book', async () => {
  await using app = await testEngine();
  const { articles } = await imported(
    app,
    epubOf({ metadata: METADATA, pages: { 'one.xhtml': page('Boats') } }),
    'book.zip',
  );
  expect(articles[0]?.source).toMatchObject({ kind: 'publication' });
});
