import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ArticleId } from '../contract/model.ts';
import { openStore } from './client.ts';
import { FATAL_ID, filter, NOW, prepared, query, source, temporaryFolder, workerUrl } from './testing.ts';

const mortalUrl = new URL('./mortal-worker.testing.ts', import.meta.url);
const importer = fileURLToPath(new URL('./importer.testing.ts', import.meta.url));
const fatalId = FATAL_ID as ArticleId;

const runImporter = (folder: string, name: string, batches: number): ChildProcess =>
  spawn(process.execPath, [importer, folder, name, String(batches)], { stdio: ['ignore', 'pipe', 'inherit'] });

const items = (...articles: readonly ReturnType<typeof prepared>[]) =>
  articles.map((article) => ({ path: article.path, source, article }));

test('what is stored is there after closing and opening again', async () => {
  using folder = temporaryFolder();
  const first = await openStore({ folder: folder.path, workerUrl });
  const importId = await first.startImport({ name: 'x', origin: 'paths', startedAt: NOW });
  await first.saveArticles({ importId, addedAt: NOW, items: items(prepared({ title: 'Kept' })) });
  await first.setSettings({ theme: 'dark' });
  await first.close();
  expect(existsSync(join(folder.path, 'library.sqlite-wal'))).toBe(false);
  expect(readdirSync(join(folder.path, 'open'))).toEqual([]);

  const second = await openStore({ folder: folder.path, workerUrl });
  expect((await second.listArticles(query())).items.map(({ title }) => title)).toEqual(['Kept']);
  expect((await second.search({ text: 'kept', filter: filter(), limit: 5, offset: 0 })).total).toBe(1);
  expect(await second.settings()).toMatchObject({ theme: 'dark', textSizePx: 19 });
  expect(await second.health()).toEqual({ state: 'ok' });
  expect(await second.check()).toEqual({ ok: true, problems: [] });
  await second.close();
  await expect(second.overview()).rejects.toMatchObject({ code: 'worker-died' });
});

test('refusals keep their code across the thread', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  await expect(store.getArticle(77 as ArticleId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(store.deleteTag('unknown')).rejects.toMatchObject({ code: 'not-found' });
  await store.close();
});

test('a reader that dies refuses its callers and is replaced', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl: mortalUrl });
  const calls = await Promise.allSettled([store.getArticle(fatalId), store.overview(), store.settings()]);
  expect(calls.map((call) => call.status === 'rejected' && call.reason.code)).toEqual([
    'worker-died',
    'worker-died',
    'worker-died',
  ]);
  expect((await store.overview()).articles).toBe(0);
  await store.close();
});

test('a writer that dies loses nothing that was committed', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl: mortalUrl });
  const importId = await store.startImport({ name: 'x', origin: 'paths', startedAt: NOW });
  const [item] = await store.saveArticles({ importId, addedAt: NOW, items: items(prepared()) });
  const calls = await Promise.allSettled([store.setPosition(fatalId, 1), store.setSettings({ theme: 'dark' })]);
  expect(calls.map(({ status }) => status)).toEqual(['rejected', 'rejected']);

  await store.saveArticles({ importId, addedAt: NOW, items: items(prepared()) });
  expect((await store.overview()).articles).toBe(2);
  expect(item?.articleId && (await store.getArticle(item.articleId)).title).toBe('Council meets');
  expect((await store.listImports())[0]).toMatchObject({ state: 'running', counts: { imported: 2 } });
  expect(await store.changedElsewhere()).toBe(false);
  await store.close();
});

test('two processes write at once; both see all of it, and who wrote is told apart', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  const importId = await store.startImport({ name: 'here', origin: 'paths', startedAt: NOW });
  const child = runImporter(folder.path, 'there', 15);
  const ended = once(child, 'exit');
  for (let batch = 0; batch < 15; batch++) {
    const articles = Array.from({ length: 20 }, (_, nth) => prepared({ title: `here ${batch} ${nth}` }));
    await store.saveArticles({ importId, addedAt: NOW, items: items(...articles) });
  }
  expect(await ended).toEqual([0, null]);
  expect(await store.changedElsewhere()).toBe(true);
  expect(await store.changedElsewhere()).toBe(false);
  await store.setSettings({ theme: 'light' });
  expect(await store.changedElsewhere()).toBe(false);

  const overview = await store.overview();
  expect(overview).toMatchObject({ articles: 600, tags: [{ name: 'there', count: 300 }] });
  expect((await store.search({ text: 'there', filter: filter(), limit: 1, offset: 0 })).total).toBe(300);
  expect(await store.check()).toEqual({ ok: true, problems: [] });
  await store.close();
});

