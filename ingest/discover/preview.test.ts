import { expect, test } from 'vitest';
import { readFeed } from '../feed/index.ts';
import { previewOf } from './preview.ts';

const URL = 'https://paper.example/feed';
const preview = (items: string, head = '') => {
  const feed = readFeed(
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${head}${items}</channel></rss>`,
    URL,
  );
  if (!feed) throw new Error('no feed');
  return previewOf(feed, URL);
};
const item = (title: string, more = '') => `<item><title>${title}</title><link>/${title}</link>${more}</item>`;
const words = (count: number) => 'The boats came home at dawn. '.repeat(count);

test('a feed says what it is, and its newest entries come first', () => {
  const dated = [1, 2, 3, 4, 5, 6].map((day) => item(`Day ${day}`, `<pubDate>0${day} May 2024 06:00:00 GMT</pubDate>`));
  const found = preview(
    dated.join(''),
    '<title>The &amp;lt;b&amp;gt;Paper</title><link>https://paper.example/</link><description>All the &lt;b&gt;news&lt;/b&gt;</description><language>en-gb</language>',
  );
  expect(found).toMatchObject({
    url: URL,
    format: 'rss',
    siteUrl: 'https://paper.example/',
    description: 'All the news',
    language: 'en-gb',
    entryCount: 6,
    entriesPerWeek: 7,
    hasPictures: false,
    hasAudio: false,
  });
  expect(found.entries.map(({ title }) => title)).toEqual(['Day 6', 'Day 5', 'Day 4', 'Day 3', 'Day 2']);
  expect(found.entries[0]).toMatchObject({
    url: 'https://paper.example/Day%206',
    published: { at: Date.UTC(2024, 4, 6, 6) },
  });
});

test.each([
  [
    'the whole text',
    `<description>Short.</description><content:encoded>&lt;p&gt;${words(30)}&lt;/p&gt;</content:encoded>`,
    'full',
  ],
  ['a long text that is called a summary', `<description>${words(80)}</description>`, 'full'],
  [
    'a short whole text beside a shorter summary',
    `<description>Short.</description><content:encoded>${words(5)}</content:encoded>`,
    'full',
  ],
  ['a few lines', `<description>${words(5)}</description>`, 'summaries'],
  ['the beginning, called the whole', `<content:encoded>${words(30)}… Read more</content:encoded>`, 'summaries'],
  ['nothing', '', 'titles'],
  ['the title once more', '<description>One</description>', 'titles'],
])('entries that bring %s', (_, more, content) => {
  expect(preview(item('One', more)).content).toBe(content);
});

test('pictures and sound are told', () => {
  expect(preview(item('One', '<description>&lt;img src="/a.jpg"&gt;</description>')).hasPictures).toBe(true);
  expect(preview(item('One', '<enclosure url="/a.mp3" type="audio/mpeg" length="1"/>')).hasAudio).toBe(true);
});

test('a feed without entries or dates has no rhythm', () => {
  expect(preview('')).toMatchObject({ entryCount: 0, entries: [], content: null, entriesPerWeek: null });
  expect(preview(item('One') + item('Two')).entriesPerWeek).toBeNull();
});

test('how often it publishes is told by its newest entries', () => {
  const old = item('Old', '<pubDate>01 May 1999 06:00:00 GMT</pubDate>');
  const recent = Array.from({ length: 30 }, (_, n) =>
    item(`${n}`, `<pubDate>${new Date(Date.UTC(2024, 0, 1 + n)).toUTCString()}</pubDate>`),
  );
  expect(preview(recent.join('') + old).entriesPerWeek).toBe(7);
});
