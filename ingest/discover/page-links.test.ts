import { expect, test } from 'vitest';
import { feedsOfPage } from './page-links.ts';

const PAGE = 'https://paper.example/news/today';
const head = (...links: readonly string[]) =>
  `<!doctype html><html><head>${links.join('\n')}</head><body></body></html>`;
const declared = (html: string) => feedsOfPage(html, PAGE).declared.map(({ url }) => url);
const linked = (html: string) => feedsOfPage(html, PAGE).linked.map(({ url }) => url);

test('several feeds of a page come in its order, with their titles, relative ones made whole', () => {
  const html = head(
    '<link rel="alternate" type="application/rss+xml" title="All &amp; everything" href="/rss.xml">',
    '<LINK REL="Alternate" TYPE="application/atom+xml" HREF="../atom">',
    '<link rel=alternate type=application/feed+json href=//cdn.example/feed.json title=" ">',
  );
  expect(feedsOfPage(html, PAGE).declared).toEqual([
    { url: 'https://paper.example/rss.xml', title: 'All & everything', kind: 'feed' },
    { url: 'https://paper.example/atom', title: null, kind: 'feed' },
    { url: 'https://cdn.example/feed.json', title: null, kind: 'feed' },
  ]);
});

test('feeds of comments come last, in any language', () => {
  const html = head(
    '<link rel="alternate" type="application/rss+xml" title="Paper » Comments Feed" href="/comments/feed/">',
    '<link rel="alternate" type="application/rss+xml" title="Paper » Kommentar-Feed" href="/ein-titel/feed/">',
    '<link rel="alternate" type="application/rss+xml" title="Paper" href="/feed/">',
  );
  expect(feedsOfPage(html, PAGE).declared.map(({ url, kind }) => [url, kind])).toEqual([
    ['https://paper.example/feed/', 'feed'],
    ['https://paper.example/comments/feed/', 'comments'],
    ['https://paper.example/ein-titel/feed/', 'comments'],
  ]);
});

test('what a page is relative to counts, once', () => {
  const html = head(
    '<base href="https://other.example/deep/">',
    '<base href="https://third.example/">',
    '<link rel="alternate" type="application/rss+xml" href="rss.xml">',
  );
  expect(declared(html)).toEqual(['https://other.example/deep/rss.xml']);
});

test.each([
  ['a vague type with a feed’s address', '<link rel="alternate" type="text/xml" href="/feed.xml">', true],
  ['no type with a feed’s address', '<link rel="alternate" href="/index.rss">', true],
  ['JSON at a feed’s address', '<link rel="alternate" type="application/json" href="/feed.json">', true],
  ['a type with parameters', '<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/x">', true],
  ['an old type', '<link rel="alternate" type="application/rdf+xml" href="/x">', true],
  ['rel feed', '<link rel="feed" href="/x">', true],
  ['several relations', '<link rel="home alternate" type="application/atom+xml" href="/x">', true],
  [
    'the link type of readers',
    '<link rel="alternate" type="application/rss+xml" href="feed:https://paper.example/x">',
    true,
  ],
  ['in the body', '<p><link rel="alternate" type="application/rss+xml" href="/x"></p>', true],
  ['another language', '<link rel="alternate" hreflang="de" href="/de/">', false],
  ['an interface for programs', '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/5">', false],
  ['an embedding', '<link rel="alternate" type="application/json+oembed" href="/oembed?url=feed">', false],
  ['an embedding in XML', '<link rel="alternate" type="text/xml+oembed" href="/oembed/feed.xml">', false],
  ['a style', '<link rel="alternate stylesheet" type="text/css" href="/feed.css">', false],
  ['a search', '<link rel="search" type="application/opensearchdescription+xml" href="/search.xml">', false],
  ['nothing', '<link rel="alternate" type="application/rss+xml" href="">', false],
  ['a script', '<link rel="alternate" type="application/rss+xml" href="javascript:x()">', false],
  ['in a comment', '<!-- <link rel="alternate" type="application/rss+xml" href="/x"> -->', false],
  ['in a script', '<script>"<link rel=alternate type=application/rss+xml href=/x>"</script>', false],
])('%s', (_, link, isFeed) => {
  expect(declared(head(link)).length === 1).toBe(isFeed);
});

test('one feed named twice is one', () => {
  const html = head(
    '<link rel="alternate" type="application/rss+xml" href="http://paper.example/feed">',
    '<link rel="alternate" type="application/rss+xml" title="Paper" href="https://www.paper.example/feed/">',
  );
  expect(feedsOfPage(html, PAGE).declared).toEqual([
    { url: 'http://paper.example/feed', title: 'Paper', kind: 'feed' },
  ]);
});

test('links for people that look like feeds are the second choice', () => {
  const html = `<body>
    <a href="/feeds/sport.xml">Sport</a>
    <a href="/blog/rss"><img alt="RSS"></a>
    <a href="?format=atom">this page</a>
    <a href="/follow" aria-label="RSS feed"><svg></svg></a>
    <a href="/news/feeding-the-five-thousand">Feeding the five thousand</a>
    <a href="https://reader.example/add?feed=https://paper.example/rss">Add to a reader</a>
    <a href="https://feeds.paper-syndicate.example/paper">The paper’s feed</a>
    <a href="/about">About</a>
    <a href="#rss">RSS</a>
    <a href="mailto:rss@paper.example">RSS</a>
  </body>`;
  expect(linked(html)).toEqual([
    'https://paper.example/feeds/sport.xml',
    'https://paper.example/blog/rss',
    'https://paper.example/news/today?format=atom',
    'https://paper.example/follow',
    'https://feeds.paper-syndicate.example/paper',
  ]);
});

test('a page of any size and shape is read to its end, and no more than can be chosen from is given', () => {
  const many = Array.from({ length: 5_000 }, (_, nth) => `<a href="/feeds/${nth}.xml">${'<div>'.repeat(20)}</a>`).join(
    '',
  );
  const found = feedsOfPage(`<a href="/rss">x${many}`, PAGE).linked;
  expect(found.length).toBe(200);
  expect(feedsOfPage(`${'<div>'.repeat(100_000)}<link rel=alternate type=application/rss+xml href=/x`, PAGE)).toEqual({
    declared: [],
    linked: [],
  });
});
