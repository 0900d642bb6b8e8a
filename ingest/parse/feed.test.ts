import { expect, test } from 'vitest';
import { articleFrom } from '../article.testing.ts';
import { ingest } from '../index.ts';
import { NOTHING_TOLD, type Payload } from '../types.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string, more: Partial<Payload> = {}) => ({
  ...NOTHING_TOLD,
  name,
  bytes: bytes(text),
  ...more,
});

async function entriesOf(payload: Payload): Promise<readonly Payload[]> {
  const result = await ingest(payload);
  if (!result.ok) throw new Error(result.message);
  if (!('entries' in result)) throw new Error('It is one article');
  return result.entries;
}

const HARBOUR = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Harbour Gazette</title>
    <link>https://harbour.example/</link>
    <atom:link rel="self" href="https://harbour.example/feed.xml"/>
    <language>en-GB</language>
    <lastBuildDate>Tue, 02 Jun 2026 10:00:00 GMT</lastBuildDate>
    <item>
      <title>Ferry &amp; tide</title>
      <link>https://harbour.example/2026/ferry-and-tide</link>
      <guid isPermaLink="false">hg-1</guid>
      <dc:creator>Ada Quill</dc:creator>
      <pubDate>Mon, 01 Jun 2026 08:30:00 +0200</pubDate>
      <category>Sea</category><category>Boats</category>
      <description>In short.</description>
      <content:encoded><![CDATA[<p>The ferry waits for <a href="/tides">the tide</a>.</p><p><img src="/quay.jpg" alt="The quay"></p>
        <script>alert(1)</script>]]></content:encoded>
    </item>
    <item>
      <title>A link alone</title>
      <link>https://harbour.example/2026/alone</link>
    </item>
  </channel>
</rss>`;

test('each item of RSS is a file of its own that gives the whole article', async () => {
  const [first, second] = await entriesOf(file('harbour.rss', HARBOUR));
  expect(first?.name).toMatch(/^ferry-and-tide-[0-9a-f]{10}\.rss$/);
  const { draft, source, guid } = await articleFrom(first as Payload);
  expect(draft).toMatchObject({
    title: 'Ferry & tide',
    byline: 'Ada Quill',
    siteName: 'Harbour Gazette',
    url: 'https://harbour.example/2026/ferry-and-tide',
    language: 'en',
    description: 'In short.',
    tags: ['Sea', 'Boats'],
    text: 'The ferry waits for the tide.',
    published: { at: Date.UTC(2026, 5, 1, 6, 30), precision: 'second', zone: '+02:00' },
  });
  expect(draft.html).toContain('href="https://harbour.example/tides"');
  expect(draft.html).not.toContain('script');
  expect(draft.images).toMatchObject([{ address: 'https://harbour.example/quay.jpg', alt: 'The quay' }]);
  expect(source).toEqual({ kind: 'feed', key: 'https://harbour.example/feed.xml', name: 'Harbour Gazette' });
  expect(guid).toBeNull();

  const alone = await articleFrom(second as Payload);
  expect(alone.draft).toMatchObject({ title: 'A link alone', url: 'https://harbour.example/2026/alone', text: '' });
});

test('an entry that stays as it was is the same file again in a newer dump', async () => {
  const newer = HARBOUR.replace('02 Jun 2026', '09 Jun 2026').replace(
    '<item>',
    '<item><title>New</title><link>https://harbour.example/new</link></item><item>',
  );
  const before = await entriesOf(file('harbour.rss', HARBOUR));
  const after = await entriesOf(file('harbour-again.xml', newer));
  expect(after.slice(1)).toEqual(before);
});

test('RDF keeps its items beside the channel', async () => {
  const [first] = await entriesOf(
    file(
      'old.rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://old.example/"><title>Old news</title><link>https://old.example/</link></channel>
        <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link><dc:date>2004-05-06</dc:date>
          <description>Words of one.</description></item>
        <item rdf:about="https://old.example/2"><title>Two</title><link>https://old.example/2</link></item>
      </rdf:RDF>`,
    ),
  );
  const { draft } = await articleFrom(first as Payload);
  expect(draft).toMatchObject({ title: 'One', siteName: 'Old news', text: 'Words of one.' });
  expect(draft.published).toMatchObject({ at: Date.UTC(2004, 4, 6), precision: 'day' });
});

