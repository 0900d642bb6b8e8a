import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ArticleId } from '../../../../contract/model.ts';
import { png } from '../../../../ingest/images/png.testing.ts';
import { type TestEngine, testEngine, writeTree } from '../../../testing.ts';
import { answer, packed, page, record, response } from './archives.testing.ts';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const news = (path: string) => `https://news.example/${path}`;

/** Each line of the report: what of the archive, and what became of it. */
async function imported(app: TestEngine, archive: Uint8Array, name = 'crawl.warc.gz') {
  writeTree(app.folder, { [name]: archive });
  const { items, summary } = await app.importPaths(name);
  const lines = items.map(({ path, status, error }) => [
    path.slice(app.folder.length + name.length + 2),
    error ? `${status} ${error.code}` : status,
  ]);
  return { items, summary, lines: lines as [string, string][] };
}

const detail = async (app: TestEngine, title: string) => {
  const row = (await app.articles()).find((article) => article.title === title);
  return app.client.call('articles.get', { id: row?.id as ArticleId });
};

/** What has been put aside and is still there. */
const spooled = (app: TestEngine): readonly string[] => {
  const spool = join(app.library, 'spool');
  return existsSync(spool) ? readdirSync(spool).flatMap((session) => readdirSync(join(spool, session))) : [];
};

const mixed = [
  record({
    type: 'warcinfo',
    uri: '',
    block: 'software: none\r\n',
    fields: { 'Content-Type': 'application/warc-fields' },
  }),
  response(news('harbour'), answer(page('Harbour reopens'))),
  record({ type: 'request', uri: news('harbour'), block: 'GET /harbour HTTP/1.1\r\nHost: news.example\r\n\r\n' }),
  response(news('old'), answer('', { Location: '/harbour' }, '301 Moved')),
  response(news('gone'), answer(page('Not found'), HTML, '404 Not Found')),
  response(news('style.css'), answer('p { color: red }', { 'Content-Type': 'text/css' })),
  response(news('api'), answer('{"a":1}', { 'Content-Type': 'application/json' })),
  record({
    type: 'resource',
    uri: news('ferry.html'),
    block: page('Ferry late'),
    fields: { 'Content-Type': 'text/html' },
  }),
  record({ type: 'resource', uri: 'urn:text:page', block: 'The text of it', fields: { 'Content-Type': 'text/plain' } }),
];

test.each([
  ['plain', 'crawl.warc', Buffer.concat(mixed)],
  ['each record packed by itself', 'crawl.warc.gz', packed(mixed)],
  ['packed as one', 'crawl.warc.gz', gzipSync(Buffer.concat(mixed))],
  ['packed, whatever it is called', 'crawl.warc', packed(mixed)],
  ['packed in pieces that end anywhere', 'crawl.warc.gz', packed(slices(Buffer.concat(mixed), 333))],
])('pages come in, with their addresses, and what is no page stays out: %s', async (_, name, archive) => {
  await using app = await testEngine();
  const { lines, summary } = await imported(app, archive, name);
  expect(lines).toEqual([
    ['news.example/harbour', 'imported'],
    ['news.example/ferry.html', 'imported'],
  ]);
  expect(summary).toMatchObject({ state: 'done', total: 2 });
  expect(await detail(app, 'Harbour reopens')).toMatchObject({
    url: news('harbour'),
    published: null,
    source: { kind: 'folder', name },
  });
  expect((await imported(app, archive, name)).lines.map(([, status]) => status)).toEqual(['duplicate', 'duplicate']);
  expect(spooled(app)).toEqual([]);
});

function slices(bytes: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, nth) =>
    bytes.subarray(nth * size, (nth + 1) * size),
  );
}

test('the encoding a server stated counts, and what is read again is the same', async () => {
  await using app = await testEngine();
  const latin = Buffer.from(page('Hafen für Große'), 'latin1');
  await imported(
    app,
    packed([response(news('a'), answer(latin, { 'Content-Type': 'text/html; charset=ISO-8859-1' }))]),
  );
  const before = await detail(app, 'Hafen für Große');
  expect(await app.client.call('articles.reread', { id: before.id })).toMatchObject({
    title: before.title,
    url: news('a'),
    text: before.text,
  });
});

