import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportItem } from '../../contract/imports.ts';
import { query } from '../../db/testing.ts';
import { story, testEngine, writeTree } from '../testing.ts';

const titles = async (app: Awaited<ReturnType<typeof testEngine>>) =>
  (await app.client.call('articles.list', query())).items.map(({ title }) => title).toSorted();

test('what failed is tried again from where it came, and nothing else', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'News/a.txt': story('Harbour reopens'), 'News/b.txt': '', 'News/c.txt': '\n' });
  const { summary } = await app.importPaths('News');
  expect(summary).toMatchObject({ canRetry: true, counts: { imported: 1, failed: 2 } });

  writeFileSync(join(app.folder, 'News/b.txt'), story('Bridge toll ends'));
  const signal = new AbortController().signal;
  const again = await app.engine.imports.retry(summary.id, { signal, onItem: () => {} });
  expect(again).toMatchObject({ name: 'News, what had failed', total: 2, counts: { imported: 1, failed: 1 } });
  expect(await titles(app)).toEqual(['Bridge toll ends', 'Harbour reopens']);
});

test('what failed and is gone since is said to be gone', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'News/a.txt': story('Harbour reopens'), 'News/old/b.txt': '', 'News/c.txt': '' });
  const { summary } = await app.importPaths('News');
  const signal = new AbortController().signal;
  rmSync(join(app.folder, 'News/old'), { recursive: true });
  const items: ImportItem[] = [];
  await app.engine.imports.retry(summary.id, { signal, onItem: (item) => items.push(item) });
  expect(items.map(({ path, error }) => [path.split('/News/')[1], error?.code])).toEqual([
    ['c.txt', 'empty'],
    ['old/b.txt', 'not-found'],
  ]);
  rmSync(join(app.folder, 'News'), { recursive: true });
  expect((await app.engine.imports.retry(summary.id, { signal, onItem: () => {} })).counts.failed).toBe(2);
});

test('there is nothing to try again where nothing failed, or nobody knows where the files lie', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'News/a.txt': story('Harbour reopens') });
  const { summary } = await app.importPaths('News');
  const pasted = await app.client.call('imports.paste', { text: 'Advertisement' });
  await expect(app.client.call('imports.retry', { id: summary.id })).rejects.toMatchObject({ code: 'not-possible' });
  await expect(app.client.call('imports.retry', { id: pasted.import.id })).rejects.toMatchObject({
    code: 'not-possible',
    message: 'Its files are not known to lie anywhere: add them once more instead',
  });
});

test('an import is taken back, and the same files can come in again', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'News/a.txt': story('Harbour reopens'), 'News/b.txt': story('Bridge toll ends') });
  const { summary } = await app.importPaths('News');
  expect(await app.client.call('imports.undo', { id: summary.id })).toEqual({ removed: 2, restored: 0, kept: 0 });
  expect(await titles(app)).toEqual([]);
  expect((await app.importPaths('News')).summary.counts).toMatchObject({ imported: 2, duplicate: 0 });
});

test('the report as CSV names every file, quotes what needs it, and begins no field like a formula', async () => {
  await using app = await testEngine();
  writeTree(app.folder, {
    'News/=1+1, "two".md': `---\ntitle: "=HYPERLINK(1)"\n---\n\n${story('x')}`,
    'News/empty.txt': '',
  });
  const { summary } = await app.importPaths('News');
  const reply = await app.engine.fetch(new Request(`http://tearsheet/import/${summary.id}.csv`));
  expect(reply.headers.get('content-disposition')).toMatch(
    /^attachment; filename="import-1\.csv"; filename\*=UTF-8''News\.csv$/,
  );
  const lines = (await reply.text()).split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('=1+1, ""two"".md",markdown,imported,1,\'=HYPERLINK(1)');
  expect(lines[2]).toMatch(/empty\.txt,,failed,,,,empty,The file is empty$/);
  expect((await app.engine.fetch(new Request('http://tearsheet/import/99.csv'))).status).toBe(404);
});

test('a paused import takes nothing more up until it goes on', async () => {
  await using app = await testEngine();
  writeTree(
    app.folder,
    Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`News/${n}.md`, story(`Story ${n}`)])),
  );
  let paused: Promise<unknown> | null = null;
  let isAsked = false;
  const seen: number[] = [];
  app.engine.subscribe((event) => {
    if (event.type !== 'import.progress') return;
    const { id, isPaused, counts, state } = event.import;
    if (isPaused) seen.push(counts.imported);
    if (state !== 'running' || isAsked || counts.imported === 0) return;
    isAsked = true;
    paused = app.client.call('imports.pause', { id, isOn: true }).then(async () => {
      const [now] = await app.client.call('imports.list', null);
      expect(now).toMatchObject({ isPaused: true, state: 'running' });
      await app.client.call('imports.pause', { id, isOn: false });
    });
  });
  const { summary } = await app.importPaths('News');
  await paused;
  expect(seen.length).toBeGreaterThan(0);
  expect(summary).toMatchObject({ state: 'done', isPaused: false, counts: { imported: 1_500 } });
});
