import { expect, test } from 'vitest';
import { articleFrom } from '../article.testing.ts';
import { type FeedReading, readFetchedFeed } from './reading.ts';

const AT = 'https://quay.example/feed';
const fetched = (text: string, mediaType: string | null = 'application/rss+xml') =>
  readFetchedFeed({ name: '', bytes: new TextEncoder().encode(text), mediaType, url: AT });

function feedOf(text: string, mediaType?: string): FeedReading {
  const reading = fetched(text, mediaType);
  if (!reading.ok) throw new Error(reading.message);
  return reading;
}

const QUAY = `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:a="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
  <channel>
    <title>The &lt;b&gt;Quay&lt;/b&gt; &amp;amp; Co</title><link>/</link><description>All  tides.</description><language>en</language>
    <a:link rel="self" href="/feed"/><a:link rel="next" href="?page=2"/><a:link rel="prev-archive" href="/2025.xml"/><fh:complete/>
    <ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>x</hour></skipHours>
    <skipDays><day>Saturday</day><day>Sunday</day></skipDays>
    <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
    <itunes:new-feed-url>https://new.example/feed</itunes:new-feed-url><itunes:complete>Yes</itunes:complete>
    <item><guid isPermaLink="false">q1</guid><link>/one</link><title>One</title><description>First.</description><slash:comments>3</slash:comments></item>
    <item><link>/two</link><title>Two</title></item>
  </channel></rss>`;

test('what a feed says of itself and of when to ask for it', () => {
  expect(feedOf(QUAY)).toMatchObject({
    format: 'rss',
    encoding: 'utf-8',
    head: {
      title: 'The Quay & Co',
      description: 'All tides.',
      siteUrl: 'https://quay.example/',
      selfUrl: 'https://quay.example/feed',
      language: 'en',
      newFeedUrl: 'https://new.example/feed',
    },
    hints: { ttlMinutes: 90, updateMinutes: 360, skipHours: [0, 7], skipDays: [6, 0] },
    extent: {
      isComplete: true,
      isFinished: true,
      nextUrl: 'https://quay.example/feed?page=2',
      previousArchiveUrl: 'https://quay.example/2025.xml',
      isTruncated: false,
    },
  });
});

test('an entry is a file of its own, with what tells who it is', async () => {
  const { entries } = feedOf(QUAY);
  expect(entries.map(({ id, url, title }) => [id, url, title])).toEqual([
    ['q1', 'https://quay.example/one', 'One'],
    [null, 'https://quay.example/two', 'Two'],
  ]);
  const [first] = entries;
  const { draft } = await articleFrom(first?.payload ?? { name: '', bytes: new Uint8Array() });
  expect(draft).toMatchObject({ title: 'One', text: 'First.', url: 'https://quay.example/one' });
});

const hashes = (text: string) => feedOf(text).entries.map(({ hash }) => hash);

test('its hash changes with its words, not with its feed or with what others count', () => {
  const before = hashes(QUAY);
  expect(hashes(QUAY.replace('All  tides', 'Other').replace('>3<', '>4<'))).toEqual(before);
  const after = hashes(QUAY.replace('First.', 'First, corrected.'));
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
});

test('names that several entries share tell none of them', () => {
  const { entries } = feedOf(
    `<rss><channel>${['a', 'b', 'c'].map((word) => `<item><guid>same</guid><link>/all</link><title>${word}</title></item>`).join('')}</channel></rss>`,
  );
  expect(entries.map(({ id, isUrlShared }) => [id, isUrlShared])).toEqual([
    [null, true],
    [null, true],
    [null, true],
  ]);
});

test('JSON Feed: pages, an end, an address relative to the feed', () => {
  const file = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Jot',
    next_url: '/page/2',
    expired: true,
    favicon: '/i.png',
    items: [{ id: 7, url: '/7' }],
  };
  expect(feedOf(JSON.stringify(file), 'application/json')).toMatchObject({
    format: 'json',
    head: { title: 'Jot', iconUrl: 'https://quay.example/i.png' },
    extent: { isFinished: true, nextUrl: 'https://quay.example/page/2' },
    entries: [{ id: '7', url: 'https://quay.example/7' }],
  });
});

test('a feed without entries is one; what a server printed before it is passed over', () => {
  expect(feedOf('<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title></feed>').entries).toEqual([]);
  const warned = `<br />\n<b>Warning</b>: something in line <b>3</b><br />\n${QUAY}`;
  expect(feedOf(warned, 'text/html')).toMatchObject({ head: { siteUrl: 'https://quay.example/' } });
  expect(feedOf(warned).entries).toHaveLength(2);
});

test('a feed that ends in the middle says so', () => {
  expect(feedOf(QUAY.slice(0, QUAY.indexOf('<title>Two'))).extent.isTruncated).toBe(true);
});

test('what is no feed is refused, and it is said what it is', () => {
  const refusals: readonly (readonly [string, string])[] = [
    ['<!DOCTYPE html><html><body>Sign in</body></html>', 'What came is a web page, not a feed'],
    ['<opml><body/></opml>', 'What came is XML, but no feed'],
    [
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x/></rdf:RDF>',
      'What came is XML, but no feed',
    ],
    ['{"items": "none"}', 'What came is JSON, but no JSON Feed'],
    ['Not found', 'What came is neither XML nor JSON, and so no feed'],
    ['  ', 'What came was empty'],
  ];
  for (const [text, message] of refusals) expect(fetched(text)).toMatchObject({ ok: false, message });
});