test('of two captures of a page the later one comes in, wherever it stands', async () => {
  await using app = await testEngine();
  const archive = packed([
    response(news('a'), answer(page('Second version')), { date: '2026-03-05T00:00:00Z' }),
    response('http://news.example/a#top', answer(page('First version')), { date: '2026-03-01T00:00:00Z' }),
  ]);
  expect((await imported(app, archive)).lines).toEqual([['news.example/a', 'imported']]);
  expect((await app.articles()).map(({ title }) => title)).toEqual(['Second version']);
});

test('a page that had not changed is read from the record it refers to; one whose content is elsewhere is said', async () => {
  await using app = await testEngine();
  const unchanged = (uri: string, fields: Record<string, string>) =>
    record({ type: 'revisit', uri, block: answer(''), fields });
  const original = response(news('a'), answer(page('Harbour reopens')), {
    fields: { 'WARC-Record-ID': '<urn:uuid:1>', 'WARC-Payload-Digest': 'sha1:ABC' },
  });
  const archive = packed([
    original,
    unchanged(news('by-id'), { 'WARC-Refers-To': '<urn:uuid:1>' }),
    unchanged(news('by-digest'), { 'WARC-Payload-Digest': 'sha1:ABC' }),
    unchanged(news('by-address'), { 'WARC-Refers-To-Target-URI': news('a') }),
    unchanged(news('a'), { 'WARC-Refers-To-Target-URI': news('a') }),
    unchanged(news('lost'), { 'WARC-Payload-Digest': 'sha1:XYZ' }),
  ]);
  expect((await imported(app, archive)).lines).toEqual([
    ['news.example/a', 'imported'],
    ['news.example/by-id', 'duplicate'],
    ['news.example/by-digest', 'duplicate'],
    ['news.example/by-address', 'duplicate'],
    ['news.example/lost', 'skipped payload-elsewhere'],
  ]);
});

test('what pages fetched for themselves is no page of its own', async () => {
  await using app = await testEngine();
  const asked = (uri: string, field: string) =>
    record({ type: 'request', uri, block: `GET / HTTP/1.1\r\nHost: news.example\r\n${field}\r\n\r\n` });
  const archive = packed([
    response(news('a'), answer(page('Harbour reopens'))),
    asked(news('a'), 'Sec-Fetch-Dest: document'),
    response(news('frame'), answer(page('An advert in a frame'))),
    asked(news('frame'), 'Sec-Fetch-Dest: iframe'),
    asked(news('fetched'), 'X-Requested-With: XMLHttpRequest'),
    response(news('fetched'), answer(page('Fetched by a script'))),
    response(news('resource'), answer(page('Loaded by a browser')), { fields: { 'WARC-Resource-Type': 'xhr' } }),
    response(news('embedded'), answer(page('An embedded part'))),
    record({ type: 'metadata', uri: news('embedded'), block: 'via: https://news.example/a\r\nhopsFromSeed: LE\r\n' }),
    response(news('piece'), answer('<div class="teaser"><p>A piece of a page, put into it by a script.</p></div>')),
    response(news('json'), answer('{"html":"none"}')),
    response(news('front'), answer('<!doctype html><title>Front</title><nav><a href="/a">Harbour</a></nav>')),
    response(news('empty'), answer('')),
    response(news('pixel'), answer('ok', { 'Content-Type': 'text/plain' })),
    response(news('robots.txt'), answer('User-agent: *', { 'Content-Type': 'text/plain' })),
  ]);
  const { lines, summary } = await imported(app, archive);
  expect(lines).toEqual([
    ['news.example/a', 'imported'],
    ['news.example/piece', 'skipped not-an-article'],
    ['news.example/json', 'skipped not-an-article'],
    ['news.example/front', 'skipped only-furniture'],
    ['news.example/empty', 'skipped empty'],
  ]);
  expect(summary.counts.failed).toBe(0);
});

