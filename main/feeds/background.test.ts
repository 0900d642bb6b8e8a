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
