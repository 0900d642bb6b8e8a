import { expect, test } from 'vitest';
import type { FeedId } from '../../contract/feeds.ts';
import type { TripPlan } from '../../contract/trip.ts';
import { png } from '../../ingest/images/png.testing.ts';
import { testEngine } from '../testing.ts';
import { page, site, WORDS } from './site.testing.ts';

const open = () => testEngine({ allowPrivateNetworks: true });
const plan = (stated: Partial<TripPlan> = {}): TripPlan => ({
  ...{ scope: { feeds: null }, hours: 100, megabytes: null, isSynced: true },
  ...stated,
});
const signal = new AbortController().signal;
/** About twelve words a sentence: minutes of reading. */
const long = (words: number) =>
  Array.from({ length: words / 10 }, (_, nth) => `The ferry number ${nth} goes by way of the quay.`).join(' ');

const rss = (origin: string, count: number, html: (nth: number) => string) => ({
  type: 'application/rss+xml',
  body: `<rss version="2.0"><channel><title>The Paper</title>${Array.from(
    { length: count },
    (_, nth) =>
      `<item><title>Story ${nth}</title><link>${origin}/${nth}</link><pubDate>${new Date(Date.UTC(2026, 9, 20 - nth)).toUTCString()}</pubDate><description><![CDATA[${html(nth)}]]></description></item>`,
  ).join('')}</channel></rss>`,
});

test('the newest unread are made ready until there are hours enough, with what they lack, and it is said what is missing', async () => {
  await using paper = await site();
  const { origin, pages } = paper;
  pages['/rss'] = rss(origin, 12, (nth) =>
    nth < 3 ? 'The beginning of it…' : `${long(460)}<img src="${origin}/p.png">`,
  );
  pages['/0'] = page('Story 0', `${long(300)}\n${WORDS}`);
  pages['/2'] = page('Story 2', `${long(300)}\n${WORDS}`);
  pages['/p.png'] = { type: 'image/png', body: png(20, 20) };
  await using app = await open();
  await app.client.call('feeds.subscribe', { url: `${origin}/rss`, folderId: null, allowPrivate: true });
  await app.client.call('pages.cancel', null);
  expect(paper.asked).toEqual(['/rss']);
  const done = await app.engine.trips.prepare(plan({ hours: 0.15 }), signal);
  expect(done).toMatchObject({ state: 'done', end: 'hours', missingCount: 1 });
  expect(done.missing).toMatchObject([{ title: 'Story 1', reason: expect.stringContaining('404') }]);
  expect(done.minutes).toBeGreaterThanOrEqual(9);
  expect(done.articles).toBeLessThan(12);
  const texts = await Promise.all((await app.articles()).map(({ id }) => app.client.call('articles.get', { id })));
  expect(texts.find(({ title }) => title === 'Story 0')).toMatchObject({
    offline: 'complete',
    wordCount: expect.any(Number),
  });
  expect(texts.find(({ title }) => title === 'Story 2')?.wordCount).toBeGreaterThan(300);
  expect(texts.find(({ title }) => title === 'Story 4')?.offline).toBe('complete');
});

test('it may weigh no more than so much, and ends where there is no more', async () => {
  await using paper = await site();
  const { origin, pages } = paper;
  pages['/rss'] = rss(origin, 30, (nth) => `${long(300)}<img src="${origin}/p${nth}.png">`);
  for (let nth = 0; nth < 30; nth++)
    pages[`/p${nth}.png`] = { type: 'image/png', body: Buffer.concat([png(20, 20, nth), Buffer.alloc(200_000, nth)]) };
  await using app = await open();
  const { id } = await app.client.call('feeds.subscribe', { url: `${origin}/rss`, folderId: null, allowPrivate: true });
  await app.client.call('pages.cancel', null);
  const some = await app.engine.trips.prepare(plan({ megabytes: 1, scope: { feeds: [id] } }), signal);
  expect(some).toMatchObject({ state: 'done', end: 'megabytes' });
  expect(some.articles).toBeLessThan(20);
  const all = await app.engine.trips.prepare(plan({ scope: { text: 'ferry' }, isSynced: false }), signal);
  expect(all).toMatchObject({ state: 'done', end: 'all', articles: 30, missing: [] });
  const asked = paper.asked.filter((path) => path.startsWith('/p'));
  expect(new Set(asked).size).toBe(asked.length);
});

test('one that is cut off goes on, and only one is made ready at a time', async () => {
  await using paper = await site();
  const { origin, pages } = paper;
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  pages['/rss'] = rss(origin, 2, () => 'The beginning of it…');
  pages['/0'] = {
    after: () => {
      isAsked();
      return new Promise(() => {});
    },
  };
  await using app = await open();
  await app.client.call('feeds.subscribe', { url: `${origin}/rss`, folderId: null, allowPrivate: true });
  const ctrlC = new AbortController();
  const cut = app.engine.trips.prepare(plan({ isSynced: false }), ctrlC.signal);
  await asked;
  await expect(app.client.call('trip.start', plan())).rejects.toMatchObject({ code: 'not-possible' });
  ctrlC.abort();
  expect(await cut).toMatchObject({ state: 'cancelled', end: null });
  const left = await app.engine.trips.unfinished();
  expect(left).toEqual(plan({ isSynced: false }));
  pages['/0'] = page('Story 0', WORDS);
  if (!left) throw new Error('nothing left');
  const done = await app.engine.trips.prepare(left, signal);
  expect(done).toMatchObject({ state: 'done', end: 'all', articles: 1, missingCount: 1 });
  expect(await app.engine.trips.unfinished()).toBeNull();
});

test('one that cannot be made ready is not taken up for ever', async () => {
  await using app = await open();
  const scope = { feeds: [999 as FeedId] };
  await expect(app.engine.trips.prepare(plan({ scope }), signal)).rejects.toMatchObject({ code: 'not-found' });
  expect(await app.engine.trips.unfinished()).toBeNull();
});