test('pictures of a page come from the archive, as it had them', async () => {
  await using app = await testEngine();
  const image = { 'Content-Type': 'image/png' };
  const shown =
    '<img src="/one.png" alt="One"><img src="https://cdn.example/two.png?w=9" alt="Two"><img src="/three.png" alt="Three">';
  const records = [
    response(news('a'), answer(page('Harbour reopens', shown))),
    response('http://news.example/one.png', answer(gzipSync(png(320, 200)), { ...image, 'Content-Encoding': 'gzip' })),
    record({
      type: 'revisit',
      uri: 'https://cdn.example/two.png?w=9',
      block: answer('', image),
      fields: { 'WARC-Refers-To-Target-URI': news('one.png') },
    }),
  ];
  await imported(app, gzipSync(Buffer.concat(records)));
  const article = await detail(app, 'Harbour reopens');
  expect(article.images.map(({ address, width, src }) => [address, src && width])).toEqual([
    [news('one.png'), 320],
    ['https://cdn.example/two.png?w=9', 320],
    [news('three.png'), null],
  ]);
  expect(article.offline).toBe('images');

  const third = response(news('three.png'), answer(png(300, 200), image));
  expect((await imported(app, packed([...records, third]))).lines).toEqual([['news.example/a', 'updated']]);
  expect((await detail(app, 'Harbour reopens')).offline).toBe('complete');
});

test('a wrong length costs no other page, and is said', async () => {
  await using app = await testEngine();
  const records = (wrong: number) => [
    response(news('a'), answer(page('Harbour reopens'))),
    response(news('b'), answer(page('Ferry late')), { statedBytes: wrong }),
    response(news('c'), answer(page('Orchard sold'))),
  ];
  for (const wrong of [10, 700, 5_000_000, 10 ** 14]) {
    for (const [name, archive] of [
      ['a.warc', Buffer.concat(records(wrong))],
      ['b.warc.gz', packed(records(wrong))],
    ] as const) {
      const { lines } = await imported(app, archive, name);
      expect(lines.filter(([, status]) => !status.startsWith('failed')).map(([path]) => path)).toEqual(
        wrong === 10 ? ['news.example/a', 'news.example/c'] : ['news.example/a', 'news.example/b', 'news.example/c'],
      );
      expect(lines.at(-1)).toEqual(['', 'failed malformed']);
    }
  }
  expect((await detail(app, 'Ferry late')).text).toContain('Work is to begin');
});

test.each([
  ['plain', 'cut.warc', Buffer.concat(mixed)],
  ['packed', 'cut.warc.gz', packed(mixed)],
  ['packed as one', 'cut.warc.gz', gzipSync(Buffer.concat(mixed))],
])(
  'an archive that is cut short anywhere is read as far as it goes: %s',
  async (_, name, archive) => {
    await using app = await testEngine();
    const pages = new Set<string>();
    for (let nth = 0; nth < 50; nth++) {
      const { lines, summary } = await imported(
        app,
        archive.subarray(0, Math.floor((archive.length * nth) / 50)),
        name,
      );
      expect(summary.state).toBe('done');
      expect(lines.length).toBeGreaterThan(0);
      for (const [path, status] of lines) {
        expect(status).toMatch(/^(?:imported|duplicate|updated|failed malformed|skipped not-an-article)$/);
        if (status === 'imported') pages.add(path);
      }
    }
    expect([...pages]).toContain('news.example/harbour');
  },
  60_000,
);

test('bytes that are damaged anywhere end in articles or reasons, and pages behind them still come in', async () => {
  await using app = await testEngine();
  const archive = packed([...mixed, response(news('last'), answer(page('Orchard sold')))]);
  const first = packed(mixed.slice(0, 2)).length;
  for (let nth = 0; nth < 40; nth++) {
    const damaged = Buffer.from(archive);
    const at = (nth * 7919) % first;
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    const { lines, summary } = await imported(app, damaged);
    expect(summary.state).toBe('done');
    expect(lines.find(([path]) => path === 'news.example/last')?.[1]).toMatch(/imported|duplicate/);
  }
}, 60_000);

test('one damaged member after another ends in a reason, and not the program', async () => {
  await using app = await testEngine();
  const members = mixed.map((bytes) => packed([bytes]));
  for (const member of members.slice(0, 3)) member.fill(0xff, 12, 40);
  const { lines, summary } = await imported(app, Buffer.concat(members));
  expect(summary.state).toBe('done');
  expect(lines.at(-1)).toEqual(['', 'failed malformed']);
});

