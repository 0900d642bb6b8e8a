import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { query } from '../../db/testing.ts';
import { type TestEngine, testEngine, writeTree } from '../testing.ts';
import { feedServer, rss } from './feed-server.testing.ts';

let app: TestEngine;
let site: Awaited<ReturnType<typeof feedServer>>;
/** What the engine takes for the time. */
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 15, 12);
  site = await feedServer();
  app = await testEngine({ allowPrivateNetworks: true, now: () => clock });
});
afterEach(async () => {
  await app[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

const subscribe = (path = '/feed') =>
  app.client.call('feeds.subscribe', { url: site.url(path), folderId: null, allowPrivate: true });
const sync = () => app.engine.feeds.sync({ ids: null, signal: new AbortController().signal, onRefreshed: () => {} });
const titles = async () => (await app.articles()).map(({ title }) => title);
const feed = async () => {
  const [first] = (await app.client.call('feeds.list', null)).feeds;
  if (!first) throw new Error('No feed');
  return first;
};

describe('subscribing', () => {
  test('brings what the feed holds, in its order, to be read, found and counted', async () => {
    site.pages['/feed'] = rss([{ title: 'Newest' }, { title: 'Older', text: 'Herring at the pier.' }]);
    expect(await subscribe()).toMatchObject({
      ...{ name: 'The Quay', siteUrl: 'https://quay.example/', unread: 2, total: 2 },
      health: { state: 'fresh', failures: 0, error: null, nextAt: expect.any(Number) },
    });
    expect(await titles()).toEqual(['Newest', 'Older']);
    const found = await app.client.call('search.run', { text: 'herring', filter: query().filter, limit: 5, offset: 0 });
    expect(found.hits.map(({ article }) => [article.title, article.source.name])).toEqual([['Older', 'The Quay']]);
    expect(site.asked.map(({ path }) => path)).toEqual(['/feed']);
    expect(site.asked[0]?.headers).not.toHaveProperty('cookie');
  });

  test('reads an address as a look does, and keeps the name and password that were typed', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    const typed = `“view-source:${site.url('/feed').replace('://', '://ada:s%40crt@')}”.`;
    const feed = await app.client.call('feeds.subscribe', { url: typed, folderId: null, allowPrivate: true });
    expect(feed.url).toBe(site.url('/feed').replace('://', '://ada:s%40crt@'));
    expect(site.asked[0]?.headers.authorization).toBe(`Basic ${btoa('ada:s@crt')}`);
    await expect(
      app.client.call('feeds.subscribe', { url: 'ada@paper.example', folderId: null, allowPrivate: true }),
    ).rejects.toMatchObject({ code: 'not-possible' });
  });

  test('twice is once', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    const first = await subscribe();
    expect(await subscribe()).toEqual(first);
    expect(site.asked).toHaveLength(1);
  });

  test('one that a list brought is asked once somebody says yes to its place', async () => {
    await using own = await testEngine({ now: () => clock });
    site.pages['/feed'] = rss([{ title: 'One' }]);
    const url = site.url('/feed');
    await own.engine.feeds.lists.take('mine.opml', Buffer.from(`<opml><body><outline xmlUrl="${url}"/></body></opml>`));
    await own.engine.feeds.sync({ ids: null, signal: new AbortController().signal, onRefreshed: () => {} });
    expect(site.asked).toEqual([]);
    const said = await own.client.call('feeds.subscribe', { url, folderId: null, allowPrivate: true });
    expect(said).toMatchObject({ total: 1, health: { state: 'fresh', error: null } });
  });

  test('to what is no feed is refused with the reason, and leaves nothing', async () => {
    site.pages['/page'] = '<!doctype html><title>A page</title><p>Words.</p>';
    site.pages['/bytes'] = (_, response) => response.end(Buffer.from([0, 1, 2, 3, 0, 0]));
    await expect(subscribe('/page')).rejects.toThrow('What came is a web page, not a feed');
    await expect(subscribe('/bytes')).rejects.toThrow('no text');
    await expect(subscribe('/nowhere')).rejects.toMatchObject({ code: 'not-possible' });
    expect((await app.client.call('feeds.list', null)).feeds).toEqual([]);
  });

  test('follows an address that has moved for good, and only that', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    site.pages['/old'] = (_, response) => response.writeHead(301, { location: '/feed' }).end();
    site.pages['/elsewhere'] = (_, response) => response.writeHead(302, { location: '/feed' }).end();
    expect(await subscribe('/elsewhere')).toMatchObject({ url: site.url('/elsewhere') });
    expect(await subscribe('/old')).toMatchObject({ url: site.url('/feed') });
  });
});

