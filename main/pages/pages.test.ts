import { expect, test } from 'vitest';
import { filter } from '../../db/testing.ts';
import { png } from '../../ingest/images/png.testing.ts';
import { type TestEngine, testEngine, writeTree } from '../testing.ts';
import type { FetchEnd } from './runner.ts';
import { page, site, WORDS } from './site.testing.ts';

const open = () => testEngine({ allowPrivateNetworks: true });

/** Fetches everything that is due. */
async function fetchAll({ engine }: TestEngine): Promise<readonly FetchEnd[]> {
  const ends: FetchEnd[] = [];
  await engine.pages.run(new AbortController().signal, (end) => ends.push(end));
  return ends;
}

const save = ({ client }: TestEngine, address: string, tags: readonly string[] = []) =>
  client.call('pages.save', { address, tags, allowPrivate: false });

test('a page is saved with its text, its pictures and where it came from; reading it asks for nothing', async () => {
  await using paper = await site();
  paper.pages['/ferry'] = page('Ferry stops in April', WORDS, {
    body: `<img src="/boat.png" width="600" height="400" alt="The boat"><img src="${paper.origin}/pixel.gif" width="1" height="1"><img src="/count.gif">`,
  });
  paper.pages['/boat.png'] = { body: png(60, 40), type: 'image/png' };
  await using app = await open();
  const { id, isKnown } = await save(app, `${paper.origin}/ferry#top`, ['boats']);
  expect(isKnown).toBe(false);
  const waiting = await app.client.call('articles.get', { id });
  expect(waiting).toMatchObject({ offline: 'address', page: { state: 'waiting', error: null }, tags: ['boats'] });
  await fetchAll(app);
  const article = await app.client.call('articles.get', { id });
  expect(article).toMatchObject({
    title: 'Ferry stops in April',
    url: `${paper.origin}/ferry`,
    offline: 'complete',
    page: { state: 'fetched', error: null },
    tags: ['boats'],
    source: { kind: 'page' },
    addedAt: waiting.addedAt,
    images: [{ alt: 'The boat', width: 60 }],
  });
  expect(article.text).toContain('looked at, which has not been done for nine years');
  expect(article.html).toMatch(/<img src="\/asset\/[0-9a-f]{64}"/);
  expect(paper.asked).toEqual(['/ferry', '/boat.png']);
  for (const { headers } of paper.requests)
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['cookie', 'referer']));
  expect((await app.client.call('articles.original', { id })).isPage).toBe(true);
  expect(await save(app, `${paper.origin}/ferry?utm_source=x`)).toEqual({ id, isKnown: true });
});

test('what does not come says why, and is tried again where that may help', async () => {
  await using paper = await site({
    '/gone': { status: 410 },
    '/busy': { status: 503, headers: { 'retry-after': '120' } },
    '/rss': {
      type: 'application/rss+xml',
      body: '<rss version="2.0"><channel><title>A</title><item><title>B</title><description>Words of it.</description></item></channel></rss>',
    },
    '/login': { body: '<html><body><form><input type="password"></form>Log in</body></html>' },
  });
  await using app = await open();
  const ids = await Promise.all(
    ['/gone', '/rss', '/login', '/none'].map((path) => save(app, `${paper.origin}${path}`)),
  );
  await fetchAll(app);
  const states = await Promise.all(ids.map(async ({ id }) => (await app.client.call('articles.get', { id })).page));
  expect(states.map((each) => [each?.state, each?.error?.code])).toEqual([
    ['refused', 'gone'],
    ['refused', 'feed'],
    ['refused', 'only-furniture'],
    ['refused', 'not-found'],
  ]);
  const busy = await save(app, `${paper.origin}/busy`);
  await fetchAll(app);
  const later = (await app.client.call('articles.get', { id: busy.id })).page;
  expect(later).toMatchObject({ state: 'waiting', attempts: 1 });
  expect((later?.nextAt ?? 0) - (later?.changedAt ?? 0)).toBeGreaterThanOrEqual(120_000);
  expect(await app.client.call('pages.progress', null)).toMatchObject({ waiting: 1, isRunning: false });
  expect(await app.client.call('pages.cancel', null)).toBe(1);
  expect((await app.client.call('articles.get', { id: busy.id })).page).toBeNull();
});

test('what is here whole is found by that, alone or among words', async () => {
  await using paper = await site({
    '/a': page('A quiet quay', WORDS),
    '/b': page('A loud quay', `${WORDS}<img src="/no.png">`),
  });
  await using app = await open();
  for (const path of ['/a', '/b', '/none']) await save(app, `${paper.origin}${path}`);
  await fetchAll(app);
  const found = async (text: string) => {
    const { hits, total } = await app.client.call('search.run', { text, filter: filter(), limit: 50, offset: 0 });
    return [total, ...hits.map(({ article }) => article.title)];
  };
  expect(await found('is:offline')).toEqual([1, 'A quiet quay']);
  expect(await found('quay is:offline')).toEqual([1, 'A quiet quay']);
  expect(await found('loud is:offline')).toEqual([0]);
  expect((await found('quay'))[0]).toBe(2);
  const query = { order: 'added', direction: 'newest', after: null, limit: 10 } as const;
  const list = await app.client.call('articles.list', { ...query, filter: filter({ offlineOnly: true }) });
  expect(list.items.map(({ title }) => title)).toEqual(['A quiet quay']);
  expect(await app.client.call('articles.count', filter({ offlineOnly: true }))).toBe(1);
});

