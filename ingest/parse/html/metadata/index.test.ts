import { describe, expect, test } from 'vitest';
import { documentOf } from '../document.ts';
import { metadataOf, type PageMetadata } from './index.ts';
import { savedFrom } from './saved.ts';

const PROSE = `<p>${'The harbour opened again on Monday, after a long winter in which nobody could leave. '.repeat(4)}</p>`;
const stated = (head: string, body = `<h1>Talks in Geneva</h1>${PROSE}`, found: string | null = null): PageMetadata =>
  metadataOf(documentOf(`<html><head>${head}</head><body>${body}</body></html>`), found);
const ld = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

describe('title', () => {
  test.each([
    ['<title>Talks in Geneva | The Post</title>', '<h1>Talks in Geneva</h1>', 'Talks in Geneva'],
    ['<title>Talks in Geneva begin again - The Post</title>', '', 'Talks in Geneva begin again'],
    [
      '<title>The Post: Talks in Geneva</title><meta property="og:site_name" content="The Post">',
      '<h1>The Post</h1><h2>Talks in Geneva</h2>',
      'The Post: Talks in Geneva',
    ],
    [
      '<title>The Post - Talks in Geneva</title><meta property="og:site_name" content="The Post">',
      '',
      'Talks in Geneva',
    ],
    ['<title>Talks in Geneva « A Blog</title>', '<h1>A Blog</h1><h2>Talks in Geneva</h2>', 'Talks in Geneva'],
    [
      meta('og:title', 'What Geneva means for all of us'),
      '<h1>Talks in Geneva</h1>',
      'What Geneva means for all of us',
    ],
    [
      meta('og:title', 'Talks in Geneva begin again'),
      '<h1>World news Talks in Geneva begin again</h1>',
      'Talks in Geneva begin again',
    ],
    ['<title>Talks – day 2 – and no end</title>', '<h1>Talks – day 2 – and no end</h1>', 'Talks – day 2 – and no end'],
    ['<title>桥又开了，二百人来看-海岸网</title>', '', '桥又开了，二百人来看'],
    [meta('og:title', 'Tom &amp;amp; Ann&amp;#39;s talks'), '', "Tom & Ann's talks"],
    ['', '<h1><span class="kicker">World</span> Talks in Geneva</h1>', 'Talks in Geneva'],
    ['', '<h1><a href="/t"><span class="label">Update</span> Talks in Geneva</a></h1>', 'Talks in Geneva'],
    ['', '<h1><style>.a{color:red}</style>Talks in Geneva <small>What comes next</small></h1>', 'Talks in Geneva'],
    ['', '<h1><span class="title-label">Talks in Geneva</span></h1>', 'Talks in Geneva'],
    ['', PROSE, null],
  ])('%s %s', (head, body, title) => {
    expect(stated(head, body + PROSE).title).toBe(title);
  });
});

describe('byline', () => {
  test.each([
    [ld('{"@type":"NewsArticle","author":"By Ann Lee"}'), 'Ann Lee'],
    [ld('{"@type":"Article","author":[{"name":"Ann Lee"},{"name":"Bo Ek"},{"name":"Ann Lee"}]}'), 'Ann Lee, Bo Ek'],
    [
      ld('{"@graph":[{"@type":"Person","@id":"#a","name":"Ann Lee"},{"@type":"BlogPosting","author":{"@id":"#a"}}]}'),
      'Ann Lee',
    ],
    [ld('[{"@type":"WebPage"},{"@type":"Report","author":{"@type":"Person","name":["Ann Lee"]}}]'), 'Ann Lee'],
    [ld('{"@type":"Organization","name":"The Post","author":"Nobody"}'), null],
    [ld('{"@type":"NewsArticle","author":"https://news.example/ann"}'), null],
    [ld('{"@type":"NewsArticle","author":"admin"}'), null],
    [ld('{"@type":"NewsArticle", "author": {"name": "Ann\n Lee"},}'), 'Ann Lee'],
    [ld('{broken'), null],
    [meta('article:author', 'https://social.example/ann') + meta('author', 'Ann Lee; Bo Ek'), 'Ann Lee, Bo Ek'],
    ['<meta name="dc.creator" content="Lee, Ann">', 'Lee, Ann'],
    [
      meta('og:site_name', 'The Post') + ld('{"@type":"NewsArticle","author":"The Post"}') + meta('author', 'Ann Lee'),
      'Ann Lee',
    ],
  ])('%s', (head, byline) => {
    expect(stated(head).byline).toBe(byline);
  });

  test.each([
    ['<p>By Ann Lee and Bo Ek</p>', 'Ann Lee and Bo Ek'],
    ['<div class="author-name">Ann Lee</div>', 'Ann Lee'],
    ['<p>Von <a rel="author" href="/a">Ann Lee</a></p>', 'Ann Lee'],
    ['<div itemprop="author" itemscope><a href="/a"><span itemprop="name">Ann Lee</span></a></div>', 'Ann Lee'],
    ['<p>By the time they met, nobody was left.</p>', null],
    ['<div class="comments"><p class="author">Cy Dunn</p></div>', null],
  ])('shown: %s', (line, byline) => {
    expect(stated('', `<h1>Talks in Geneva</h1>${line}${PROSE}`).byline).toBe(byline);
  });
});