describe('fetching again', () => {
  test('an unchanged feed is asked by what it gave to be recognised by, and answers nothing', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    await subscribe();
    expect(await sync()).toMatchObject({ total: 1, done: 1, failed: 0, articles: 0 });
    expect(site.asked.map(({ status }) => status)).toEqual([200, 304]);
  });

  test('what is new comes in, what has changed is renewed with its state and tags, and nothing is doubled', async () => {
    site.pages['/feed'] = rss([{ title: 'Two' }, { title: 'One', text: 'It opens on Monday.' }]);
    await subscribe();
    const one = (await app.articles()).find(({ title }) => title === 'One');
    if (!one) throw new Error('No article');
    const selection = { ids: [one.id] };
    await app.client.call('articles.setRead', { selection, isRead: true });
    await app.client.call('articles.setTags', { selection, add: ['mine'], remove: [] });
    site.pages['/feed'] = rss([{ title: 'Three' }, { title: 'Two' }, { title: 'One', text: 'It opens on Tuesday.' }]);
    clock += 3_600_000;
    expect(await sync()).toMatchObject({ articles: 1 });
    expect(await titles()).toEqual(['Three', 'Two', 'One']);
    expect(await app.client.call('articles.get', { id: one.id })).toMatchObject({
      ...{ text: 'It opens on Tuesday.', isRead: true, tags: ['mine'] },
    });
    expect(await feed()).toMatchObject({ unread: 2, total: 3, health: { changedAt: clock, entriesPerWeek: 21 } });
  });

  test('a story that leaves and returns is not unread again, and one that was deleted stays away', async () => {
    const both = rss([{ title: 'Kept' }, { title: 'Deleted' }]);
    site.pages['/feed'] = both;
    await subscribe();
    const [kept, deleted] = await app.articles();
    if (!kept || !deleted) throw new Error('No articles');
    await app.client.call('articles.setRead', { selection: { ids: [kept.id] }, isRead: true });
    await app.client.call('articles.setTrashed', { selection: { ids: [deleted.id] }, isTrashed: true });
    await app.client.call('trash.empty', null);
    for (const items of [[], [{ title: 'Other' }]]) {
      site.pages['/feed'] = rss(items);
      await sync();
    }
    expect(await titles()).toEqual(['Other', 'Kept']);
    site.pages['/feed'] = both;
    expect(await sync()).toMatchObject({ articles: 0 });
    expect(await titles()).toEqual(['Other', 'Kept']);
    expect(await feed()).toMatchObject({ unread: 1, total: 2 });
  });

  test('an article that was imported is found, and left as it is', async () => {
    writeTree(app.folder, {
      'saved.md': '---\ntitle: Saved\nurl: https://quay.example/One\n---\n\nThe whole page, as it was saved.\n',
    });
    await app.importPaths('saved.md');
    site.pages['/feed'] = rss([{ title: 'One' }]);
    await subscribe();
    expect(await titles()).toEqual(['Saved']);
    site.pages['/feed'] = rss([{ title: 'One', text: 'Other words.' }]);
    await sync();
    expect(await titles()).toEqual(['Saved']);
  });

  test('two feeds with the same article have it once', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    site.pages['/other'] = rss([{ title: 'One', id: 'other', text: 'In other words.' }], '<title>Others</title>');
    await subscribe();
    await subscribe('/other');
    expect(await titles()).toEqual(['One']);
  });
});