test('what is no address of the web is not kept', async () => {
  await using app = await open();
  for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'nonsense', 'mailto:a@b.example'])
    await expect(save(app, address)).rejects.toMatchObject({ code: 'not-possible' });
  expect(await app.articles()).toEqual([]);
});

test('links that were imported are fetched when asked for, and stay the articles they are', async () => {
  await using paper = await site({ '/a': page('A quiet quay', WORDS) });
  await using app = await open();
  writeTree(app.folder, { 'Quay.url': `[InternetShortcut]\r\nURL=${paper.origin}/a\r\n` });
  await app.importPaths('Quay.url');
  const [before] = await app.articles();
  if (!before) throw new Error('no article');
  expect(await app.client.call('articles.get', { id: before.id })).toMatchObject({
    title: 'Quay',
    offline: 'address',
    page: null,
  });
  expect(paper.asked).toEqual([]);
  await app.client.call('articles.setStarred', { selection: { ids: [before.id] }, isStarred: true });
  expect(await app.client.call('pages.fetchLinks', null)).toBe(1);
  await fetchAll(app);
  expect(await app.articles()).toMatchObject([
    { id: before.id, title: 'A quiet quay', isStarred: true, addedAt: before.addedAt },
  ]);
  expect(await app.client.call('pages.fetchLinks', null)).toBe(0);
});

test('an address that turns out to be that of a known article becomes that one', async () => {
  await using paper = await site();
  paper.pages['/short'] = { status: 302, headers: { location: '/long/story' } };
  paper.pages['/long/story'] = page('A long story', WORDS);
  await using app = await open();
  const { id } = await save(app, `${paper.origin}/long/story`, ['first']);
  await fetchAll(app);
  const short = await save(app, `${paper.origin}/short`, ['second']);
  expect(short.isKnown).toBe(false);
  const ends = await fetchAll(app);
  expect(ends.at(-1)).toMatchObject({ articleId: short.id, now: id, failure: null });
  expect(await app.articles()).toMatchObject([{ id, tags: ['first', 'second'] }]);
});

test('in offline mode nothing is asked for, and nothing is lost', async () => {
  await using paper = await site({ '/a': page('A quiet quay', WORDS) });
  await using app = await open();
  await app.client.call('settings.set', { isOfflineMode: true });
  const { id } = await save(app, `${paper.origin}/a`);
  await fetchAll(app);
  expect(paper.asked).toEqual([]);
  await app.client.call('settings.set', { isOfflineMode: false });
  await fetchAll(app);
  expect((await app.client.call('articles.get', { id })).offline).toBe('complete');
});

test('with a window it comes by itself', async () => {
  await using paper = await site({ '/a': page('A quiet quay', WORDS) });
  await using app = await testEngine({ allowPrivateNetworks: true, hasWindow: true });
  const ended = new Promise<void>((resolve) => {
    app.engine.subscribe((event) => {
      if (event.type === 'pages.progress' && !event.pages.isRunning && event.pages.fetched > 0) resolve();
    });
  });
  const { id } = await save(app, `${paper.origin}/a`);
  await ended;
  expect((await app.client.call('articles.get', { id })).title).toBe('A quiet quay');
});

test('pictures of imported articles are fetched when asked for, each once', async () => {
  await using paper = await site();
  paper.pages['/p.png'] = { body: png(30, 20), type: 'image/png' };
  paper.pages['/bad.png'] = { body: '<html>no</html>', type: 'image/png' };
  const body = (n: number) =>
    `<html><body><article><h1>Story ${n}</h1><p>${WORDS.replaceAll('\n', '</p><p>')}</p><p>Number ${n} of them.</p><img src="${paper.origin}/p.png" alt="P"><img src="${paper.origin}/bad.png"></article></body></html>`;
  await using app = await open();
  writeTree(app.folder, { 'one.html': body(1), 'two.html': body(2) });
  await app.importPaths('one.html', 'two.html');
  const ids = (await app.articles()).map(({ id }) => id);
  expect(paper.asked).toEqual([]);
  expect(await app.client.call('pages.fetchPictures', { selection: { ids } })).toBe(2);
  await fetchAll(app);
  for (const id of ids) {
    const { offline, pictures, images } = await app.client.call('articles.get', { id });
    expect(offline).toBe('images');
    expect(images.filter(({ src }) => src !== null)).toHaveLength(1);
    expect(pictures).toMatchObject({ state: 'fetched', error: { code: 'not-a-picture' } });
  }
  expect(paper.asked.toSorted()).toEqual(['/bad.png', '/p.png']);
});
