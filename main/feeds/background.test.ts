import { expect, test } from 'vitest';
import type { AppEvent } from '../../contract/events.ts';
import { type TestEngine, testEngine } from '../testing.ts';
import { feedServer, rss } from './feed-server.testing.ts';

/** Resolves with the first event of a kind from now on. */
const heard = <T extends AppEvent>(app: TestEngine, isMeant: (event: AppEvent) => event is T) =>
  new Promise<T>((resolve) => {
    const stop = app.engine.subscribe((event) => {
      if (!isMeant(event)) return;
      stop();
      resolve(event);
    });
  });
const isEnd = (event: AppEvent): event is Extract<AppEvent, { type: 'sync.progress' }> =>
  event.type === 'sync.progress' && !event.sync.isRunning;

test('in a window feeds are fetched by themselves when they were never asked, and not again before their time', async () => {
  await using server = await feedServer({ '/feed': rss([{ title: 'One' }]) });
  await using app = await testEngine({ allowPrivateNetworks: true, hasWindow: true });
  const ended = heard(app, isEnd);
  await app.engine.feeds.lists.take(
    'mine.opml',
    Buffer.from(`<opml><body><outline text="A" xmlUrl="${server.url('/feed')}"/></body></opml>`),
  );
  expect((await ended).sync).toMatchObject({ total: 1, done: 1, failed: 0, articles: 1 });
  expect((await app.articles()).map(({ title }) => title)).toEqual(['One']);
  await app.client.call('settings.set', { theme: 'dark' });
  await app.client.call('feeds.list', null);
  expect(server.asked).toHaveLength(1);
});

test('in offline mode nothing is fetched, and after it what is due is', async () => {
  await using server = await feedServer({ '/feed': rss([{ title: 'One' }]) });
  await using app = await testEngine({ allowPrivateNetworks: true, hasWindow: true });
  await app.client.call('settings.set', { isOfflineMode: true });
  await app.engine.feeds.lists.take(
    'mine.opml',
    Buffer.from(`<opml><body><outline text="A" xmlUrl="${server.url('/feed')}"/></body></opml>`),
  );
  expect(server.asked).toEqual([]);
  const ended = heard(app, isEnd);
  await app.client.call('settings.set', { isOfflineMode: false });
  expect((await ended).sync).toMatchObject({ done: 1, articles: 1 });
});

const listOf = (url: string) => Buffer.from(`<opml><body><outline text="A" xmlUrl="${url}"/></body></opml>`);

test('on a metered connection only what a person asks for is fetched, unless they want it otherwise', async () => {
  await using server = await feedServer({ '/feed': rss([{ title: 'One' }]), '/other': rss([{ title: 'Two' }]) });
  await using app = await testEngine({ allowPrivateNetworks: true, hasWindow: true });
  await app.client.call('net.circumstances', { isOnBattery: false, isMetered: true });
  await app.engine.feeds.lists.take('mine.opml', listOf(server.url('/feed')));
  await app.engine.feeds.lists.take('mine.opml', listOf(server.url('/other')));
  const [first] = (await app.client.call('feeds.list', null)).feeds;
  if (!first) throw new Error('No feed');
  const asked = heard(app, isEnd);
  await app.client.call('feeds.refresh', { ids: [first.id] });
  expect((await asked).sync).toMatchObject({ done: 1, articles: 1 });
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed']);
  const ended = heard(app, isEnd);
  await app.client.call('settings.set', { fetchesOnMetered: true });
  expect((await ended).sync).toMatchObject({ done: 1, articles: 1 });
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed', '/other']);
});

test('on battery feeds are fetched by themselves half as often', async () => {
  let clock = Date.UTC(2026, 0, 15, 12);
  await using server = await feedServer({ '/feed': rss([{ title: 'One' }]) });
  await using app = await testEngine({ allowPrivateNetworks: true, hasWindow: true, now: () => clock });
  await app.client.call('net.circumstances', { isOnBattery: true, isMetered: false });
  const first = heard(app, isEnd);
  await app.engine.feeds.lists.take('mine.opml', listOf(server.url('/feed')));
  await first;
  const [feed] = (await app.client.call('feeds.list', null)).feeds;
  const pause = (feed?.health.nextAt ?? 0) - clock;
  expect(pause).toBeGreaterThan(0);
  clock += Math.round(1.5 * pause);
  await app.client.call('settings.set', { theme: 'dark' });
  await app.client.call('feeds.list', null);
  expect(server.asked).toHaveLength(1);
  const again = heard(app, isEnd);
  clock += Math.round(0.6 * pause);
  await app.client.call('settings.set', { theme: 'light' });
  expect((await again).sync).toMatchObject({ done: 1 });
});
