import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ArticleId } from '../contract/model.ts';
import { openStore } from './client.ts';
import type { Store } from './store.ts';
import { NOW, prepared, query, source, tamperWith, temporaryFolder, workerUrl } from './testing.ts';

const fileOf = (folder: string) => join(folder, 'library.sqlite');
const sizeOf = (folder: string) => statSync(fileOf(folder)).size;

/** Two of three articles are gone for good; the original of each takes many pages. */
async function fillAndEmpty(store: Store, count: number): Promise<void> {
  const importId = await store.startImport({ name: 'Test', origin: 'paths', startedAt: NOW });
  const articles = Array.from({ length: count }, (_, nth) =>
    prepared({ title: `Story ${nth}` }, randomBytes(120_000).toString('base64')),
  );
  await store.saveArticles({
    ...{ importId, addedAt: NOW },
    items: articles.map((article) => ({ path: article.path, source, article })),
  });
  await store.finishImport({ id: importId, state: 'done', finishedAt: NOW, total: count });
  const going = Array.from({ length: count }, (_, nth) => (nth + 1) as ArticleId).filter((id) => id % 3 !== 0);
  await store.setTrashed({ ids: going }, true);
  await store.emptyTrash();
}

test('what is free inside the file is given back to the disk, portion by portion, and what is left is whole', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  try {
    await fillAndEmpty(store, 90);
    const before = await store.space();
    expect(before.canGiveBack).toBe(true);
    expect(before.freeBytes).toBeGreaterThan(before.totalBytes / 3);
    const given: number[] = [];
    for (let bytes = -1; bytes !== 0; ) {
      ({ bytes } = await store.giveBack());
      given.push(bytes);
    }
    // Each portion is one of several, and all of them are all there was.
    expect(given.length).toBeGreaterThan(2);
    expect(given.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThanOrEqual(before.freeBytes);
    const after = await store.space();
    expect(after).toMatchObject({ freeBytes: 0, texts: before.texts, originals: before.originals });
    expect(sizeOf(folder.path)).toBe(after.totalBytes);
    expect(await store.check()).toEqual({ ok: true, problems: [] });
    expect((await store.listArticles(query({ limit: 100 }))).items).toHaveLength(30);
  } finally {
    await store.close();
  }
});

test('lists are answered, and others write, while it goes on', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  const other = await openStore({ folder: folder.path, workerUrl });
  try {
    await fillAndEmpty(store, 60);
    let isDone = false;
    const giving = (async () => {
      while ((await store.giveBack()).bytes > 0);
      isDone = true;
    })();
    const listed = await store.listArticles(query({ limit: 100 }));
    await other.setStarred({ ids: [3 as ArticleId] }, true);
    expect(listed.items).toHaveLength(20);
    await giving;
    expect(isDone).toBe(true);
    expect((await store.getArticle(3 as ArticleId)).isStarred).toBe(true);
    expect(await other.check()).toEqual({ ok: true, problems: [] });
  } finally {
    await other.close();
    await store.close();
  }
});

test('killed at any point, the file is whole and the rest can be given back', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  await fillAndEmpty(store, 90);
  await store.close();
  const program = fileURLToPath(new URL('./space.testing.ts', import.meta.url));
  for (const portions of [1, 2]) {
    const child = spawn(process.execPath, [program, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] });
    for (let nth = 0; nth < portions; nth++) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const db = tamperWith(folder.path);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  }
  const again = await openStore({ folder: folder.path, workerUrl });
  try {
    while ((await again.giveBack()).bytes > 0);
    expect(await again.space()).toMatchObject({ freeBytes: 0 });
    expect(await again.check()).toEqual({ ok: true, problems: [] });
    expect((await again.listArticles(query({ limit: 100 }))).items).toHaveLength(30);
  } finally {
    await again.close();
  }
});