describe('dates', () => {
  const day = (y: number, m: number, d: number) => ({ at: Date.UTC(y, m - 1, d), precision: 'day', zone: null });

  test.each([
    [ld('{"@type":"NewsArticle","datePublished":"2020-05-12"}'), '', day(2020, 5, 12)],
    [
      meta('article:published_time', '2020-05-12T08:00:00+02:00'),
      '',
      { at: Date.UTC(2020, 4, 12, 6), precision: 'second', zone: '+02:00' },
    ],
    ['<meta name="DC.date.issued" content="2020-05-12">', '', day(2020, 5, 12)],
    ['', '<p><time datetime="2020-05-12">yesterday</time></p>', day(2020, 5, 12)],
    ['', '<p class="date">12 May 2020</p>', day(2020, 5, 12)],
    ['', '<p>Published 12 May 2020, updated 14 May 2020</p>', day(2020, 5, 12)],
    [ld('{"@type":"NewsArticle","datePublished":"2020-05-12T23:30:00Z"}'), '<p>13 May 2020</p>', day(2020, 5, 13)],
    ['', '<p>They had met on 12 May 2020 for the first time, and nobody knew.</p>', null],
    [ld('{"@type":"NewsArticle","datePublished":"soon"}'), '', null],
  ])('%s %s', (head, line, published) => {
    expect(stated(head, `<h1>Talks in Geneva</h1>${line}${PROSE}`).published).toEqual(published);
  });

  test.each([
    ['behind the article', `<article><h1>Talks in Geneva</h1>${PROSE}</article><p class="date">12 May 2020</p>`],
    [
      'of another story',
      `<h1>Talks in Geneva</h1>${PROSE}<div><div><h3><a href="/b">Ferry</a></h3><p class="date">12 May 2020</p></div></div>`,
    ],
    [
      'of another article',
      `<h1>Talks in Geneva</h1>${PROSE}<article><a href="/b"><h2>Ferry</h2></a><time datetime="2020-05-12">12 May</time></article>`,
    ],
  ])('%s: none', (_, body) => {
    expect(stated('', body).published).toBeNull();
  });

  test('a date of change is no date of publication', () => {
    const { published, modified } = stated('', `<h1>Talks in Geneva</h1><p>Updated: 14 May 2020</p>${PROSE}`);
    expect(published).toBeNull();
    expect(modified).toEqual(day(2020, 5, 14));
  });

  test('the day a page is filed under is its day, when nothing else says', () => {
    expect(stated('', PROSE, 'https://news.example/2020/05/12/talks').published).toEqual(day(2020, 5, 12));
    expect(stated('', PROSE, 'https://news.example/2020/talks').published).toBeNull();
  });
});

test('the publisher that the markup names is the site', () => {
  const publisher = '<div itemprop="publisher" itemscope><meta itemprop="name" content="The Post"></div>';
  expect(stated('', `<h1>Talks in Geneva</h1>${PROSE}${publisher}`).siteName).toBe('The Post');
  expect(stated(meta('og:site_name', 'Post Online'), publisher).siteName).toBe('Post Online');
});

