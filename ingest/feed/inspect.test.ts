import { expect, test } from 'vitest';
import { inspectFeed } from './inspect.ts';

const inspected = (text: string | Uint8Array, more: { mediaType?: string; isRaw?: boolean; name?: string } = {}) =>
  inspectFeed(
    {
      name: more.name ?? 'feed.xml',
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
      mediaType: more.mediaType ?? null,
      url: 'https://mole.example/feed.xml',
    },
    more.isRaw ?? false,
  );

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
  <title>Mole &lt;b&gt;</title><subtitle type="html">All &lt;i&gt;piers&lt;/i&gt;</subtitle><id>urn:mole</id><link href="/"/>
  <updated>2026-05-04T03:02:01+02:00</updated><author><name>Ida</name><email>ida@mole.example</email><uri>/ida</uri></author>
  <rights>Free</rights><logo>/logo.png</logo><icon>/icon.png</icon><generator>Hand</generator><category term="sea" label="The sea"/>
  <entry><title type="html">One &lt;em onclick="x()"&gt;pier&lt;/em&gt;</title><id>urn:mole:1</id><link href="/1"/>
    <link rel="enclosure" href="/1.mp3" type="audio/mpeg" length="12"/><link rel="replies" href="/1#talk"/>
    <published>2026-05-03</published><summary>In &lt;short&gt;</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="2" title="Two">two</a><img src="/p.png"/></p></div></content>
    <source><title>Elsewhere</title><link href="https://else.example/"/></source></entry>
  <entry><title>Two</title><link href="javascript:alert(1)"/></entry>
</feed>`;

test('a feed as it states itself, made safe', () => {
  const view = inspected(ATOM);
  expect(view).toMatchObject({
    format: 'atom',
    bozo: false,
    encoding: 'utf-8',
    feed: {
      title: 'Mole <b>',
      description: 'All <i>piers</i>',
      siteUrl: 'https://mole.example/',
      id: 'urn:mole',
      language: 'en',
      authors: [{ name: 'Ida', email: 'ida@mole.example', url: 'https://mole.example/ida' }],
      updatedAt: '2026-05-04T01:02:01.000Z',
      publishedAt: null,
      categories: ['sea', 'The sea'],
      rights: 'Free',
      imageUrl: 'https://mole.example/logo.png',
      iconUrl: 'https://mole.example/icon.png',
      generator: 'Hand',
    },
  });
  expect(view?.entries).toMatchObject([
    {
      id: 'urn:mole:1',
      url: 'https://mole.example/1',
      title: 'One <em>pier</em>',
      summaryHtml: 'In &lt;short&gt;',
      contentHtml:
        '<p>See <a href="https://mole.example/2" title="Two">two</a><img src="https://mole.example/p.png" alt="" /></p>',
      publishedAt: '2026-05-03T00:00:00.000Z',
      enclosures: [{ url: 'https://mole.example/1.mp3', mediaType: 'audio/mpeg', lengthBytes: 12 }],
      commentsUrl: 'https://mole.example/1#talk',
      source: { title: 'Elsewhere', url: 'https://else.example/' },
    },
    { title: 'Two', url: null },
  ]);
});

test('and as it was before', () => {
  const entries = inspected(ATOM, { isRaw: true })?.entries;
  expect(entries?.[0]?.title).toBe('One <em onclick="x()">pier</em>');
  expect(entries?.[1]?.url).toBe('javascript:alert(1)');
});

test('what breaks the rules is read and says so', () => {
  const rss = (title: string) =>
    `<rss version="2.0"><channel><title>${title}</title><item><title>I</title></item></channel></rss>`;
  expect(inspected(rss('T'))?.bozo).toBe(false);
  expect(inspected(rss('Q & A'))).toMatchObject({ bozo: true, feed: { title: 'Q & A' } });
  expect(inspected(rss('T'), { mediaType: 'text/plain' })?.bozo).toBe(true);
  expect(inspected(rss('T'), { mediaType: 'application/rss+xml' })?.bozo).toBe(false);
  const latin = Uint8Array.from(rss('Größe'), (character) => character.charCodeAt(0));
  expect(inspected(latin)).toMatchObject({ bozo: true, encoding: 'windows-1252', feed: { title: 'Größe' } });
  expect(inspected(latin, { mediaType: 'text/xml; charset=iso-8859-1' })).toMatchObject({
    bozo: false,
    feed: { title: 'Größe' },
  });
});

test('a file of no kind that is known is a feed by what it holds, a page is none', () => {
  expect(inspected('<rss><channel><title>T</title></channel></rss>', { name: 'feed.php' })?.feed.title).toBe('T');
  expect(inspected('<!DOCTYPE html><html><body><rss/></body></html>')).toBeNull();
  expect(inspected('A line about <rss>.', { name: 'a.txt' })).toBeNull();
});

test('letters that a program spoiled on the way are mended, and names a file declares are read', () => {
  const view = inspected(
    `<!DOCTYPE rss [<!ENTITY me "urn:me:">]><rss><channel><title>Caf&#195;&#169; â\u0080\u0093 mer</title>
      <item><guid>&me;1</guid><title>&lt;!DOCTYPE</title><description><![CDATA[About <!DOCTYPE]]></description></item></channel></rss>`,
  );
  expect(view?.feed.title).toBe('Café – mer');
  expect(view?.entries[0]).toMatchObject({ id: 'urn:me:1', summaryHtml: 'About &lt;!DOCTYPE' });
});

test('entries are found where an element before them was not closed', () => {
  const view = inspected(
    '<rss><channel><title>T</title><description>All<item><title>One</title></item><item><title>Two</title></item></channel></rss>',
  );
  expect(view?.entries.map(({ title }) => title)).toEqual(['One', 'Two']);
});

test('what was taken over is by those it was taken from, and lies where it lay before somebody counted', () => {
  const view =
    inspected(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><title>T</title>
    <entry><title>E</title><link href="https://counter.example/1"/><feedburner:origLink>https://mole.example/1</feedburner:origLink>
      <source><author><name>Ada</name></author></source></entry></feed>`);
  expect(view?.entries[0]).toMatchObject({ url: 'https://mole.example/1', authors: [{ name: 'Ada' }] });
});