test('what unpacks to far more than it is costs a reason, and nothing else', async () => {
  await using app = await testEngine();
  const blanks = Buffer.alloc(100 * 1024 * 1024, ' ');
  const long = 'x'.repeat(200_000);
  const archive = packed([
    response(news('a'), answer(gzipSync(blanks), { ...HTML, 'Content-Encoding': 'gzip' })),
    response(news('b'), answer(brotliCompressSync(blanks, { params: {} }), { ...HTML, 'Content-Encoding': 'br' })),
    response(news('c'), answer(blanks)),
    response(news('d'), answer(page('A head without end'), { ...HTML, 'X-Long': long })),
    response(news('e'), answer(page('Another')), { fields: { 'X-Long': long } }),
    response(news('f'), answer(page('Orchard sold'))),
  ]);
  const { lines } = await imported(app, archive);
  expect(lines).toEqual([
    ['news.example/a', 'failed too-large'],
    ['news.example/b', 'failed too-large'],
    ['news.example/c', 'failed too-large'],
    ['news.example/f', 'imported'],
    ['', 'failed malformed'],
  ]);
}, 60_000);

test('addresses that are none of the web name no page, or are not taken for the page’s own', async () => {
  await using app = await testEngine();
  const archive = packed([
    response('javascript:alert(1)', answer(page('A script'))),
    response('data:text/html,x', answer(page('Data'))),
    record({
      type: 'resource',
      uri: 'file:///home/somebody/page.html',
      block: page('From a disk', '<img src="secret.png" alt="">'),
      fields: { 'Content-Type': 'text/html' },
    }),
    response(
      '<https://news.example/../../etc/passwd>',
      answer(page('In brackets', '<script>document.title = "run"</script>')),
    ),
    response(`https://news.example/${'long/'.repeat(1_000)}`, answer(page('A long address'))),
  ]);
  const { lines } = await imported(app, archive);
  expect(lines.slice(0, 2)).toEqual([
    ['home/somebody/page.html', 'imported'],
    ['news.example/etc/passwd', 'imported'],
  ]);
  expect(lines[2]?.[0].length).toBeLessThan(1_100);
  expect(await detail(app, 'From a disk')).toMatchObject({ url: null });
  expect((await detail(app, 'In brackets')).html).not.toContain('script');
});

test('archives of the older kind are read too, and what is none of either is said', async () => {
  await using app = await testEngine();
  const head = 'filedesc://old.arc 0.0.0.0 20100101000000 text/plain 12\n1 0 Example\n\n';
  const block = answer(page('Harbour reopens'));
  const arc = Buffer.concat([
    Buffer.from(`${head}${news('a')} 192.0.2.1 20100101000000 text/html ${block.length}\n`),
    block,
    Buffer.from('\n'),
  ]);
  expect((await imported(app, arc, 'old.arc')).lines).toEqual([['news.example/a', 'imported']]);
  expect((await imported(app, Buffer.from('no archive at all'), 'none.warc')).lines).toEqual([
    ['', 'failed malformed'],
  ]);
  expect((await imported(app, Buffer.alloc(0), 'none.warc.gz')).lines).toEqual([['', 'failed malformed']]);
  const pictures = packed([response(news('a.png'), answer(png(9, 9), { 'Content-Type': 'image/png' }))]);
  expect((await imported(app, pictures)).lines).toEqual([['', 'skipped not-an-article']]);
});

test('a hundred thousand small records are gone through', async () => {
  await using app = await testEngine();
  const small = gzipSync(record({ type: 'metadata', uri: news('x'), block: 'via: nothing\r\n' }));
  const wrong = gzipSync(record({ type: 'request', uri: news('y'), block: 'GET', statedBytes: 10 ** 12 }));
  const archive = Buffer.concat([
    ...Array.from({ length: 90_000 }, () => small),
    ...Array.from({ length: 10_000 }, () => wrong),
    packed([response(news('a'), answer(page('Harbour reopens')))]),
  ]);
  expect((await imported(app, archive)).lines).toEqual([
    ['news.example/a', 'imported'],
    ['', 'failed malformed'],
  ]);
}, 180_000);