test('a process killed in the middle of an import leaves whole batches, an interrupted import and a library that is checked', async () => {
  using folder = temporaryFolder();
  const child = runImporter(folder.path, 'doomed', 10_000);
  const ended = once(child, 'exit');
  let told = 0;
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    told = Number(line);
    if (told === 7) child.kill('SIGKILL');
  }
  await ended;
  const store = await openStore({ folder: folder.path, workerUrl });
  const { articles } = await store.overview();
  expect(articles).toBeGreaterThanOrEqual(told * 20);
  expect(articles % 20).toBe(0);
  const [doomed] = await store.listImports();
  expect(doomed).toMatchObject({ state: 'interrupted', total: articles, counts: { imported: articles } });
  await expect.poll(() => store.health()).toEqual({ state: 'ok' });
  expect(await store.check()).toEqual({ ok: true, problems: [] });
  await store.close();
  expect(readdirSync(join(folder.path, 'open'))).toEqual([]);
});

test('an import that another process is running is not taken for an interrupted one', async () => {
  using folder = temporaryFolder();
  const child = runImporter(folder.path, 'alive', 10_000);
  for await (const _ of createInterface({ input: child.stdout ?? process.stdin })) break;
  const store = await openStore({ folder: folder.path, workerUrl });
  const [alive] = await store.listImports();
  const health = await store.health();
  child.kill('SIGKILL');
  expect(alive?.state).toBe('running');
  expect(health).toEqual({ state: 'ok' });
  await store.close();
});

test('a backup is a whole library', async () => {
  using folder = temporaryFolder();
  using other = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  const importId = await store.startImport({ name: 'x', origin: 'paths', startedAt: NOW });
  await store.saveArticles({ importId, addedAt: NOW, items: items(prepared(), prepared()) });
  const file = join(other.path, 'deep', 'library.sqlite');
  expect((await store.backup(file)).sizeBytes).toBeGreaterThan(0);
  await store.close();
  expect(readdirSync(join(other.path, 'deep'))).toEqual(['library.sqlite']);
  const copy = await openStore({ folder: join(other.path, 'deep'), workerUrl });
  expect((await copy.overview()).articles).toBe(2);
  expect(await copy.check()).toEqual({ ok: true, problems: [] });
  await copy.close();
});

test('a backup replaces an earlier one and no other file, and is for its owner alone', async () => {
  using folder = temporaryFolder();
  using other = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  const file = join(other.path, 'copy.sqlite');
  writeFileSync(file, 'A letter that is nobody’s backup, and long enough to hold an id where SQLite keeps it.');
  await expect(store.backup(file)).rejects.toMatchObject({ code: 'library-unwritable' });
  expect(readFileSync(file, 'utf8')).toMatch(/^A letter/);
  rmSync(file);
  await store.backup(file);
  await store.backup(file);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  await store.close();
});

test('a backup that cannot be written leaves nothing behind and is refused', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  await expect(store.backup(join(folder.path, 'library.sqlite', 'below-a-file.sqlite'))).rejects.toMatchObject({
    code: 'library-unwritable',
  });
  await store.close();
});

test('a library that another program locks is busy, not broken', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  await store.close();
  const locker = new Database(join(folder.path, 'library.sqlite'));
  locker.exec('BEGIN IMMEDIATE');
  const second = await openStore({ folder: folder.path, workerUrl, busyTimeoutMs: 20 });
  await expect(second.setSettings({ theme: 'dark' })).rejects.toMatchObject({ code: 'library-busy' });
  expect((await second.settings()).theme).toBe('system');
  locker.exec('ROLLBACK');
  locker.close();
  expect(await second.setSettings({ theme: 'dark' })).toMatchObject({ theme: 'dark' });
  await second.close();
});

test('slow queries are told with their names', async () => {
  using folder = temporaryFolder();
  const told: string[] = [];
  const store = await openStore({
    folder: folder.path,
    workerUrl,
    onSlowQuery: (name) => told.push(name),
    slowReadMs: 0,
  });
  await store.overview();
  expect(told).toContain('overview');
  await store.close();
});
