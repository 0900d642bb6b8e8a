import { expect, test } from 'vitest';
import { type TestEngine, testEngine } from '../testing.ts';
import { page, site, WORDS } from './site.testing.ts';

/** A feed of one entry, which goes on elsewhere. */
const rss = (link: string, beginning: string) => ({
  type: 'application/rss+xml',
  body: `<rss version="2.0"><channel><title>The Paper</title><item><guid isPermaLink="false">1</guid><title>Story</title><link>${link}</link><description>${beginning}</description></item></channel></rss>`,
});
const { signal } = new AbortController();
const fetchAll = ({ engine }: TestEngine) => engine.pages.run(signal, () => {});
const trip = ({ engine }: TestEngine) =>
  engine.trips.prepare({ scope: { feeds: null }, hours: 1, megabytes: null, isSynced: false }, signal);

test('a yes to one place is none to another that an article moves to', async () => {
  await using paper = await site();
  await using other = await site({ '/a': page('Story', WORDS) });
  paper.pages['/a'] = page('Story', WORDS);
  paper.pages['/rss'] = rss(`${paper.origin}/a`, 'The ferry stops…');
  await using app = await testEngine();
  await app.client.call('feeds.subscribe', { url: `${paper.origin}/rss`, folderId: null, allowPrivate: true });
  await fetchAll(app);
  expect(paper.asked).toContain('/a');
  paper.pages['/rss'] = rss(`${other.origin}/a`, 'The ferry stops, and goes on…');
  await app.engine.feeds.sync({ ids: null, signal, onRefreshed: () => {} });
  await fetchAll(app);
  const [article] = await app.articles();
  if (!article) throw new Error('no article');
  const { page: own } = await app.client.call('articles.get', { id: article.id });
  expect(own).toMatchObject({ url: `${other.origin}/a`, error: { code: 'private-address' } });
  await trip(app);
  expect(other.asked).toEqual([]);
});

test('before a trip a yes that was said still counts: to an address, and to the place of a feed', async () => {
  await using paper = await site();
  const { origin, pages } = paper;
  pages['/rss'] = rss(`${origin}/a`, 'The ferry stops…');
  await using app = await testEngine();
  await app.client.call('feeds.subscribe', { url: `${origin}/rss`, folderId: null, allowPrivate: true });
  await app.client.call('pages.save', { address: `${origin}/b`, tags: [], allowPrivate: true });
  await app.client.call('pages.cancel', null);
  await app.client.call('pages.save', { address: `${origin}/b`, tags: [], allowPrivate: true });
  pages['/a'] = page('Story', WORDS);
  pages['/b'] = page('Saved', WORDS.replaceAll('ferry', 'tram'));
  expect(await trip(app)).toMatchObject({ articles: 2, missingCount: 0 });
});

test('an address that tells by itself that it is on the own network is kept once somebody has said yes', async () => {
  await using app = await testEngine();
  const save = (address: string, allowPrivate: boolean) =>
    app.client.call('pages.save', { address, tags: [], allowPrivate });
  for (const address of [
    'http://localhost:8080/a',
    'http://192.168.1.5',
    'nas.local/feed',
    '10.0.0.1:80',
    'http://[::1]/',
  ])
    await expect(save(address, false)).rejects.toMatchObject({ code: 'private-address' });
  expect(await app.articles()).toEqual([]);
  for (const address of ['https://news.example/a', '11.0.0.1', '172.32.0.1', 'local.example', 'localhost.example'])
    await save(address, false);
  await save('http://localhost:8080/a', true);
  expect(await app.articles()).toHaveLength(6);
});
