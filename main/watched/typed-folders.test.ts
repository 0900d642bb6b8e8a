import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing.ts';
import { testEngine, writeTree } from '../testing.ts';
import { createTypedFolders } from './typed-folders.ts';

const noFolders = { add: () => Promise.reject(new Error('not asked for')) };

test('folders that begin with what was typed are offered: no files, nothing hidden, whatever the case', async () => {
  using folder = temporaryFolder();
  writeTree(folder.path, { 'News/a/x.txt': 'x', 'newspapers/x.txt': 'x', 'Notes.txt': 'x', '.new/x.txt': 'x' });
  const { complete } = createTypedFolders(noFolders, true);
  const at = (...names: readonly string[]) => names.map((name) => join(folder.path, name) + sep);
  expect(await complete(join(folder.path, 'new'))).toEqual(at('News', 'newspapers'));
  expect(await complete(folder.path + sep)).toEqual(at('News', 'newspapers'));
  expect(await complete(join(folder.path, 'News') + sep)).toEqual(at(join('News', 'a')));
  expect(await complete(join(folder.path, 'nowhere', 'x'))).toEqual([]);
  expect(await complete('news')).toEqual([]);
  for (const path of await complete('')) expect(path.startsWith(homedir())).toBe(true);
});

test('a page may name a folder only where it has no chooser, and no hidden one', async () => {
  await using desktop = await testEngine();
  for (const call of [
    desktop.client.call('watch.add', { path: desktop.folder }),
    desktop.client.call('watch.complete', { typed: '' }),
  ])
    await expect(call).rejects.toMatchObject({ code: 'not-possible' });
  expect(await desktop.client.call('watch.list', null)).toEqual([]);

  await using browser = await testEngine({ mayTypeFolders: true });
  const [open, hidden] = [join(browser.folder, 'open'), join(browser.folder, '.hidden', 'deep')];
  for (const path of [open, hidden]) mkdirSync(path, { recursive: true });
  await expect(browser.client.call('watch.add', { path: hidden })).rejects.toMatchObject({ code: 'not-possible' });
  await expect(browser.client.call('watch.add', { path: 'open' })).rejects.toMatchObject({ code: 'not-possible' });
  expect(await browser.client.call('watch.add', { path: open + sep })).toMatchObject({ path: open, problem: null });
});
