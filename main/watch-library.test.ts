import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../db/client.ts';
import { filter, NOW, prepared, source, temporaryFolder } from '../db/testing.ts';
import { layout } from './hosts/layout.ts';
import { testEngine } from './testing.ts';
import { watchLibrary } from './watch-library.ts';

test('what another program does to the library is told, without polling', async () => {
  await using app = await testEngine();
  const changed = new Promise<void>((told) => {
    app.engine.subscribe(({ type }) => type === 'articles.changed' && told());
  });
  // Another connection stands for another program: SQLite tells it no differently.
  const other = await openStore({ folder: app.library, workerUrl: layout.workers.db });
  const importId = await other.startImport({ name: 'x', origin: 'paths', startedAt: NOW });
  const article = prepared({ title: 'From elsewhere' });
  await other.saveArticles({ importId, addedAt: NOW, items: [{ path: article.path, source, article }] });
  await changed;
  expect((await app.articles()).map(({ title }) => title)).toEqual(['From elsewhere']);
  expect(await app.client.call('articles.count', filter())).toBe(1);
  await other.close();
});

test('a burst of writes to the library’s files is one look, other files are none', async () => {
  using folder = temporaryFolder();
  let looks = 0;
  let looked: () => void = () => {};
  const first = new Promise<void>((resolve) => {
    looked = resolve;
  });
  const watcher = watchLibrary(folder.path, async () => {
    looks++;
    looked();
  });
  writeFileSync(join(folder.path, 'tearsheet.log'), 'x');
  for (let nth = 0; nth < 20; nth++) writeFileSync(join(folder.path, 'library.sqlite-wal'), `${nth}`);
  await first;
  expect(looks).toBe(1);
  watcher.close();
});

test('a folder that cannot be watched is no reason to stop', () => {
  watchLibrary('/there/is/no/such/folder', async () => {}).close();
});
