import { expect, test } from 'vitest';
import { everywhere } from '../../contract/query.ts';
import { png } from '../../ingest/images/png.testing.ts';
import { type TestEngine, testEngine } from '../testing.ts';
import type { FetchEnd } from './runner.ts';
import { page, type Site, site, WORDS } from './site.testing.ts';

const LITTLE = 'The page says only this sentence, and not one word more than that one.';

const open = () => testEngine({ allowPrivateNetworks: true });

async function fetchAll({ engine }: TestEngine): Promise<readonly FetchEnd[]> {
  const ends: FetchEnd[] = [];
  await engine.pages.run(new AbortController().signal, (end) => ends.push(end));
  return ends;
}

/** A feed of entries: title, address and HTML. */
const rss = (...items: readonly (readonly [title: string, link: string, html: string])[]) => ({
  type: 'application/rss+xml',
  body: `<rss version="2.0"><channel><title>The Paper</title><link>https://paper.example</link>${items
    .map(
      ([title, link, html]) =>
        `<item><title>${title}</title><link>${link}</link><description><![CDATA[${html}]]></description></item>`,
    )
    .join('')}</channel></rss>`,
});

async function subscribed(app: TestEngine, paper: Site) {
  const feed = await app.client.call('feeds.subscribe', {
    url: `${paper.origin}/rss`,
    folderId: null,
    allowPrivate: true,
  });
  return feed;
}

const textsOf = async (app: TestEngine): Promise<Record<string, string>> => {
  const all = await Promise.all((await app.articles()).map(({ id }) => app.client.call('articles.get', { id })));
  return Object.fromEntries(all.map(({ title, text }) => [title, text]));
};

test('what a feed visibly cuts is fetched whole, with its pictures, as far as the site lets programs', async () => {
  await using paper = await site();
  const { origin, pages } = paper;
  pages['/robots.txt'] = { type: 'text/plain', body: 'User-agent: *\nDisallow: /closed' };
  pages['/cut'] = page('Cut', WORDS, { body: '<img src="/boat.png" alt="The boat">' });
  pages['/closed/two'] = page('Closed', WORDS);
  pages['/less'] = page('No more', LITTLE);
  pages['/boat.png'] = { type: 'image/png', body: png(40, 30) };
  pages['/rss'] = rss(
    ['Cut', `${origin}/cut`, 'The ferry to the outer islands will stop…'],
    ['Closed', `${origin}/closed/two`, 'The ferry to the inner islands will stop…'],
    ['No more', `${origin}/less`, `${LITTLE} And so on, and so forth…`],
    ['Whole', `${origin}/whole`, `<p>${WORDS.replaceAll('\n', '</p><p>')}</p><img src="${origin}/boat.png">`],
  );
  await using app = await open();
  await subscribed(app, paper);
  await fetchAll(app);
  expect(await textsOf(app)).toEqual({
    Cut: expect.stringContaining('freight goes by way of the north quay'),
    Closed: 'The ferry to the inner islands will stop…',
    'No more': expect.stringContaining('and so forth…'),
    Whole: expect.stringContaining('freight goes by way of the north quay'),
  });
  const articles = await Promise.all((await app.articles()).map(({ id }) => app.client.call('articles.get', { id })));
  expect(
    Object.fromEntries(
      articles.map(({ title, page: own, offline }) => [title, [own?.state, own?.error?.code, offline]]),
    ),
  ).toEqual({
    Cut: ['fetched', undefined, 'complete'],
    Closed: ['refused', 'robots', 'text'],
    'No more': ['fetched', 'shorter', 'complete'],
    Whole: [undefined, undefined, 'complete'],
  });
  const { hits } = await app.client.call('search.run', {
    ...{ text: 'is:offline', limit: 10, offset: 0 },
    filter: { ...everywhere, shelf: 'articles' },
  });
  expect(hits.map(({ article }) => article.title).toSorted()).toEqual(['Cut', 'No more', 'Whole']);
  expect(paper.asked.toSorted()).toEqual(['/boat.png', '/cut', '/less', '/robots.txt', '/rss']);
  const [feed] = (await app.client.call('feeds.list', null)).feeds;
  expect(feed?.health.truncated).toBe(true);
});

test('what somebody asks for comes before what only a rule wants', async () => {
  await using paper = await site();
  const { origin, pages } = paper;
  pages['/rss'] = rss(['Cut', `${origin}/cut`, 'The ferry to the outer islands will stop…']);
  for (const path of ['/cut', '/mine']) pages[path] = page(path, WORDS);
  await using app = await open();
  await subscribed(app, paper);
  await app.client.call('pages.save', { address: `${origin}/mine`, tags: [], allowPrivate: true });
  await fetchAll(app);
  expect(paper.asked).toEqual(['/rss', '/mine', '/robots.txt', '/cut']);
});