test('keywords are tags as a desk gives them, not as search engines are fed', () => {
  expect(stated(ld('{"@type":"NewsArticle","keywords":"a, b ,a"}')).tags).toEqual(['a', 'b']);
  expect(stated(meta('article:tag', 'a') + meta('article:tag', 'b')).tags).toEqual(['a', 'b']);
  expect(stated('<meta name="keywords" content="a,b">').tags).toEqual([]);
  expect(stated(`<meta name="news_keywords" content="${'abcdefghijklmnop'.split('').join()}">`).tags).toEqual([]);
});

describe('where a page was saved from', () => {
  test.each([
    ['<!-- saved from url=(0027)https://news.example/talks -->', 'https://news.example/talks'],
    ['<!-- saved from url=(0024)https://news.example/a?b --><html>', 'https://news.example/a?b'],
    ['<!DOCTYPE html>\n<!-- saved from url=https://news.example/talks -->', 'https://news.example/talks'],
    [
      '<html><!--\n Page saved with SingleFile \n url: https://news.example/talks \n saved date: x\n-->',
      'https://news.example/talks',
    ],
    ['<html><!-- Archive processed by SingleFile url: file:///home/a.html -->', null],
    ['<p>saved from url=(0027)https://news.example/talks</p>', null],
    ['<!-- url: https://news.example/talks -->', null],
  ])('%s', (html, address) => {
    expect(savedFrom(html)).toBe(address);
  });
});

describe('byline, as pages show it', () => {
  const shown = (lines: string, head = '', after = ''): string | null =>
    stated(head, `<article><h1>Talks in Geneva</h1>${lines}${PROSE}${after}</article>`, 'https://coast.example/talks')
      .byline;

  test.each([
    ['a link to the page of an author', '<p><a href="/author/ann-lee">Ann Lee</a>, 12 May 2020</p>', 'Ann Lee'],
    ['of one without a surname', '<p>5 min · <a href="/blog/autor/tide">tidewriter</a></p>', 'tidewriter'],
    ['a link to a licence', '<p><a href="https://licences.example/by/4.0">CC BY</a></p>', null],
    ['a link to all authors', '<p><a href="/authors/">Our authors</a></p>', null],
    ['a link with a label', '<p>by <a href="/u7">oz</a> on 4 December 2006</p>', 'oz'],
    ['a handle before its date', '<p class="author">by <b>oz</b> on 4 December 2006</p>', 'oz'],
    ['a card', '<p>by <span class="author vcard fn">oz</span> on 4 December 2006</p>', 'oz'],
    [
      'a label on the line above',
      '<dl><dt>Author(s):</dt><dd>Friends of the Old Pier</dd></dl>',
      'Friends of the Old Pier',
    ],
    ['a name and its agency below a label', '<h5>Autor:</h5><p>Peter Maas/CP-X</p>', 'Peter Maas'],
    [
      'languages, of which one is a word for `by`',
      '<ul><li><a href="/de">DE</a></li><li><a href="/cs">CS</a></li></ul>',
      null,
    ],
    ['a part of a line', '<p>Cycling | Por: Juan Diego | Actualizado: 19 abril 2022</p>', 'Juan Diego'],
    ['a word before the name', '<p class="author">Interview: Julia Lang</p>', 'Julia Lang'],
    ['a day behind the name', '<p class="byline">Ann Lee Stand: 05. Februar 2020</p>', 'Ann Lee'],
    ['initials', '<p class="meta">Von R. R. am 07.08.2013</p>', 'R. R.'],
    [
      'twice',
      '<p><a rel="author" href="/a">Ann Lee</a></p><p><a rel="author" href="/a">All articles of Ann Lee</a></p>',
      'Ann Lee',
    ],
    ['how long ago', '<p class="posted">Posted by 6 years ago</p>', null],
    ['who took the picture', '<figure><figcaption class="author">Bo Ek/Agency</figcaption></figure>', null],
    [
      'who took the picture, as an item',
      '<div itemscope itemtype="https://schema.org/ImageObject"><span itemprop="author">Bo Ek/Agency</span></div>',
      null,
    ],
  ])('%s', (_, lines, byline) => {
    expect(shown(lines)).toBe(byline);
  });

  test('in the box about the author below the story', () => {
    expect(shown('', '', '<div class="author-bio"><h3>About Ann Lee</h3><p>She sails.</p></div>')).toBe('Ann Lee');
    expect(shown('', '', '<div class="comment-author"><h3>Cy Dunn</h3></div>')).toBeNull();
  });

  test('in the foot of the article', () => {
    const foot = '<footer><address class="p-author h-card" itemprop="author">Ann Lee</address></footer>';
    expect(shown('', '', foot)).toBe('Ann Lee');
  });

  test('comes before who put the page there, and behind what machines are told', () => {
    expect(shown('<p>By Ann Lee</p>', meta('author', 'Cy Dunn'))).toBe('Ann Lee');
    expect(shown('<p>By Ann Lee</p>', ld('{"@type":"NewsArticle","author":"Bo Ek"}'))).toBe('Bo Ek');
  });

  test('what holds the headline is not beside the article, whatever it is called', () => {
    const body = `<div id="sidebar"><h1>Talks in Geneva</h1><p><a rel="author" href="/a">Ann Lee</a></p>${PROSE}</div>`;
    expect(stated('', body).byline).toBe('Ann Lee');
  });
});