test('Atom: what is relative is so to xml:base, the author of the feed stands for those of its entries', async () => {
  const [first, second] = await entriesOf(
    file(
      'notes.atom',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://notes.example/blog/" xml:lang="de">
        <title type="html">Notes &amp;amp; queries</title><id>urn:notes</id><author><name>Berta Feder</name></author>
        <link href="."/>
        <entry xml:base="2026/"><title type="text">About &lt;b&gt; and &amp;nbsp;</title><id>urn:notes:1</id><link href="first.html"/>
          <updated>2026-02-03T04:05:06Z</updated>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="pic.png">this</a>&nbsp;now.</p></div></content></entry>
        <entry><title>Without an address</title><id>urn:notes:2</id><author><name>Carl Tinte</name></author>
          <summary type="html">&lt;p&gt;Only a summary.&lt;/p&gt;</summary></entry>
      </feed>`,
    ),
  );
  const one = await articleFrom(first as Payload);
  expect(one.draft).toMatchObject({
    title: 'About <b> and &nbsp;',
    byline: 'Berta Feder',
    siteName: 'Notes & queries',
    url: 'https://notes.example/blog/2026/first.html',
    language: 'de',
    text: 'See this now.',
  });
  expect(one.draft.html).toContain('href="https://notes.example/blog/2026/pic.png"');
  const two = await articleFrom(second as Payload);
  expect(two.draft).toMatchObject({ title: 'Without an address', byline: 'Carl Tinte', text: 'Only a summary.' });
  expect(two.guid).toBe('urn:notes:2');
});

test('JSON Feed', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Jot',
    home_page_url: 'https://jot.example/',
    authors: [{ name: 'Dora Stift' }],
    items: [
      {
        id: '1',
        url: 'https://jot.example/1',
        content_text: 'First line.\n\nSecond < third.',
        tags: ['x'],
        date_published: '2026-03-04T05:06:07+01:00',
      },
      {
        id: '2',
        url: 'https://jot.example/2',
        title: 'Two',
        content_html: '<p onclick="x()">Hello</p>',
        image: 'https://jot.example/2.jpg',
      },
    ],
  };
  const [first, second] = await entriesOf(file('jot.json', JSON.stringify(feed)));
  const one = await articleFrom(first as Payload);
  expect(one.draft).toMatchObject({
    byline: 'Dora Stift',
    siteName: 'Jot',
    text: 'First line.\n\nSecond < third.',
    tags: ['x'],
  });
  const two = await articleFrom(second as Payload);
  expect(two.draft.html).toBe('<figure><img data-src="https://jot.example/2.jpg" alt="" /></figure>\n<p>Hello</p>');
});

test('a feed of one entry is that article; one of none says so', async () => {
  const single =
    '<rss version="2.0"><channel><title>T</title><item><title>Only</title><description>Words.</description></item></channel></rss>';
  expect((await articleFrom(file('one.xml', single))).draft.title).toBe('Only');
  const none = await ingest(file('none.xml', '<rss version="2.0"><channel><title>T</title></channel></rss>'));
  expect(none).toMatchObject({ ok: false, code: 'empty', message: 'The feed holds no entries' });
});

test('a feed that is cut off or not well-formed is read as far as it goes', async () => {
  const cut = HARBOUR.slice(0, HARBOUR.indexOf('A link alone') + 6);
  const entries = await entriesOf(file('cut.rss', cut));
  expect((await articleFrom(entries[1] as Payload)).draft.title).toBe('A link');
  const wild =
    '<rss><channel><title>Q & A</title><item><title>One & two</title><description>Fish &nbsp;& chips <br> here</description></item></channel></rss>';
  expect((await articleFrom(file('wild.rss', wild))).draft).toMatchObject({ title: 'One & two', siteName: 'Q & A' });
});

test('entities that stand for one another are not expanded', async () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
    <rss><channel><title>T</title><item><title>&b; and &c;</title><description>Words.</description></item></channel></rss>`;
  expect((await articleFrom(file('bomb.xml', bomb))).draft.title).toBe('&b; and &c;');
});

const identityOf = async (entry: Payload) => (await articleFrom(entry)).identity;

test('the same guid for all, or the same link for all, makes them neither one file nor one article', async () => {
  const feeds = [
    ['one', 'two', 'three'].map(
      (word) => `<item><guid>same</guid><title>${word}</title><description>Words</description></item>`,
    ),
    ['one', 'two'].map(
      (word) => `<item><guid>${word}</guid><link>https://a.example/news</link><title>${word}</title></item>`,
    ),
    ['one', 'two'].map((word) => `<item><link>https://a.example/news</link><title>${word}</title></item>`),
  ];
  for (const items of feeds) {
    const entries = await entriesOf(file('same.rss', `<rss><channel>${items.join('')}</channel></rss>`));
    expect(new Set(entries.map(({ name }) => name)).size).toBe(items.length);
    const identities = await Promise.all(entries.map(identityOf));
    expect(new Set(identities.map(({ uid }) => uid)).size).toBe(items.length);
    expect(new Set(identities.flatMap(({ canonicalUrl }) => canonicalUrl ?? [])).size).toBe(0);
  }
});

test('the same for JSON Feed; and an entry that comes twice is one', async () => {
  const items = ['one', 'two'].map((id) => ({ id, url: 'https://a.example/news', content_text: id }));
  const json = { version: 'https://jsonfeed.org/version/1', title: 'A', items };
  const entries = await entriesOf(file('a.json', JSON.stringify(json)));
  const [one, two] = await Promise.all(entries.map(identityOf));
  expect(one?.uid).not.toBe(two?.uid);
  const twice = await entriesOf(file('b.json', JSON.stringify({ ...json, items: [items[0], items[0]] })));
  const [first, again] = await Promise.all(twice.map(identityOf));
  expect(first?.uid).toBe(again?.uid);
});

test('a feed that ends in the middle of its words ends there', async () => {
  const cut = HARBOUR.slice(0, HARBOUR.indexOf('the tide</a>') + 8).replace(
    '<item>',
    '<item><title>Before</title></item><item>',
  );
  const entries = await entriesOf(file('cut.rss', cut));
  expect((await articleFrom(entries[1] as Payload)).draft.text).toBe('The ferry waits for the tide');
});

test('nothing of what a field holds runs, whatever field it is', async () => {
  const attack = `<img src=x onerror="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)">x</a>`;
  const escaped = attack.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const fields = 'title description content:encoded dc:creator author category media:title itunes:summary'.split(' ');
  for (const field of fields) {
    const text = `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${escaped}</title><item><${field}>${escaped}</${field}>
      <title>T</title><link>javascript:alert(4)</link><enclosure url='x" onerror="alert(5)' type="image/png"/></item></channel></rss>`;
    const { draft } = await articleFrom(file('attack.rss', text));
    expect(draft.html).not.toMatch(/script|onerror|javascript/i);
    expect(draft.url).toBeNull();
  }
});
