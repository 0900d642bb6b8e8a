import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestEngine, testEngine } from '../testing.ts';
import { feedServer, rss } from './feed-server.testing.ts';

const DAY = 24 * 3_600_000;

let app: TestEngine;
let site: Awaited<ReturnType<typeof feedServer>>;
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

/** A feed that says it has moved to an address, or says nothing of it. */
const saying = (address: string | null, title = 'One') =>
  rss([{ title }]).replace(
    '<channel>',
    `<channel>${address === null ? '' : `<itunes:new-feed-url xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">${address}</itunes:new-feed-url>`}`,
  );
const subscribe = (engine = app) =>
  engine.client.call('feeds.subscribe', { url: site.url('/feed'), folderId: null, allowPrivate: true });
const sync = (engine = app) =>
  engine.engine.feeds.sync({ ids: null, signal: new AbortController().signal, onRefreshed: () => {} });
const place = async (engine = app) => {
  const [feed] = (await engine.client.call('feeds.list', null)).feeds;
  return [feed?.url.replace(site.origin, ''), feed?.health.movedTo?.replace(site.origin, '') ?? null];
};
const asked = (path: string) => site.asked.filter((request) => request.path === path).length;

test('a feed that says it has moved is followed once it has been one there twice, on two days', async () => {
  site.pages['/feed'] = saying(site.url('/new'));
  site.pages['/new'] = saying(site.url('/new'));
  await subscribe();
  expect(asked('/new')).toBe(0);
  for (let nth = 0; nth < 3; nth++) await sync();
  expect([await place(), asked('/new')]).toEqual([['/feed', '/new'], 1]);
  clock += DAY;
  for (let nth = 0; nth < 2; nth++) await sync();
  expect(await place()).toEqual(['/new', null]);
  site.pages['/new'] = saying(null, 'Two');
  await sync();
  expect((await app.articles()).map(({ title }) => title).toSorted()).toEqual(['One', 'Two']);
});

test('it stays where it is while there is no feed there, and begins to count anew', async () => {
  site.pages['/feed'] = saying(site.url('/new'));
  site.pages['/new'] = saying(null);
  await subscribe();
  await sync();
  expect(await place()).toEqual(['/feed', '/new']);
  site.pages['/new'] = '<!doctype html><title>Gone</title>';
  clock += DAY;
  await sync();
  expect(await place()).toEqual(['/feed', null]);
  site.pages['/new'] = saying(null);
  clock += DAY;
  await sync();
  expect(await place()).toEqual(['/feed', '/new']);
  site.pages['/feed'] = saying(null);
  clock += DAY;
  await sync();
  expect(await place()).toEqual(['/feed', null]);
});

test.each([
  ['says that it has moved back', () => saying(site.url('/feed'))],
  ['says so by way of a third', () => saying(site.url('/third'))],
  [
    'is only led back',
    () => (_: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(302, { location: '/feed' }).end(),
  ],
] as const)('a feed whose target %s stays where it is', async (_, target) => {
  site.pages['/feed'] = saying(site.url('/new'));
  site.pages['/new'] = target();
  site.pages['/third'] = saying(site.url('/feed'));
  await subscribe();
  for (let day = 0; day < 4; day++) {
    clock += DAY;
    await sync();
  }
  expect([await place(), asked('/new')]).toEqual([['/feed', null], 4]);
});

test('where one move leads to another the last is followed', async () => {
  site.pages['/feed'] = saying(site.url('/new'));
  site.pages['/new'] = saying(site.url('/third'));
  site.pages['/third'] = saying(null);
  await subscribe();
  await sync();
  clock += DAY;
  await sync();
  expect(await place()).toEqual(['/third', null]);
});

test('where its server leads for good goes before what it says', async () => {
  site.pages['/feed'] = saying(null);
  await subscribe();
  site.pages['/feed'] = (_, response) => response.writeHead(301, { location: '/led' }).end();
  site.pages['/led'] = saying(site.url('/said'));
  site.pages['/said'] = saying(null);
  await sync();
  expect([await place(), asked('/said')]).toEqual([['/feed', '/led'], 0]);
  await sync();
  expect((await place())[0]).toBe('/led');
});

test('it is not followed to another place on the own network without a yes', async () => {
  await using own = await testEngine({ now: () => clock });
  site.pages['/feed'] = saying(site.url('/new').replace('127.0.0.1', 'localhost'));
  site.pages['/new'] = saying(null);
  await subscribe(own);
  for (let day = 0; day < 3; day++) {
    clock += DAY;
    await sync(own);
  }
  expect([await place(own), asked('/new')]).toEqual([['/feed', null], 0]);
});
