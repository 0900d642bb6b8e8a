import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { writeTree } from '../../testing.ts';
import { cli } from './run.testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const run = (...words: readonly string[]) => cli([...words, '--library', 'lib'], { cwd: folder.path });

const ITEMS = ['One', 'Two']
  .map(
    (title) =>
      `<item><title>${title}</title><link>https://a.example/${title}</link><description>Words of ${title}.</description></item>`,
  )
  .join('');

test('a feed comes in entry by entry, a list of feeds is kept and listed, and neither twice', async () => {
  writeTree(folder.path, {
    'dump.rss': `<rss version="2.0"><channel><title>A Paper</title>${ITEMS}</channel></rss>`,
    'mine.opml':
      '<opml><body><outline text="News"><outline text="A" xmlUrl="https://a.example/rss" x="1"/></outline></body></opml>',
  });
  const other = await run('import', 'mine.opml', '--only', 'feed');
  expect(other.lines).toMatchObject([{ summary: { imported: 0 } }]);
  const first = await run('import', 'dump.rss', 'mine.opml');
  expect(first.lines.map(({ status, title, note }) => [status, title ?? note])).toEqual([
    ['imported', 'One'],
    ['imported', 'Two'],
    ['imported', '1 feed kept'],
    [undefined, undefined],
  ]);
  const again = await run('import', 'dump.rss', 'mine.opml');
  expect(again.lines.at(-1)).toMatchObject({ summary: { imported: 0, duplicate: 3, updated: 0, failed: 0 } });
  const { lines } = await run('feed', 'list');
  expect(lines).toMatchObject([
    { feeds: [{ url: 'https://a.example/rss', title: 'A', folders: [['News']], attributes: { x: '1' } }] },
  ]);
  const inspected = await run('inspect', 'mine.opml');
  expect(inspected.lines).toMatchObject([{ kind: 'feeds', feeds: [{ url: 'https://a.example/rss' }] }]);
});

test('inspect shows a feed whole, a line for it, and what the line of a manifest says of it counts', async () => {
  const rss = `<rss version="2.0"><channel><title>A Paper</title><link>/</link>${ITEMS}</channel></rss>`;
  writeTree(folder.path, {
    'dump.rss': rss,
    'list.jsonl': JSON.stringify({
      id: 7,
      path: 'dump.rss',
      url: 'https://b.example/x',
      headers: { 'content-location': '/rss', 'Content-Language': 'cy' },
    }),
  });
  const alone = await run('inspect', 'dump.rss');
  expect(alone.lines).toMatchObject([
    {
      kind: 'feed',
      format: 'rss',
      bozo: false,
      feed: { title: 'A Paper' },
      entries: [{ title: 'One' }, { title: 'Two' }],
    },
  ]);
  expect(alone.code).toBe(0);
  const listed = await run('inspect', '--manifest', 'list.jsonl', '--raw');
  expect(listed.lines).toMatchObject([
    { id: 7, kind: 'feed', feed: { siteUrl: 'https://b.example/', language: 'cy' } },
  ]);
});
