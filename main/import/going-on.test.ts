import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportSummary } from '../../contract/imports.ts';
import { filter, temporaryFolder } from '../../db/testing.ts';
import { layout } from '../hosts/layout.ts';
import { story, type TestEngine, testEngine, writeTree } from '../testing.ts';
import { zipFiles } from '../zip.testing.ts';

const program = fileURLToPath(new URL('./window.testing.ts', import.meta.url));
const FILES = 900;

let folder: ReturnType<typeof temporaryFolder>;
let library = '';
let news = '';
beforeEach(() => {
  folder = temporaryFolder();
  library = join(folder.path, 'library');
  news = join(folder.path, 'News');
  const files = Array.from({ length: FILES }, (_, nth) => [
    `${String(nth).padStart(4, '0')}.txt`,
    story(`Story ${nth}`),
  ]);
  writeTree(news, { ...Object.fromEntries(files), 'photo.jpg': 'x', 'empty.txt': '' });
});
afterEach(() => folder[Symbol.dispose]());

/** Runs a program with a window on the library until `stored` files are stored, then ends it. */
async function windowUntil(stored: number, signal: NodeJS.Signals, ...paths: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program, library, ...paths], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) if (Number(line) >= stored) child.kill(signal);
  await ended;
}

const imports = (app: TestEngine) => app.client.call('imports.list', null);

async function only(app: TestEngine): Promise<ImportSummary> {
  const [summary, ...others] = await imports(app);
  if (!summary || others.length > 0) throw new Error(`There are ${others.length + 1} imports`);
  return summary;
}

const pathsOf = async (app: TestEngine, { id }: ImportSummary) =>
  (await app.client.call('imports.items', { id, status: 'all', after: -1, limit: 1_000 })).items.map(
    ({ path }) => path,
  );

test('an import whose program was killed goes on in the next window: the same import, no file twice, none left out', async () => {
  await windowUntil(1, 'SIGKILL', news);
  // A command in between neither goes on with it nor spoils it.
  {
    await using command = await testEngine({ folder: library });
    const cutOff = await only(command);
    expect(cutOff).toMatchObject({ name: 'News', state: 'interrupted', isElsewhere: false });
    expect(cutOff.counts.imported).toBeLessThan(FILES);
  }
  await windowUntil(300, 'SIGKILL');
  await using app = await testEngine({ folder: library, hasWindow: true });
  const { id } = await only(app);
  const ended = await app.ended(id);
  expect(ended).toMatchObject({
    name: 'News',
    origin: 'paths',
    state: 'done',
    total: FILES + 2,
    counts: { imported: FILES, duplicate: 0, updated: 0, skipped: 1, failed: 1 },
  });
  expect(await only(app)).toEqual(ended);
  const paths = await pathsOf(app, ended);
  expect(new Set(paths).size).toBe(FILES + 2);
  expect(paths).toHaveLength(FILES + 2);
  expect(await app.client.call('articles.count', filter({ importId: id }))).toBe(FILES);
  expect((await app.engine.check()).ok).toBe(true);
});

test('what lies in archives, and what files are made of, is not taken twice either', async () => {
  const stories = (from: number, to: number) =>
    Object.fromEntries(
      Array.from({ length: to - from }, (_, nth) => [`${from + nth}.txt`, story(`Entry ${from + nth}`)]),
    );
  const feed = `<rss version="2.0"><channel><title>City</title>${Array.from({ length: 40 }, (_, nth) => `<item><title>Item ${nth}</title><guid>urn:item:${nth}</guid><description>The council said on Monday that item ${nth} was late. It gave no reason.</description></item>`).join('')}</channel></rss>`;
  const archive = zipFiles({
    ...stories(0, 500),
    'feed.xml': feed,
    'deep.zip': zipFiles(stories(500, 700)),
    'film.mp4': 'x',
  });
  const zipped = join(folder.path, 'zipped');
  writeTree(zipped, { 'All.zip': archive });
  await windowUntil(1, 'SIGKILL', zipped);
  await windowUntil(450, 'SIGKILL');
  await using app = await testEngine({ folder: library, hasWindow: true });
  const ended = await app.ended((await only(app)).id);
  expect(ended).toMatchObject({
    state: 'done',
    counts: { imported: 740, duplicate: 0, updated: 0, skipped: 1, failed: 0 },
  });
  const paths = await pathsOf(app, ended);
  expect(paths).toHaveLength(741);
  expect(new Set(paths).size).toBe(741);
  for (const session of readdirSync(join(library, 'spool')))
    expect(readdirSync(join(library, 'spool', session))).toEqual([]);
});