test('by rule every page is fetched, or none, and no pictures; a page that says less is not taken', async () => {
  await using paper = await site();
  const { origin, pages } = paper;
  pages['/rss'] = rss(['First', `${origin}/first`, 'Words…']);
  await using app = await open();
  const { id } = await subscribed(app, paper);
  await app.client.call('pages.cancel', null);
  const ask = async (settings: object) => {
    await app.client.call('feeds.change', { id, settings });
    await app.engine.feeds.sync({ ids: [id], signal: new AbortController().signal, onRefreshed: () => {} });
    await fetchAll(app);
  };
  pages['/full'] = page('Full', WORDS);
  pages['/less'] = page('Less', LITTLE);
  const long = `<p>${WORDS.replaceAll('\n', '</p><p>')}</p>`;
  pages['/rss'] = rss(
    ['None', `${origin}/none`, 'Words of it…'],
    ['Pictured', `${origin}/p`, `${long}<p>And a picture.</p><img src="${origin}/boat.png">`],
  );
  await ask({ fullText: 'feed', pictures: 'none' });
  pages['/rss'] = rss(
    ['Full', `${origin}/full`, 'A summary of it, which ends like one.'],
    ['Less', `${origin}/less`, `${long}<p>More.</p>`],
  );
  await ask({ fullText: 'page' });
  const texts = await textsOf(app);
  expect(texts['None']).toBe('Words of it…');
  expect(texts['Full']).toContain('north quay');
  expect(texts['Less']).toContain('More.');
  expect(paper.asked.filter((path) => path !== '/rss' && path !== '/robots.txt').toSorted()).toEqual([
    '/full',
    '/less',
  ]);
});

test('what holds for all feeds holds for one that has nothing of its own', async () => {
  await using paper = await site();
  const { origin, pages } = paper;
  pages['/full'] = page('Full', WORDS, { body: '<img src="/boat.png" alt="The boat">' });
  pages['/boat.png'] = { type: 'image/png', body: png(40, 30) };
  pages['/rss'] = rss(['Full', `${origin}/full`, 'A summary of it, which ends like one.']);
  await using app = await open();
  const { feedDefaults } = await app.client.call('settings.get', null);
  await app.client.call('settings.set', { feedDefaults: { ...feedDefaults, fullText: 'page', pictures: 'none' } });
  const { id } = await subscribed(app, paper);
  await fetchAll(app);
  expect((await textsOf(app))['Full']).toContain('north quay');
  await app.client.call('feeds.change', { id, settings: { fullText: 'feed', pictures: 'all' } });
  pages['/rss'] = rss(['Own', `${origin}/own`, 'Words of it…<img src="/boat.png">']);
  await app.engine.feeds.sync({ ids: [id], signal: new AbortController().signal, onRefreshed: () => {} });
  expect(paper.asked).not.toContain('/boat.png');
  await fetchAll(app);
  expect(paper.asked.filter((path) => path !== '/rss' && path !== '/robots.txt').toSorted()).toEqual([
    '/boat.png',
    '/full',
  ]);
});

test('when the feed says something else of a page that is shown, the page is fetched anew and what was said before is kept', async () => {
  await using paper = await site();
  const { origin, pages } = paper;
  pages['/a'] = page('Story', WORDS);
  pages['/rss'] = rss(['Story', `${origin}/a`, 'The ferry stops…']);
  await using app = await open();
  const { id: feedId } = await subscribed(app, paper);
  await fetchAll(app);
  const [article] = await app.articles();
  if (!article) throw new Error('no article');
  pages['/a'] = page('Story', `${WORDS}\nIt will run again in May, the office said later.`);
  pages['/rss'] = rss(['Story', `${origin}/a`, 'The ferry stops, and runs again in May…']);
  await app.engine.feeds.sync({ ids: [feedId], signal: new AbortController().signal, onRefreshed: () => {} });
  await fetchAll(app);
  const { text } = await app.client.call('articles.get', { id: article.id });
  expect(text).toContain('run again in May, the office said later');
  expect((await app.articles()).length).toBe(1);
  const revisions = await app.client.call('articles.revisions', { id: article.id });
  expect(revisions.map(({ title, wordCount }) => [title, wordCount])).toEqual([
    ['Story', expect.any(Number)],
    ['Story', 3],
  ]);
  const [latest] = revisions;
  if (!latest) throw new Error('no revision');
  const difference = await app.client.call('articles.difference', { id: article.id, revisionId: latest.id });
  expect(difference).toMatchObject({ addedWords: 10, removedWords: 0, title: [{ kind: 'same', text: 'Story' }] });
  expect(difference.paragraphs.map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'added']);
});
