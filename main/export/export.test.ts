import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArticleDetail } from '../../contract/model.ts';
import { filter, query } from '../../db/testing.ts';
import { png } from '../../ingest/images/png.testing.ts';
import { markdown, story, type TestEngine, testEngine, writeTree } from '../testing.ts';

const unending = () => new AbortController().signal;

async function all({ client }: TestEngine): Promise<readonly ArticleDetail[]> {
  const { items } = await client.call('articles.list', query({ filter: filter(), direction: 'oldest', limit: 200 }));
  return Promise.all(items.map(({ id }) => client.call('articles.get', { id })));
}

/** What must be the same wherever an article goes. */
const essence = ({
  id: _id,
  addedAt: _added,
  source: _source,
  originalName: _name,
  html: _html,
  ...rest
}: ArticleDetail) => rest;

const FILES = {
  'a/plain.txt': story(
    'Harbour *reopens* & <more>',
    'The harbour opened again on Monday. It had been closed.',
    '1) First it was fog, they said.',
    '~~Not~~ so: AT&amp;T and a_b_c and # and > and [x](y).',
  ),
  'a/head.md': markdown(
    {
      title: '"Talks: 2 * 3 * 4 in Geneva"',
      author: '[Ann Lee, Bo Ek]',
      date: '2016-08-26T10:15+02:00',
      modified: '2016-08-27T08:00:30Z',
      url: 'https://news.example/talks?id=7',
      site: 'The Example',
      description: 'In short.',
      dateline: 'Geneva (Agency)',
      captions: '["One, two", Three]',
      tags: '[talks, "a, b"]',
      lang: 'en',
    },
    'Text with *marks*, `code`, a [link](https://news.example/x).\n\n## Part\n\n- one\n- two\n  - in two\n\n1. first\n2. second\n\n> Said.\n\n' +
      '| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nif (a) {\n  b\n}\n```\n\nEnd ~~not~~ so.',
  ),
  'a/month.md': markdown({ title: 'Month', date: '2016-08' }, 'Sometime in August.'),
  'a/year.md': markdown({ title: 'Year', date: '2016' }, 'Sometime.'),
  'a/unzoned.md': markdown({ title: 'Unzoned', date: '2016-08-26T10:15' }, 'At a quarter past ten.'),
  'a/west.md': markdown({ title: 'West', date: '2016-08-25T23:30-05:00' }, 'Late in the evening.'),
  'a/embargo.md': markdown(
    {
      title: 'Embargo',
      status: 'embargoed',
      embargo: '2026-03-04T07:00+01:00',
      ednote: '"Pictures: later"',
      revision: '3',
    },
    'The council will meet.',
  ),
  'a/kill.md': markdown({ title: 'Kill', status: 'canceled', correction: 'true' }, 'The council did not meet.'),
  'a/rtl.md': markdown({ title: 'الجسر' }, 'قال المجلس إن الجسر سيغلق قبل الشتاء.'),
};

test('what was exported, imported into another library, is the same articles', async () => {
  await using here = await testEngine();
  writeTree(here.folder, FILES);
  await here.importPaths('a');
  const articles = await all(here);
  await here.client.call('articles.setTags', {
    selection: { ids: articles.map(({ id }) => id) },
    add: ['Kept'],
    remove: [],
  });
  const out = join(here.folder, 'out');
  expect(await here.engine.exportMarkdown(out, null, unending())).toBe(articles.length);

  await using there = await testEngine();
  const { counts } = await there.engine.imports.fromPaths([out], { signal: unending(), onItem: () => {} });
  expect(counts).toMatchObject({ imported: articles.length, failed: 0, skipped: 0 });
  const byUid = (list: readonly ArticleDetail[]) => list.map(essence).sort((a, b) => (a.uid < b.uid ? -1 : 1));
  expect(byUid(await all(there))).toEqual(byUid(await all(here)));
});

test('what was exported, imported again here, doubles nothing and loses no state', async () => {
  await using app = await testEngine();
  writeTree(app.folder, FILES);
  await app.importPaths('a');
  const articles = await all(app);
  await app.client.call('articles.setStarred', { selection: { ids: articles.map(({ id }) => id) }, isStarred: true });
  await app.engine.exportMarkdown(join(app.folder, 'out'), null, unending());
  const { summary } = await app.importPaths('out');
  expect(summary.counts).toMatchObject({ imported: 0, failed: 0 });
  const again = await all(app);
  expect(again.map(({ id, addedAt, isStarred }) => [id, addedAt, isStarred])).toEqual(
    articles.map(({ id, addedAt }) => [id, addedAt, true]),
  );
});

