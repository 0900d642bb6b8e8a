import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestEngine, testEngine } from '../testing.ts';
import { type Answers, site } from './site.testing.ts';

let home: TestEngine;
beforeAll(async () => {
  home = await testEngine({ allowPrivateNetworks: true });
});
afterAll(() => home[Symbol.asyncDispose]());

const look = (address: string, engine = home, allowPrivate = false) =>
  engine.client.call('feeds.look', { address, allowPrivate });

const entry = (n: number) =>
  `<item><title>Story ${n}</title><link>/story/${n}</link><pubDate>0${n} May 2024 06:00:00 GMT</pubDate><description>Words</description></item>`;
const rss = (title: string, ...entries: readonly number[]) =>
  `<rss version="2.0"><channel><title>${title}</title>${entries.map(entry).join('')}</channel></rss>`;
const PAPER = rss('Paper', 1, 2, 3);
const page = (head = '', body = '<p>Words</p>') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const alternate = (href: string, title = '') =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;

test('an address that is a feed is the one candidate, seen with one request', async () => {
  await using paper = await site({ '/rss': PAPER });
  const { candidates, preview, problem } = await look(`feed:${paper.url}/rss`);
  expect(candidates).toEqual([{ url: `${paper.url}/rss`, title: 'Paper', kind: 'feed' }]);
  expect(preview).toMatchObject({ title: 'Paper', entryCount: 3, content: 'summaries', entriesPerWeek: 7 });
  expect(preview?.entries.map(({ title }) => title)).toEqual(['Story 3', 'Story 2', 'Story 1']);
  expect(problem).toBeNull();
  expect(paper.asked).toEqual(['/rss']);
});

test('a page gives the feeds it names, the first of them seen, feeds of comments last', async () => {
  await using paper = await site({
    '/': page(
      alternate('/comments/feed', 'Comments') + alternate('/all.xml', 'All') + alternate('/sport.xml', 'Sport'),
    ),
    '/all.xml': PAPER,
  });
  const { candidates, preview } = await look(`look at ${paper.url}/, said Ada`);
  expect(candidates).toEqual([
    { url: `${paper.url}/all.xml`, title: 'All', kind: 'feed' },
    { url: `${paper.url}/sport.xml`, title: 'Sport', kind: 'feed' },
    { url: `${paper.url}/comments/feed`, title: 'Comments', kind: 'comments' },
  ]);
  expect(preview?.url).toBe(`${paper.url}/all.xml`);
  expect(paper.asked).toEqual(['/', '/all.xml']);
});

test('what is named and is no feed is left out; an empty feed comes behind one with entries', async () => {
  await using paper = await site({
    '/': page(alternate('/gone') + alternate('/empty') + alternate('/full')),
    '/empty': rss('Empty'),
    '/full': PAPER,
  });
  const { candidates } = await look(paper.url);
  expect(candidates.map(({ url }) => new URL(url).pathname)).toEqual(['/full', '/empty']);
});

test('links for people are the second choice, by way of a page about feeds if need be', async () => {
  await using paper = await site({
    '/': page('', '<a href="/about/rss">RSS</a>'),
    '/about/rss': page('', '<a href="/feeds/news.xml">News</a> <a href="/feeds/sport.xml">Sport</a>'),
    '/feeds/news.xml': PAPER,
  });
  const { candidates } = await look(paper.url);
  expect(candidates.map(({ url, title }) => [new URL(url).pathname, title])).toEqual([
    ['/feeds/news.xml', 'News'],
    ['/feeds/sport.xml', 'Sport'],
  ]);
});

test('usual places are tried last, and no further than the first that is one', async () => {
  await using paper = await site({ '/blog/': page(), '/atom.xml': PAPER, '/feed': page(), '/feed.xml': PAPER });
  const { candidates } = await look(`${paper.url}/blog/`);
  expect(candidates.map(({ url }) => url)).toEqual([`${paper.url}/atom.xml`]);
  expect(paper.asked).toEqual([
    '/blog/',
    '/blog/feed',
    '/blog/index.xml',
    '/blog/atom.xml',
    '/feed',
    '/rss',
    '/atom.xml',
  ]);
});

test('the profile of somebody on a server of the fediverse needs no page', async () => {
  await using social = await site({ '/@ada.rss': rss('Ada', 1) });
  expect((await look(`${social.url}/@ada`)).candidates.map(({ url }) => url)).toEqual([`${social.url}/@ada.rss`]);
  expect(social.asked).toEqual(['/@ada.rss']);
});

test('where a rule was wrong the page is asked', async () => {
  await using other = await site({ '/@ada': page(alternate('/feeds/ada')), '/feeds/ada': PAPER });
  expect((await look(`${other.url}/@ada`)).candidates.map(({ url }) => url)).toEqual([`${other.url}/feeds/ada`]);
});

test('what has moved for good is subscribed to where it is, what leads elsewhere for now where it was', async () => {
  await using paper = await site({
    '/old': { status: 301, headers: { location: '/new' } },
    '/today': { status: 302, headers: { location: '/new' } },
    '/new': PAPER,
  });
  expect((await look(`${paper.url}/old`)).preview?.url).toBe(`${paper.url}/new`);
  expect((await look(`${paper.url}/today`)).preview?.url).toBe(`${paper.url}/today`);
});

test('an article that is gone leads to its site', async () => {
  await using paper = await site({ '/': page(alternate('/rss')), '/rss': PAPER });
  const { candidates, problem } = await look(`${paper.url}/2019/an-article`);
  expect(candidates.map(({ url }) => url)).toEqual([`${paper.url}/rss`]);
  expect(problem).toBeNull();
});