describe('feeds that name their entries badly', () => {
  test('all by the same name', async () => {
    site.pages['/feed'] = rss(['a', 'b', 'c'].map((title) => ({ title, id: 'same' })));
    await subscribe();
    await sync();
    site.pages['/feed'] = rss(['d', 'a', 'b'].map((title) => ({ title, id: 'same' })));
    expect(await sync()).toMatchObject({ articles: 1 });
    expect(await titles()).toEqual(['d', 'a', 'b', 'c']);
  });

  test.each([
    ['with links', 'https://quay.example/page'],
    ['without links', null],
  ])('by another name at every fetch, %s', async (_, link) => {
    const once = (nth: number) =>
      rss(['a', 'b'].map((title) => ({ title, id: `${title}-${nth}`, link: link && `${link}/${title}` })));
    site.pages['/feed'] = once(1);
    await subscribe();
    const [a] = await app.articles();
    if (!a) throw new Error('No article');
    await app.client.call('articles.setTrashed', { selection: { ids: [a.id] }, isTrashed: true });
    await app.client.call('trash.empty', null);
    for (const nth of [2, 3]) {
      site.pages['/feed'] = once(nth);
      expect(await sync()).toMatchObject({ articles: 0 });
    }
    expect(await titles()).toEqual(['b']);
  });

  test('by a name of their own although their link changes', async () => {
    site.pages['/feed'] = rss([{ title: 'Draft title', id: '1', link: 'https://quay.example/draft' }]);
    await subscribe();
    site.pages['/feed'] = rss([{ title: 'Final title', id: '1', link: 'https://quay.example/final' }]);
    await sync();
    expect(await titles()).toEqual(['Final title']);
  });

  test('and dates from 1970 and 2099 hold neither end of the list', async () => {
    site.pages['/feed'] = rss([
      { title: 'Ahead', date: 'Thu, 01 Jan 2099 00:00:00 GMT' },
      { title: 'Never', date: 'Thu, 01 Jan 1970 00:00:00 GMT' },
    ]);
    await subscribe();
    clock += 3_600_000;
    site.pages['/feed'] = rss([{ title: 'Today', date: new Date(clock - 1_000).toUTCString() }]);
    await sync();
    const { items } = await app.client.call('articles.list', query({ order: 'published' }));
    expect(items.map(({ title }) => title)).toEqual(['Today', 'Ahead', 'Never']);
  });
});

test('how often all feeds are asked holds for one that has nothing of its own', async () => {
  site.pages['/feed'] = rss([{ title: 'One' }]);
  const { feedDefaults } = await app.client.call('settings.get', null);
  await app.client.call('settings.set', { feedDefaults: { ...feedDefaults, intervalMinutes: 10_080 } });
  const { id } = await subscribe();
  const days = async () => (((await feed()).health.nextAt ?? 0) - clock) / 86_400_000;
  expect(await days()).toBeGreaterThanOrEqual(7);
  await app.client.call('feeds.change', { id, settings: { intervalMinutes: 1_440 } });
  await sync();
  await app.engine.feeds.sync({ ids: [id], signal: new AbortController().signal, onRefreshed: () => {} });
  expect(await days()).toBeLessThan(2);
});