test('names sort by date, can be read and written on any system, and no two are the same', async () => {
  await using app = await testEngine();
  writeTree(app.folder, {
    'a/1.md': markdown({ title: '"What? A/B: \\\\ |<x>| * ..."', date: '2016-08-26' }, 'One.'),
    'a/2.md': markdown({ title: '"What? A/B: \\\\ |<x>| * ..."', date: '2016-08-26' }, 'Two.'),
    'a/3.md': markdown({ title: `"${'長い題名'.repeat(60)}"`, date: '2016-08-27' }, '本文です。'),
    'a/4.md': markdown({ title: '"!!!"', date: '2016' }, 'Four.'),
  });
  await app.importPaths('a');
  await app.engine.exportMarkdown(join(app.folder, 'out'), null, unending());
  const names = readdirSync(join(app.folder, 'out')).sort();
  expect(names).toEqual([
    expect.stringMatching(/^2016-01-01-article-\d+\.md$/),
    expect.stringMatching(/^2016-08-26-What-A-B-x-\d+\.md$/),
    expect.stringMatching(/^2016-08-26-What-A-B-x-\d+\.md$/),
    expect.stringMatching(/^2016-08-27-長い題名.*-\d+\.md$/),
  ]);
  for (const name of names) expect(Buffer.byteLength(name)).toBeLessThan(200);
});

test('the trash stays out; a tag narrows it', async () => {
  await using app = await testEngine();
  writeTree(app.folder, {
    'a/1.txt': story('Kept one'),
    'a/2.txt': story('Thrown away'),
    'a/3.txt': story('Kept two'),
  });
  await app.importPaths('a');
  const [one, two] = await all(app);
  if (!one || !two) throw new Error('Three articles were imported');
  await app.client.call('articles.setTrashed', { selection: { ids: [two.id] }, isTrashed: true });
  await app.client.call('articles.setTags', { selection: { ids: [one.id, two.id] }, add: ['sea'], remove: [] });
  expect(await app.engine.exportMarkdown(join(app.folder, 'all'), null, unending())).toBe(2);
  expect(await app.engine.exportMarkdown(join(app.folder, 'sea'), 'Sea', unending())).toBe(1);
  expect(await app.engine.exportMarkdown(join(app.folder, 'none'), 'no such tag', unending())).toBe(0);
});

test('an existing file is replaced whole, and an end that is asked for leaves no halves', async () => {
  await using app = await testEngine();
  writeTree(
    app.folder,
    Object.fromEntries(Array.from({ length: 30 }, (_, nth) => [`a/${nth}.txt`, story(`Story ${nth}`)])),
  );
  await app.importPaths('a');
  const out = join(app.folder, 'out');
  await app.engine.exportMarkdown(out, null, unending());
  const [name = ''] = readdirSync(out);
  const before = readFileSync(join(out, name), 'utf8');
  writeFileSync(join(out, name), 'x'.repeat(100_000));
  await app.engine.exportMarkdown(out, null, unending());
  expect(readFileSync(join(out, name), 'utf8')).toBe(before);

  const ended = join(app.folder, 'ended');
  mkdirSync(ended);
  await expect(app.engine.exportMarkdown(ended, null, AbortSignal.abort())).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(readdirSync(ended)).toEqual([]);
});

test('stored pictures are written beside the article, others keep their address, captions go along', async () => {
  await using here = await testEngine();
  const [harbour, bridge] = [png(64, 48, 10), png(32, 24, 200)];
  writeTree(here.folder, {
    'a/story.md': markdown(
      { title: 'Harbour reopens', date: '2016-08-26' },
      'The harbour opened on Monday.\n\n![Ships [at] sea](harbour%20(1).png "Ships \\"waiting\\" (Photo: A. Lee)")\n\nMore ![a flag](bridge.png) of it.\n\n![Far](https://example.org/far_(2).png)\n\nThe end.',
    ),
    'a/harbour (1).png': harbour,
    'a/bridge.png': bridge,
  });
  await here.importPaths('a/story.md');
  const [article] = await all(here);
  expect(article?.offline).toBe('images');
  const out = join(here.folder, 'out');
  await here.engine.exportMarkdown(out, null, unending());

  const stem = '2016-08-26-Harbour-reopens-1';
  expect(readdirSync(out).sort()).toEqual([`${stem}.md`, `${stem}_files`]);
  const names = readdirSync(join(out, `${stem}_files`));
  expect(names.map((name) => readFileSync(join(out, `${stem}_files`, name)).byteLength).sort()).toEqual(
    [harbour.byteLength, bridge.byteLength].sort(),
  );
  const text = readFileSync(join(out, `${stem}.md`), 'utf8');
  expect(text).toContain(`](${stem}_files/`);
  expect(text).toContain('](<https://example.org/far_(2).png>');

  await using there = await testEngine();
  const { counts } = await there.engine.imports.fromPaths([out], { signal: unending(), onItem: () => {} });
  expect(counts).toMatchObject({ imported: 1, skipped: 0, failed: 0 });
  const [again] = await all(there);
  expect(again?.captions).toEqual(article?.captions);
  expect(again?.text).toBe(article?.text);
  expect(again?.images.map(({ src, alt, width }) => [src, alt, width])).toEqual(
    article?.images.map(({ src, alt, width }) => [src, alt, width]),
  );
});