test.each<readonly [string, Answers, string, string, RegExp]>([
  ['a page without feeds', { '/': page() }, '/', 'no-feed', /no feed was found/],
  ['a door', { '/': page('', '<form><input type="password"></form>') }, '/', 'login', /password/],
  ['a server that wants a password', { '/': { status: 401 } }, '/', 'login', /name and a password/],
  ['nothing', { '/': page() }, '/nothing', 'not-found', /404/],
  [
    'a picture',
    { '/': { headers: { 'content-type': 'image/png' }, body: '\u0089PNG\0\0\0' } },
    '/',
    'no-feed',
    /neither/,
  ],
  ['a server out of order', { '/': { status: 503 } }, '/', 'unreachable', /503|out of order/],
])('%s is said to be that, in a handful of requests', async (_, answers, path, code, words) => {
  // One that is out of order is left alone for a while: it is not to be that of the other tests.
  await using paper = await site(answers, '127.0.0.2');
  const { candidates, preview, problem } = await look(paper.url + path);
  expect({ candidates, preview }).toEqual({ candidates: [], preview: null });
  expect(problem).toEqual({ code, message: expect.stringMatching(words) });
  expect(paper.asked.length).toBeLessThanOrEqual(14);
});

test('a name and password are sent to the origin they were typed for, and come back with its feeds', async () => {
  await using other = await site({ '/rss': PAPER });
  await using paper = await site({
    '/': page(alternate('/rss') + alternate(`${other.url}/rss`)),
    '/rss': rss('Paper'),
  });
  const { candidates } = await look(paper.url.replace('//', '//ada:s%20crt@'));
  expect(candidates.map(({ url }) => url)).toEqual([
    `${other.url}/rss`,
    `${paper.url.replace('//', '//ada:s%20crt@')}/rss`,
  ]);
  const sent = (at: typeof paper) => at.requests.map(({ headers }) => headers.authorization);
  const expected = `Basic ${Buffer.from('ada:s crt').toString('base64')}`;
  expect([sent(paper), sent(other)]).toEqual([[expected, expected], [undefined]]);
});

test('what is no address is asked of nobody', async () => {
  expect(await look('what is this')).toMatchObject({ problem: { code: 'no-address' } });
});

test('an address on the own network needs a yes, and what a page leads to there is not asked', async () => {
  await using strict = await testEngine();
  await using nas = await site({ '/': page(alternate('/rss')), '/rss': PAPER });
  expect(await look(nas.url, strict)).toMatchObject({ problem: { code: 'private-address', message: /own network/ } });
  expect(nas.asked).toEqual([]);
  await using other = await site({ '/rss': PAPER });
  nas.answer({ '/': page(alternate(`${other.url}/rss`) + alternate('/rss')), '/rss': PAPER });
  const { candidates } = await look(nas.url, strict, true);
  expect(candidates.map(({ url }) => url)).toEqual([`${nas.url}/rss`]);
  expect(other.asked).toEqual([]);
});

test('in offline mode nothing is asked, and it is said why', async () => {
  await using away = await testEngine({ allowPrivateNetworks: true });
  await using paper = await site({ '/rss': PAPER });
  await away.client.call('settings.set', { isOfflineMode: true });
  expect(await look(`${paper.url}/rss`, away)).toMatchObject({ problem: { code: 'offline-mode' } });
  expect(paper.asked).toEqual([]);
});

test('every request of a look stands in the ledger with its reason', async () => {
  await using own = await testEngine({ allowPrivateNetworks: true });
  await using paper = await site({ '/': page(alternate('/rss')), '/rss': PAPER });
  await look(paper.url, own);
  const { requests } = await own.client.call('ledger.list', { after: null, limit: 10 });
  expect(requests.map(({ url, why }) => [new URL(url).pathname, why])).toEqual([
    ['/rss', 'preview'],
    ['/', 'discovery'],
  ]);
});

test('one of several feeds is seen by itself', async () => {
  await using paper = await site({ '/rss': PAPER, '/page': page() });
  const preview = (path: string) => home.client.call('feeds.preview', { url: paper.url + path, allowPrivate: false });
  expect((await preview('/rss')).preview).toMatchObject({ title: 'Paper', entryCount: 3 });
  expect(await preview('/page')).toMatchObject({ preview: null, problem: { code: 'no-feed' } });
  expect(paper.asked).toEqual(['/rss', '/page']);
});

test('a page without a feed proposes its lists', async () => {
  const stories = ['Ferry returns after winter', 'Harbour wall to be mended', 'Market moves to the square'];
  await using paper = await site({
    '/news': page(
      '<title>Paper</title>',
      stories.map((title, n) => `<div class="entry"><h2><a href="/${n}">${title}</a></h2></div>`).join(''),
    ),
    '/empty': page(),
  });
  const pick = (path: string) => home.client.call('feeds.pick', { url: paper.url + path, allowPrivate: false });
  const { title, proposals, problem } = await pick('/news');
  expect({ title, problem }).toEqual({ title: 'Paper', problem: null });
  expect(proposals[0]).toMatchObject({ itemCount: 3, rule: { item: 'div.entry' } });
  expect(proposals[0]?.samples.map((sample) => sample.title)).toEqual(stories);
  expect(await pick('/empty')).toMatchObject({ proposals: [], problem: { code: 'no-feed' } });
});
