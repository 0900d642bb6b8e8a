import { linkSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { story, testEngine, writeTree } from './testing.ts';
import { version } from './version.ts';

test('the library says where it is, how large, of which version and how well', async () => {
  await using app = await testEngine();
  const before = await app.client.call('library.info', null);
  expect(before).toEqual({
    folder: app.library,
    ...{ sizeBytes: expect.any(Number), freeBytes: expect.any(Number) },
    appVersion: version,
    health: { state: 'ok' },
    net: { allowsPrivateNetworks: false, isOfflineMode: false, offlineSince: null },
  });
  writeTree(
    app.folder,
    Object.fromEntries(Array.from({ length: 200 }, (_, nth) => [`n/${nth}.txt`, story(`Story ${nth}`)])),
  );
  await app.importPaths('n');
  expect((await app.client.call('library.info', null)).sizeBytes).toBeGreaterThan(before.sizeBytes);
});

test('that addresses of the own network are as good as any is told', async () => {
  await using app = await testEngine({ allowPrivateNetworks: true });
  expect((await app.client.call('library.info', null)).net.allowsPrivateNetworks).toBe(true);
});

test.skipIf(process.platform === 'win32')('the folder of a library is its owner’s alone', async () => {
  await using app = await testEngine();
  expect(statSync(app.library).mode & 0o077).toBe(0);
});

test('a backup taken while it is open is a whole library', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'a.txt': story('Harbour reopens') });
  await app.importPaths('a.txt');
  const copy = join(app.folder, 'copy');
  await app.engine.backup(join(copy, 'library.sqlite'));
  expect(readdirSync(copy)).toEqual(['library.sqlite']);
  await using second = await testEngine({ folder: copy });
  expect((await second.articles()).map(({ title }) => title)).toEqual(['Harbour reopens']);
  expect(await second.engine.check()).toEqual({ ok: true, problems: [] });
});

test('a backup taken while an import runs is a whole library of some moment of it', async () => {
  await using app = await testEngine();
  const names = Array.from({ length: 900 }, (_, nth) => `News/${nth}.txt`);
  writeTree(app.folder, Object.fromEntries(names.map((name) => [name, story(`Report ${name} of the harbour`)])));
  const copy = join(app.folder, 'copy');
  let backup: Promise<unknown> | undefined;
  const { counts } = await app.engine.imports.fromPaths([join(app.folder, 'News')], {
    signal: new AbortController().signal,
    onItem: () => {
      backup ??= app.engine.backup(join(copy, 'library.sqlite'));
    },
  });
  await backup;
  expect(counts.imported).toBe(900);
  await using second = await testEngine({ folder: copy });
  expect(await second.engine.check()).toEqual({ ok: true, problems: [] });
  const { articles } = await second.client.call('library.overview', null);
  expect(articles).toBeGreaterThan(0);
  expect(articles).toBeLessThanOrEqual(900);
});

test('a backup never takes the place of the library itself, by whatever name', async () => {
  await using app = await testEngine();
  const own = join(app.library, 'library.sqlite');
  linkSync(own, join(app.folder, 'hard'));
  symlinkSync(own, join(app.folder, 'soft'));
  const names = [
    own,
    `${own}-wal`,
    join(app.library, '..', 'library', 'library.sqlite'),
    join(app.folder, 'hard'),
    join(app.folder, 'soft'),
  ];
  for (const name of names)
    await expect(app.engine.backup(name), name).rejects.toMatchObject({ code: 'invalid-params' });
  expect(await app.engine.check()).toEqual({ ok: true, problems: [] });
});
