import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testEngine, writeTree } from '../../testing.ts';

const message = (nth: number, more = '') =>
  `From mara@harbour.example Tue Mar  3 05:30:0${nth} 2026
From: Mara Gull <mara@harbour.example>
Subject: Letter ${nth}
Date: Tue, 3 Mar 2026 05:30:0${nth} +0200
Message-ID: <letter-${nth}@harbour.example>
List-Id: Tide Letter <tides.harbour.example>
${more}
The boats of day ${nth} stay in the harbour.

`;

test('each message of a mailbox is an article of its list, named by its number, and comes in once', async () => {
  await using app = await testEngine();
  writeTree(app.folder, {
    'Letters.mbox': message(1) + message(2, 'Content-Type: application/pdf; name="a.pdf"\n') + message(3),
  });
  const { items, summary } = await app.importPaths('Letters.mbox');
  const at = join(app.folder, 'Letters.mbox');
  expect(items.map(({ path, status }) => [path, status])).toEqual([
    [`${at}/1.eml`, 'imported'],
    [`${at}/2.eml`, 'skipped'],
    [`${at}/3.eml`, 'imported'],
  ]);
  expect(summary).toMatchObject({ state: 'done', total: 3 });
  const articles = await app.articles();
  expect(articles.map(({ title, source }) => `${title} – ${source.kind} ${source.name}`).sort()).toEqual([
    'Letter 1 – mail Tide Letter',
    'Letter 3 – mail Tide Letter',
  ]);
  const id = articles.find(({ title }) => title === 'Letter 3')?.id;
  if (id === undefined) throw new Error('The third letter did not come in');
  const original = await app.client.call('articles.original', { id });
  expect(original).toMatchObject({ name: '3.eml', isPage: false });
  expect(original.text).toMatch(/^From: Mara Gull/);
  const before = await app.client.call('articles.get', { id });
  expect(await app.client.call('articles.reread', { id })).toEqual(before);
  expect((await app.importPaths('Letters.mbox')).summary.counts).toMatchObject({ imported: 0, duplicate: 2 });
});

test('a mailbox under a name that does not say what it is, and one that is empty', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { Inbox: message(1) + message(2), 'Empty.mbox': '\n' });
  const { items } = await app.importPaths('Inbox', 'Empty.mbox');
  expect(items.map(({ path, status }) => [path.replace(`${app.folder}/`, ''), status])).toEqual([
    ['Inbox/1.eml', 'imported'],
    ['Inbox/2.eml', 'imported'],
    ['Empty.mbox', 'skipped'],
  ]);
});
