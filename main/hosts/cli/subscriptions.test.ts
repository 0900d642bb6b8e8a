import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { feedServer, rss } from '../../feeds/feed-server.testing.ts';
import { writeTree } from '../../testing.ts';
import { cliHere } from './run.testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
let server: Awaited<ReturnType<typeof feedServer>>;
beforeEach(async () => {
  folder = temporaryFolder();
  server = await feedServer({ '/feed': rss([{ title: 'Two' }, { title: 'One' }]) });
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const run = (...words: readonly string[]) =>
  cliHere([...words, '--library', 'lib'], { cwd: folder.path, env: { TEARSHEET_ALLOW_PRIVATE_NETWORKS: '1' } });

test('a feed is added, fetched, renamed, moved and removed', async () => {
  const url = server.url('/feed');
  expect(await run('feed', 'add', url, '--folder', 'News/World')).toMatchObject({
    ...{ code: 0, lines: [{ url, status: 'subscribed', id: 1, title: 'The Quay', articles: 2, error: null }] },
  });
  expect((await run('feed', 'add', url)).lines).toMatchObject([{ status: 'known', articles: 0 }]);
  expect((await run('list')).lines.length).toBeGreaterThan(0);

  server.pages['/feed'] = rss([{ title: 'Three' }, { title: 'Two' }, { title: 'One' }]);
  expect(await run('sync')).toMatchObject({
    code: 0,
    lines: [
      { id: 1, title: 'The Quay', status: 'fetched', added: 1, changed: 0, error: null },
      { summary: { feeds: 1, failed: 0, added: 1, changed: 0 } },
    ],
  });
  expect((await run('sync', '--feed', url)).lines).toMatchObject([{ status: 'unchanged' }, { summary: { added: 0 } }]);

  expect((await run('feed', 'rename', '1', 'Tides')).lines).toMatchObject([
    { title: 'Tides', folders: [['News', 'World']] },
  ]);
  expect((await run('feed', 'move', url, '/')).lines).toMatchObject([{ title: 'Tides', folders: [] }]);
  expect((await run('feed', 'list')).lines).toMatchObject([
    { feeds: [{ id: 1, isSubscribed: true, title: 'Tides', total: 3, health: { state: 'fresh' } }] },
  ]);
  server.pages['/moved'] = rss([{ title: 'Three' }]);
  expect((await run('feed', 'address', '1', server.url('/moved'))).lines).toMatchObject([
    { id: 1, title: 'Tides', url: server.url('/moved') },
  ]);
  expect(await run('feed', 'address', '1', server.url('/nowhere'))).toMatchObject({ code: 3, stdout: '' });
  expect(await run('feed', 'remove', '1')).toMatchObject({ code: 0, stdout: '' });
  expect((await run('feed', 'list')).lines).toEqual([{ feeds: [] }]);
  expect((await run('sync')).lines).toMatchObject([{ summary: { feeds: 0 } }]);
});

test('a page leads to its feed, if it names but one', async () => {
  const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
  server.pages['/'] = (_, response) =>
    response.setHeader('content-type', 'text/html').end(`<!doctype html><html>${link('/feed')}`);
  expect((await run('feed', 'add', server.url('/'))).lines).toMatchObject([
    { url: server.url('/feed'), status: 'subscribed', articles: 2 },
  ]);
  server.pages['/two'] = (_, response) =>
    response.setHeader('content-type', 'text/html').end(`<!doctype html><html>${link('/a')}${link('/b')}`);
  for (const path of ['/a', '/b']) server.pages[path] = rss([{ title: path }]);
  const several = await run('feed', 'add', server.url('/two'));
  expect(several).toMatchObject({ code: 3, lines: [{ status: 'failed' }] });
  expect(several.stdout).toContain(server.url('/b'));
});

test('what cannot be fetched is said, by line and by exit code', async () => {
  expect(await run('feed', 'add', server.url('/nowhere'))).toMatchObject({
    code: 3,
    lines: [{ status: 'failed', id: null, error: { code: 'not-possible' } }],
  });
  expect((await run('feed', 'add', server.url('/feed'), server.url('/nowhere'))).code).toBe(3);
  delete server.pages['/feed'];
  expect(await run('sync')).toMatchObject({
    code: 3,
    lines: [{ status: 'failed', error: { code: 'not-found' } }, { summary: { failed: 1 } }],
  });
  expect(await run('feed', 'remove', '7')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not subscribed'),
  });
  for (const words of [
    ['feed'],
    ['feed', 'add'],
    ['feed', 'move', '1'],
    ['feed', 'address', '1'],
    ['feed', 'list', 'x'],
    ['sync', 'x'],
  ])
    expect((await run(...words)).code).toBe(2);
});

test('a list is subscribed to in its folders, and given out again', async () => {
  writeTree(folder.path, {
    'mine.opml': `<opml><body><outline text="News"><outline text="A" xmlUrl="${server.url('/feed')}" x="1"/></outline></body></opml>`,
    'no.opml': 'Dear reader,\n\nthis is no list of feeds. It is a letter.\n',
  });
  expect((await run('feed', 'import', 'mine.opml')).lines).toEqual([{ added: 1, known: 0 }]);
  expect((await run('feed', 'import', 'mine.opml')).lines).toEqual([{ added: 0, known: 1 }]);
  expect(await run('feed', 'import', 'no.opml')).toMatchObject({ code: 3, stderr: expect.stringContaining('no.opml') });
  expect(server.asked).toEqual([]);
  expect((await run('sync')).lines.at(-1)).toMatchObject({ summary: { added: 2 } });
  expect((await run('feed', 'list')).lines).toMatchObject([{ feeds: [{ title: 'A', folders: [['News']], total: 2 }] }]);
  expect((await run('feed', 'export', 'out.opml')).code).toBe(0);
  const list = readFileSync(join(folder.path, 'out.opml'), 'utf8');
  expect(list).toContain(`xmlUrl="${server.url('/feed')}" htmlUrl="https://quay.example/" x="1"/>`);
});
