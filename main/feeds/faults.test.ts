import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tamperWith, temporaryFolder } from '../../db/testing.ts';
import { cli, startCli } from '../hosts/cli/run.testing.ts';
import { testEngine, writeTree } from '../testing.ts';
import { feedServer, rss } from './feed-server.testing.ts';

const env = { TEARSHEET_ALLOW_PRIVATE_NETWORKS: '1' };
const items = (count: number) => Array.from({ length: count }, (_, nth) => ({ title: `Tide ${nth}` }));

test('a program that is killed while it fetches leaves what it stored, and the next one stores the rest', async () => {
  using folder = temporaryFolder();
  const count = 1_500;
  await using server = await feedServer({ '/feed': rss(items(count)) });
  const run = (...words: readonly string[]) => cli([...words, '--library', 'lib'], { cwd: folder.path, env });
  writeTree(folder.path, { 'mine.opml': `<opml><body><outline xmlUrl="${server.url('/feed')}"/></body></opml>` });
  expect((await run('feed', 'import', 'mine.opml')).code).toBe(0);

  const child = startCli(['sync', '--library', 'lib'], { cwd: folder.path, env });
  const ended = once(child, 'close');
  const library = tamperWith(join(folder.path, 'lib'));
  const stored = library.prepare<[], number>('SELECT count(*) FROM feed_entry').pluck();
  const checked = library.prepare<[], number | null>('SELECT checked_at FROM feed').pluck();
  while ((stored.get() ?? 0) === 0) await new Promise(setImmediate);
  child.kill('SIGKILL');
  await ended;
  const before = stored.get() ?? 0;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(count);
  expect(checked.get()).toBeNull();
  library.close();

  const { lines } = await run('sync');
  expect(lines).toMatchObject([{ status: 'fetched', added: count - before, changed: 0 }, { summary: { failed: 0 } }]);
  expect((await run('feed', 'list')).lines).toMatchObject([{ feeds: [{ total: count, unread: count }] }]);
  expect((await run('check')).code).toBe(0);
  expect((await run('sync')).lines).toMatchObject([{ status: 'unchanged' }, { summary: { added: 0 } }]);
});

test('a feed that is cut off in the middle brings what came, and is asked for whole again', async () => {
  await using server = await feedServer();
  await using app = await testEngine({ allowPrivateNetworks: true });
  const whole = rss(items(3));
  server.pages['/feed'] = whole.slice(0, whole.indexOf('<title>Tide 2'));
  await app.client.call('feeds.subscribe', { url: server.url('/feed'), folderId: null, allowPrivate: true });
  server.pages['/feed'] = whole;
  await app.engine.feeds.sync({ ids: null, signal: new AbortController().signal, onRefreshed: () => {} });
  expect((await app.articles()).map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Tide 0', 'Tide 1', 'Tide 2']),
  );
  expect(server.asked[1]?.headers).not.toHaveProperty('if-none-match');
});

test('one that is unsubscribed from while it comes in ends quietly', async () => {
  await using server = await feedServer();
  await using app = await testEngine({ allowPrivateNetworks: true });
  server.pages['/feed'] = rss(items(1));
  const url = server.url('/feed');
  const { id } = await app.client.call('feeds.subscribe', { url, folderId: null, allowPrivate: true });
  server.pages['/feed'] = async (_, response) => {
    await app.client.call('feeds.unsubscribe', { id, withArticles: false });
    response.end(rss(items(500)));
  };
  const sync = app.engine.feeds.sync({ ids: [id], signal: new AbortController().signal, onRefreshed: () => {} });
  expect(await sync).toMatchObject({ isRunning: false });
  expect(await app.articles()).toHaveLength(1);
});