describe('another address', () => {
  test('counts once a feed has come from there, and everything else stays', async () => {
    site.pages['/feed'] = (_, response) =>
      response.setHeader('etag', '"old"').end(rss([{ title: 'One' }, { title: 'Two' }]));
    const { id, uid } = await subscribe();
    await app.client.call('feeds.change', { id, name: 'Mine' });
    site.pages['/page'] = '<!doctype html><title>A page</title><p>Words.</p>';
    const to = (path: string) => app.client.call('feeds.setAddress', { id, url: site.url(path), allowPrivate: false });
    await expect(to('/page')).rejects.toThrow('What came is a web page');
    await expect(to('/nowhere')).rejects.toMatchObject({ code: 'not-possible' });
    expect((await feed()).url).toBe(site.url('/feed'));

    site.pages['/new'] = (_, response) =>
      response.setHeader('etag', '"new"').end(rss([{ title: 'Three' }, { title: 'Two' }]));
    expect(await to('/new')).toMatchObject({ id, uid, url: site.url('/new'), name: 'Mine', total: 3 });
    expect(site.asked.at(-1)?.headers).not.toHaveProperty('if-none-match');
    await app.engine.feeds.sync({ ids: [id], signal: new AbortController().signal, onRefreshed: () => {} });
    expect(site.asked.at(-1)).toMatchObject({ path: '/new', headers: { 'if-none-match': '"new"' } });
    expect(await titles()).toEqual(expect.arrayContaining(['One', 'Two', 'Three']));
  });

  test('is not undone by a fetch of the one before that ends later', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    // By another name of the same computer: one host is asked one thing at a time.
    const url = site.url('/feed').replace('127.0.0.1', 'localhost');
    const { id } = await app.client.call('feeds.subscribe', { url, folderId: null, allowPrivate: true });
    site.pages['/new'] = (_, response) => response.setHeader('etag', '"new"').end(rss([{ title: 'Two' }]));
    site.pages['/feed'] = async (_, response) => {
      await app.client.call('feeds.setAddress', { id, url: site.url('/new'), allowPrivate: false });
      response.setHeader('etag', '"late"').end(rss([{ title: 'Late' }]));
    };
    const only = { ids: [id], signal: new AbortController().signal, onRefreshed: () => {} };
    await app.engine.feeds.sync(only);
    await app.engine.feeds.sync(only);
    expect(site.asked.at(-1)).toMatchObject({ path: '/new', headers: { 'if-none-match': '"new"' } });
    expect(await titles()).toEqual(expect.arrayContaining(['One', 'Two', 'Late']));
  });

  test('on the own network counts by a yes, which then lasts', async () => {
    await using own = await testEngine({ now: () => clock });
    await using elsewhere = await feedServer({ '/feed': rss([{ title: 'One' }]) });
    site.pages['/feed'] = rss([{ title: 'One' }]);
    const at = { url: elsewhere.url('/feed'), folderId: null, allowPrivate: true };
    const { id } = await own.client.call('feeds.subscribe', at);
    const to = (allowPrivate: boolean) =>
      own.client.call('feeds.setAddress', { id, url: site.url('/feed'), allowPrivate });
    await expect(to(false)).rejects.toMatchObject({ code: 'private-address' });
    expect(site.asked).toEqual([]);
    await to(true);
    await own.engine.feeds.sync({ ids: [id], signal: new AbortController().signal, onRefreshed: () => {} });
    expect(site.asked).toHaveLength(2);
  });

  test('that another feed has is refused, and one that leads on for good is kept as where it leads', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    site.pages['/other'] = rss([{ title: 'Other' }]);
    site.pages['/from'] = (_, response) => response.writeHead(301, { location: '/lasting' }).end();
    site.pages['/lasting'] = rss([{ title: 'One' }]);
    const { id } = await subscribe();
    await subscribe('/other');
    const to = (path: string) => app.client.call('feeds.setAddress', { id, url: site.url(path), allowPrivate: false });
    await expect(to('/other')).rejects.toThrow('already');
    expect(await to('/from')).toMatchObject({ url: site.url('/lasting') });
  });
});

