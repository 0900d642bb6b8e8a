import { expect, test } from 'vitest';
import type { SyncProgress } from '../../contract/feeds.ts';
import { testEngine } from '../testing.ts';
import { feedServer, rss } from './feed-server.testing.ts';

/** Something that happens once, and can be waited for. */
function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

test('feeds that are asked for while another is fetched do not wait for it', async () => {
  await using server = await feedServer();
  await using app = await testEngine({ allowPrivateNetworks: true });
  const [first, second] = [signal(), signal()];
  server.pages['/first'] = (_, response) => {
    first.give();
    void second.given.then(() => response.end(rss([{ title: 'One' }])));
  };
  server.pages['/second'] = (_, response) => {
    second.give();
    response.end(rss([{ title: 'Two' }]));
  };
  // Two names of one computer: one host is asked one thing at a time.
  const urls = [server.url('/first').replace('127.0.0.1', 'localhost'), server.url('/second')];
  const list = urls.map((url) => `<outline xmlUrl="${url}"/>`).join('');
  await app.engine.feeds.lists.take('mine.opml', Buffer.from(`<opml><body>${list}</body></opml>`));
  const ended = new Promise<SyncProgress>((resolve) => {
    app.engine.subscribe((event) => event.type === 'sync.progress' && !event.sync.isRunning && resolve(event.sync));
  });
  const [one] = (await app.client.call('feeds.list', null)).feeds;
  await app.client.call('feeds.refresh', { ids: one ? [one.id] : [] });
  await first.given;
  await app.client.call('feeds.refresh', { ids: null });
  expect(await ended).toMatchObject({ total: 2, done: 2, failed: 0, articles: 2 });
});
