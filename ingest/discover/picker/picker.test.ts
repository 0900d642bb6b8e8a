import { expect, test } from 'vitest';
import type { PageRule } from '../../../contract/feed-look.ts';
import { readFeed } from '../../feed/index.ts';
import { readFetchedFeed } from '../../feed/reading.ts';
import { pageAsFeed } from './as-feed.ts';
import { pickedPage } from './page.ts';
import { proposalsOn } from './proposals.ts';

const URL = 'https://paper.example/news/';
const TITLES = [
  'Ferry returns after winter',
  'Harbour wall to be mended',
  'Market moves to the square',
  'School choir sings in May',
];
const NAV = `<nav><ul>${['Home page', 'Sport and more', 'Weather today', 'About this paper', 'Contact the desk'].map((name, n) => `<li><a href="/s/${n}">${name}</a></li>`).join('')}</ul></nav>`;
const page = (main: string, head = '<title>The Paper</title>') =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${NAV}<main>${main}</main>
  <footer><ul>${['Privacy notice', 'Terms of use', 'Cookies we set'].map((name, n) => `<li><a href="/f/${n}">${name}</a></li>`).join('')}</ul></footer></body></html>`;
const proposals = (html: string) => {
  const picked = pickedPage(html, URL);
  return picked ? proposalsOn(picked) : [];
};
const stories = (one: (title: string, nth: number) => string) => TITLES.map(one).join('\n');

const ARTICLES = page(
  stories(
    (title, n) => `<article class="teaser teaser--${n % 2 ? 'odd' : 'even'} css-${n}1f3a9">
      <a href="/2024/story-${n}"><img src="/${n}.jpg" alt=""></a>
      <h2 class="headline"><a href="/2024/story-${n}">${title}</a></h2>
      <time datetime="2024-05-0${n + 1}T08:00:00Z">${n + 1} May</time>
      <p>Words about it, as many as a teaser has, and then a few more. <a href="/2024/story-${n}">Read more</a></p>
    </article>`,
  ),
);

test('teasers with headings and dates are the first thing proposed, and menus are not', () => {
  const [first] = proposals(ARTICLES);
  expect(first?.itemCount).toBe(4);
  expect(first?.samples.map(({ title }) => title)).toEqual(TITLES);
  expect(first?.samples[0]).toEqual({
    title: TITLES[0],
    url: 'https://paper.example/2024/story-0',
    published: expect.objectContaining({ at: Date.UTC(2024, 4, 1, 8) }),
  });
});

test('names that change with every version of a site are in no rule', () => {
  const { item, ...within } = proposals(ARTICLES)[0]?.rule ?? { item: '' };
  expect(item).toBe('article.teaser');
  expect(JSON.stringify(within)).not.toMatch(/css-|odd|even/);
});

test.each([
  [
    'a plain list',
    `<ul class="news">${stories((title, n) => `<li><a href="/${n}">${title}</a> (0${n + 1}.05.2024)</li>`)}</ul>`,
  ],
  [
    'a list whose links are the entries',
    `<div class="cards">${stories((title, n) => `<a class="card" href="/${n}"><h3>${title}</h3><p>Words about it</p></a>`)}</div>`,
  ],
  [
    'a table',
    `<table>${stories((title, n) => `<tr><td>0${n + 1}.05.2024</td><td><a href="/${n}">${title}</a></td></tr>`)}</table>`,
  ],
  [
    'a list of definitions',
    `<dl>${stories((title, n) => `<dt><a href="/${n}">${title}</a></dt><dd>Words about it</dd>`)}</dl>`,
  ],
  [
    'names of layouts only',
    `<div class="mt-4 md:grid">${stories((title, n) => `<div class="p-2 md:w-1/2"><div class="text-[14px]"><a href="/${n}">${title}</a></div></div>`)}</div>`,
  ],
])('%s', (_, main) => {
  const [first] = proposals(page(main));
  expect(first?.samples.map(({ title }) => title)).toEqual(TITLES);
  expect(first?.itemCount).toBe(4);
});

test('dates that are only words are found', () => {
  const html = page(
    stories(
      (title, n) =>
        `<div class="entry"><span class="when">0${n + 1} May 2024</span><h3><a href="/${n}">${title}</a></h3></div>`,
    ),
  );
  const [first] = proposals(html);
  expect(first?.rule.date).toBe('span.when');
  expect(first?.samples.map(({ published }) => published?.at)).toEqual(
    [1, 2, 3, 4].map((day) => Date.UTC(2024, 4, day)),
  );
});

test('links among the words of an article are no list to speak of', () => {
  const text = TITLES.map(
    (title, n) =>
      `<p>Yesterday the council spoke at length of <a href="/${n}">${title}</a>, and nobody was much the wiser.</p>`,
  ).join('');
  const list = stories((title, n) => `<div class="entry"><h3><a href="/story/${n}">${title}</a></h3></div>`);
  expect(proposals(page(`${text}${list}`))[0]?.rule.item).toBe('div.entry');
});

test('a page without lists, and one that is too large, have no proposals', () => {
  expect(proposals('<p>Words</p>')).toEqual([]);
  expect(proposals('')).toEqual([]);
  expect(proposals(`<ul>${'<li><a href="/x">x</a></li>'.repeat(40_000)}</ul>`)).toEqual([]);
});

const RULE: PageRule = { item: 'article.teaser', title: 'h2', link: 'h2 a', date: 'time' };

const fetched = (html: string) => ({
  bytes: new TextEncoder().encode(html),
  mediaType: 'text/html',
  url: URL,
  name: 'page.html',
});

test('a page is a feed by its rule: titles, links and dates, each page once', () => {
  const again = '<article class="teaser"><h2><a href="/2024/story-0">Again</a></h2></article></main>';
  const file = pageAsFeed(fetched(ARTICLES.replace('</main>', again)), RULE);
  const feed = 'ok' in file ? null : readFeed(new TextDecoder().decode(file.bytes), URL);
  expect(feed?.head).toMatchObject({ title: { value: 'The Paper' }, siteUrl: URL, language: 'en' });
  expect(feed?.entries.map(({ url, title, published }) => [url, title?.value, published?.at])).toEqual(
    TITLES.map((title, n) => [`https://paper.example/2024/story-${n}`, title, Date.UTC(2024, 4, n + 1, 8)]),
  );
});