test('one that was left by closing the window goes on too, and can be cancelled for good', async () => {
  await windowUntil(1, 'SIGTERM', news);
  {
    await using app = await testEngine({ folder: library, hasWindow: true });
    const { id } = await only(app);
    const told = app.ended(id);
    await app.client.call('imports.cancel', { id });
    // It may have come to its end before it was told.
    expect(['cancelled', 'done']).toContain((await told).state);
  }
  await using again = await testEngine({ folder: library, hasWindow: true });
  expect(['cancelled', 'done']).toContain((await only(again)).state);
});

test('files that have gone meanwhile do not stop it', async () => {
  await windowUntil(1, 'SIGKILL', news);
  rmSync(news, { recursive: true });
  await using app = await testEngine({ folder: library, hasWindow: true });
  const { id } = await only(app);
  const ended = await app.ended(id);
  expect(ended).toMatchObject({ state: 'done', counts: { failed: 1 } });
  const { items } = await app.client.call('imports.items', { id, status: 'not-taken', after: -1, limit: 9 });
  expect(items).toMatchObject([{ path: news, error: { code: 'not-found' } }]);
});

test('an import that runs in another program is followed, not taken over', async () => {
  await using here = await testEngine({ folder: library, hasWindow: true });
  await using there = await testEngine({ folder: library, hasWindow: true });
  const seen: ImportSummary[] = [];
  there.engine.subscribe(async ({ type }) => {
    if (type === 'articles.changed') seen.push(...(await imports(here)));
  });
  there.engine.imports.startPaths([news]);
  await expect.poll(() => there.events.some(({ type }) => type === 'import.progress')).toBe(true);
  const { id } = await only(there);
  await there.ended(id);
  const running = seen.filter(({ state }) => state === 'running');
  expect(running.length).toBeGreaterThan(0);
  for (const { total, counts, isElsewhere } of running) {
    expect(isElsewhere).toBe(true);
    expect(total).toBeGreaterThanOrEqual(Math.max(counts.imported, 1));
  }
  expect(await only(here)).toMatchObject({ state: 'done', isElsewhere: false });
  expect(await pathsOf(here, await only(here))).toHaveLength(FILES + 2);
});

test('an upload cannot go on: its files went with the page', async () => {
  {
    await using app = await testEngine({ folder: library, hasWindow: true });
    await app.client.call('imports.begin', { name: 'Dropped' });
  }
  await using app = await testEngine({ folder: library, hasWindow: true });
  expect(await only(app)).toMatchObject({ state: 'interrupted', problem: 'Tearsheet was closed' });
});

test.each(['before', 'after'])(
  'a writer that dies %s it has stored a batch is asked again: nothing is lost or doubled',
  async (when) => {
    const db = new URL('./mortal-writer.testing.ts', import.meta.url);
    db.searchParams.set('when', when);
    await using app = await testEngine({ folder: library, workers: { ...layout.workers, db } });
    const summary = await app.engine.imports.fromPaths([news], {
      signal: new AbortController().signal,
      onItem: () => {},
    });
    expect(summary).toMatchObject({ state: 'done', counts: { imported: FILES, duplicate: 0, skipped: 1, failed: 1 } });
    const paths = await pathsOf(app, summary);
    expect(paths).toHaveLength(FILES + 2);
    expect(new Set(paths).size).toBe(FILES + 2);
    expect((await app.engine.check()).ok).toBe(true);
  },
);