test.each([
  [meta('twitter:label1', 'Written by') + meta('twitter:data1', 'Ann Lee'), 'Ann Lee'],
  [meta('twitter:label1', 'Est. reading time') + meta('twitter:data1', '3 minutes'), null],
  [meta('parsely-author', 'Ann Lee'), 'Ann Lee'],
  [meta('author', 'Coast - Ann Lee'), 'Ann Lee'],
  [meta('author', 'Ann Lee - Staff Writer'), 'Ann Lee'],
  [meta('author', 'ANN LEE, Coast National Political Writer'), 'ANN LEE'],
  [meta('author', 'Redaktion Coast Harbour'), 'Redaktion Coast Harbour'],
  [meta('author', 'Redaktion: Ann Lee'), 'Ann Lee'],
  [meta('author', 'harbouradmin'), null],
  [meta('author', 'Leave a comment'), null],
])('byline stated for services: %s', (head, byline) => {
  expect(stated(meta('og:site_name', 'Coast') + head).byline).toBe(byline);
});

test.each(['Coast – the magazine of the sea', 'Coast, Port Ellery, Norland', 'coast.example'])(
  'the house is an author only where no other is named: %s',
  (house) => {
    const head = meta('og:site_name', 'Coast') + ld(`{"@type":"NewsArticle","author":"${house}"}`);
    expect(stated(head).byline).toBe(house);
    expect(stated(head + meta('author', 'Ann Lee')).byline).toBe('Ann Lee');
  },
);

test.each([
  ['2020-05-12T01:00:00Z', '11 May 2020', 11],
  ['2020-05-12T01:00:00+00:00', '11 May 2020', 11],
  ['2020-05-11T22:00:00-05:00', '12 May 2020', 12],
  ['2020-05-12', '11 May 2020', 11],
  ['2020-05-12T01:00:00Z', '12 May 2020', 12],
  ['2020-05-12T01:00:00Z', '2 May 2020', 12],
])('stated %s and shown as %s', (hour, shown, date) => {
  const head = meta('article:published_time', hour);
  const published = stated(head, `<h1>Talks in Geneva</h1><p class="date">${shown}</p>${PROSE}`).published;
  expect(new Date(published?.at ?? 0).getUTCDate()).toBe(date);
});

test('numbers with dots begin with the day, in a page without a language', () => {
  const { published } = stated('', `<h1>Talks in Geneva</h1><p class="date">Topic // 02.11.2021</p>${PROSE}`);
  expect(new Date(published?.at ?? 0).toISOString().slice(0, 10)).toBe('2021-11-02');
});

test('a headline with a sign in it is whole, though a part of it is a heading too', () => {
  const head = '<title>Part 1: Prologue - The Harbour - Sea Tales</title>';
  const body = '<h2><a href="/">Sea Tales</a></h2><h1>Part 1: Prologue - The Harbour</h1>';
  expect(stated(head, body + PROSE).title).toBe('Part 1: Prologue - The Harbour');
});