test.each([
  ['selectors nobody can read', { ...RULE, item: '][' }],
  ['nothing there', { ...RULE, item: 'article.gone' }],
  ['entries without links', { ...RULE, link: 'b' }],
])('%s give no feed', (_, rule) => {
  expect(pageAsFeed(fetched(ARTICLES), rule)).toMatchObject({ ok: false, code: 'malformed' });
});

test('it goes the way of all feeds, and its entries are the same from fetch to fetch', () => {
  const read = (html: string) => {
    const file = pageAsFeed(fetched(html), RULE);
    return 'ok' in file ? file : readFetchedFeed(file);
  };
  const first = read(ARTICLES);
  const second = read(ARTICLES.replace('Words about it', 'Other words about it'));
  if (!first.ok || !second.ok) throw new Error('not read');
  expect(first.head).toMatchObject({ title: 'The Paper', siteUrl: URL });
  expect(first.entries.map(({ id, title }) => [id, title])).toEqual(
    TITLES.map((title, n) => [`https://paper.example/2024/story-${n}`, title]),
  );
  expect(second.entries.map(({ hash }) => hash)).toEqual(first.entries.map(({ hash }) => hash));
});

test('a site that was rebuilt is noticed', () => {
  expect(pageAsFeed(fetched('<p>Our new site</p>'), RULE)).toMatchObject({
    ok: false,
    message: expect.stringContaining('has changed'),
  });
});
