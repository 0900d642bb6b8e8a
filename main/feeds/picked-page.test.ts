import { afterEach, beforeEach, expect, test } from 'vitest';
import { png } from '../../ingest/images/png.testing.ts';
import { type TestEngine, testEngine } from '../testing.ts';
import { type Site, site } from './site.testing.ts';

let app: TestEngine;
let paper: Site;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 15, 12);
  paper = await site({});
  app = await testEngine({ allowPrivateNetworks: true, now: () => clock });
});
afterEach(async () => {
  await app[Symbol.asyncDispose]();
  await paper[Symbol.asyncDispose]();
});

const page = (...titles: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>The Quay</title></head><body>${titles
    .map(
      (title) =>
        `<div class="entry"><h2><a href="/${title.replaceAll(' ', '-')}">${title}</a></h2><time datetime="2026-01-10">10 January</time></div>`,
    )
    .join('')}</body></html>`;
const titles = async () => (await app.articles()).map(({ title }) => title);
const sync = () => app.engine.feeds.sync({ ids: null, signal: new AbortController().signal, onRefreshed: () => {} });
const feed = async () => (await app.client.call('feeds.list', null)).feeds[0];

async function subscribePicked() {
  const { proposals, url } = await app.client.call('feeds.pick', { url: `${paper.url}/news`, allowPrivate: false });
  const rule = proposals[0]?.rule ?? null;
  return app.client.call('feeds.subscribe', { url, folderId: null, allowPrivate: false, rule });
}

test('a page without a feed is subscribed to by a rule, and its new entries come in as those of a feed', async () => {
  paper.answer({ '/news': page('Ferry is back', 'Market moves', 'Choir sings') });
  expect(await subscribePicked()).toMatchObject({ name: 'The Quay', total: 3, siteUrl: `${paper.url}/news` });
  expect((await app.articles()).map(({ published }) => published?.at)).toEqual(Array(3).fill(Date.UTC(2026, 0, 10)));
  paper.answer({ '/news': page('Bridge opens', 'Ferry is back', 'Market moves') });
  clock += 3 * 3_600_000;
  expect(await sync()).toMatchObject({ articles: 1, failed: 0 });
  expect((await titles()).toSorted()).toEqual(['Bridge opens', 'Choir sings', 'Ferry is back', 'Market moves']);
});

test('a page that was laid out anew is said to be, and picking its list once more mends it', async () => {
  paper.answer({ '/news': page('Ferry is back', 'Market moves', 'Choir sings') });
  await subscribePicked();
  const anew = page('Ferry is back', 'Market moves', 'Choir sings', 'Bridge opens')
    .replaceAll('div', 'section')
    .replaceAll('h2', 'h3');
  paper.answer({ '/news': anew });
  clock += 3 * 3_600_000;
  expect(await sync()).toMatchObject({ failed: 1 });
  expect((await feed())?.health).toMatchObject({
    error: { code: 'page-changed', message: expect.stringContaining('The page has changed') },
    advice: expect.stringContaining('pick its list'),
  });
  expect((await subscribePicked()).health.error).toBeNull();
  expect(await titles()).toContain('Bridge opens');
});

test('another list of the same page is read, though nothing on it has changed', async () => {
  paper.answer({ '/news': `${page('Ferry is back')}<ul><li><a href="/choir">Choir sings</a></li></ul>` });
  const url = `${paper.url}/news`;
  const by = (item: string) =>
    app.client.call('feeds.subscribe', {
      ...{ url, folderId: null, allowPrivate: false, rule: { item, link: 'a', title: null, date: null } },
    });
  await by('.entry');
  expect(await titles()).toEqual(['Ferry is back']);
  await by('li');
  expect((await titles()).toSorted()).toEqual(['Choir sings', 'Ferry is back']);
});

test('a window shows the icon of a feed’s site', async () => {
  await using window = await testEngine({ allowPrivateNetworks: true, hasWindow: true });
  paper.answer({
    '/rss': `<rss version="2.0"><channel><title>Quay</title><link>${paper.url}/</link></channel></rss>`,
    '/': '<html><head><link rel="icon" href="/icon.png"></head></html>',
    '/icon.png': { headers: { 'content-type': 'image/png' }, body: png(32, 32) },
  });
  const shown = new Promise<string>((resolve) => {
    window.engine.subscribe(({ type }) => {
      if (type !== 'feeds.changed') return;
      void window.client.call('feeds.list', null).then(({ feeds }) => feeds[0]?.iconHash && resolve(feeds[0].iconHash));
    });
  });
  await window.client.call('feeds.subscribe', { url: `${paper.url}/rss`, folderId: null, allowPrivate: false });
  const asset = await window.engine.fetch(new Request(`http://x/asset/${await shown}`));
  expect([asset.status, asset.headers.get('content-type')]).toEqual([200, 'image/png']);
});