describe('what goes wrong', () => {
  const HOUR = 3_600_000;
  const hours = async () => {
    const { nextAt } = (await feed()).health;
    return nextAt === null ? null : Math.floor((nextAt - clock) / HOUR);
  };

  test('a page of words where the feed was deletes nothing, and is said', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    await subscribe();
    site.pages['/feed'] = '<!doctype html><title>Sorry</title><p>We are down.';
    expect(await sync()).toMatchObject({ failed: 1 });
    expect(await titles()).toEqual(['One']);
    expect((await feed()).health).toMatchObject({
      ...{ state: 'failing', failures: 1, error: { code: 'not-a-feed' }, advice: expect.stringContaining('a page') },
    });
    site.pages['/feed'] = rss([{ title: 'One' }]);
    expect(await sync()).toMatchObject({ failed: 0 });
    expect((await feed()).health).toMatchObject({ state: 'fresh', failures: 0, error: null });
  });

  test('an address that is gone is not asked again', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    await subscribe();
    site.pages['/feed'] = (_, response) => response.writeHead(410).end();
    await sync();
    expect((await feed()).health).toMatchObject({ state: 'stopped', nextAt: null });
    expect(await sync()).toMatchObject({ total: 0 });
    expect(await titles()).toEqual(['One']);
  });

  test('one that is not there is left alone for two days, one that is busy for as long as it says', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    await subscribe();
    delete site.pages['/feed'];
    await sync();
    expect(await hours()).toBeGreaterThanOrEqual(48);
    expect(await sync()).toMatchObject({ total: 0 });
    const { id } = await feed();
    site.pages['/feed'] = (_, response) => response.writeHead(429, { 'retry-after': '18000' }).end();
    const only = { ids: [id], signal: new AbortController().signal, onRefreshed: () => {} };
    await app.engine.feeds.sync(only);
    expect((await feed()).health).toMatchObject({ state: 'waiting' });
    expect(await hours()).toBe(5);
    const before = site.asked.length;
    await app.engine.feeds.sync(only);
    expect(site.asked).toHaveLength(before);
  });

  test('a host that has enough of one feed is left alone by its others, and that is not held against them', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    const { id } = await subscribe();
    site.pages['/busy'] = rss([{ title: 'Two' }]);
    await subscribe('/busy');
    site.pages['/busy'] = (_, response) => response.writeHead(503, { 'retry-after': '18000' }).end();
    clock += 24 * HOUR;
    const at = clock;
    await sync();
    for (let nth = 0; nth < 3; nth++) await sync();
    const { feeds } = await app.client.call('feeds.list', null);
    expect(feeds.find((each) => each.id === id)?.health).toMatchObject({ failures: 0, error: null });
    site.asked.length = 0;
    clock += 3 * HOUR;
    await app.engine.feeds.sync({ ids: [id], signal: new AbortController().signal, onRefreshed: () => {} });
    const health = (await feed()).health;
    expect(health).toMatchObject({ state: 'fresh', failures: 0, error: null });
    expect(health.nextAt).toBeGreaterThanOrEqual(at + 5 * HOUR);
    expect(site.asked).toEqual([]);
  });

  test('a move is followed once its target has been the feed twice, and not to a page that asks who one is', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    await subscribe();
    site.pages['/new'] = rss([{ title: 'One' }]);
    const lead = (to: string) => (_: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(301, { location: to }).end();
    site.pages['/login'] = site.pages['/new'];
    site.pages['/feed'] = lead('/login');
    await sync();
    await sync();
    expect((await feed()).url).toBe(site.url('/feed'));
    site.pages['/feed'] = lead('/new');
    await sync();
    expect(await feed()).toMatchObject({ url: site.url('/feed'), health: { movedTo: site.url('/new') } });
    await sync();
    expect(await feed()).toMatchObject({ url: site.url('/new'), health: { movedTo: null } });
    const before = site.asked.length;
    await sync();
    expect(site.asked.slice(before).map(({ path, status }) => [path, status])).toEqual([['/new', 304]]);
  });

  test('in offline mode nothing is asked, and nothing is held against the feed', async () => {
    site.pages['/feed'] = rss([{ title: 'One' }]);
    await subscribe();
    await app.client.call('settings.set', { isOfflineMode: true });
    const before = site.asked.length;
    expect(await sync()).toMatchObject({ failed: 1 });
    await expect(subscribe('/other')).rejects.toThrow('Offline mode is on');
    expect(site.asked).toHaveLength(before);
    expect((await feed()).health).toMatchObject({ state: 'fresh', failures: 0 });
  });
});

test('what was deleted stays away when its feed is had back, and nobody is asked for that', async () => {
  await using own = await testEngine({ allowPrivateNetworks: true });
  await using paper = await feedServer();
  paper.pages['/feed'] = rss([{ title: 'One' }, { title: 'Two' }]);
  const { call } = own.client;
  const { id, uid } = await call('feeds.subscribe', { url: paper.url('/feed'), folderId: null, allowPrivate: true });
  const [gone, kept] = await own.articles();
  if (!gone) throw new Error('no article');
  await call('articles.setTrashed', { selection: { ids: [gone.id] }, isTrashed: true });
  await call('trash.empty', null);
  await call('feeds.unsubscribe', { id, withArticles: false });
  expect(await call('feeds.bringBack', { uid })).toMatchObject({ id, total: 1 });
  expect(paper.asked).toHaveLength(1);
  await own.engine.feeds.sync({ ids: [id], signal: new AbortController().signal, onRefreshed: () => {} });
  expect(paper.asked).toHaveLength(2);
  expect(await own.articles()).toMatchObject([{ id: kept?.id }]);
});
