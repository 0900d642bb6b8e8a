import { appendFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filter, temporaryFolder } from '../../db/testing.ts';
import { story, type TestEngine, testEngine, writeTree } from '../testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
let library = '';
let inbox = '';
beforeEach(() => {
  folder = temporaryFolder();
  library = join(folder.path, 'library');
  inbox = join(folder.path, 'Inbox');
  mkdirSync(inbox);
});
afterEach(() => folder[Symbol.dispose]());

const open = (hasWindow = true) => testEngine({ folder: library, hasWindow });
const titles = async (app: TestEngine) => (await app.articles()).map(({ title }) => title).sort();
const imports = (app: TestEngine) => app.client.call('imports.list', null);
const WAIT = { timeout: 20_000, interval: 50 };
const untilTitles = (app: TestEngine, ...wanted: readonly string[]) =>
  expect.poll(() => titles(app), WAIT).toEqual(wanted);
const untilDone = (app: TestEngine) =>
  expect.poll(async () => (await imports(app)).every(({ state }) => state === 'done'), WAIT).toBe(true);

test('what is in a folder and what comes into it arrives, below it too, as an import of its name; each once', async () => {
  writeTree(inbox, { 'one.txt': story('Harbour reopens'), 'film.mp4': 'x', '.hidden.txt': story('Nobody sees this') });
  await using app = await open();
  await app.engine.watched.add(inbox);
  await untilTitles(app, 'Harbour reopens');
  writeTree(inbox, { 'deep/er/two.txt': story('Ferry late') });
  await untilTitles(app, 'Ferry late', 'Harbour reopens');
  writeTree(inbox, { 'deep/er/three.txt': story('Bridge toll ends') });
  await untilTitles(app, 'Bridge toll ends', 'Ferry late', 'Harbour reopens');
  await untilDone(app);
  const all = await imports(app);
  expect(all.map(({ name, total, counts }) => [name, total, counts.imported, counts.duplicate])).toEqual([
    ['Inbox', 1, 1, 0],
    ['Inbox', 1, 1, 0],
    ['Inbox', 1, 1, 0],
  ]);
  const sources = new Set((await app.articles()).map(({ source }) => source.name));
  expect([...sources]).toEqual(['Inbox']);
});

test('what came while nothing ran arrives at the next start; what was taken does not come again, though it was deleted', async () => {
  writeTree(inbox, { 'one.txt': story('Harbour reopens'), 'two.txt': story('Ferry late') });
  {
    await using app = await open();
    await app.engine.watched.add(inbox);
    await untilTitles(app, 'Ferry late', 'Harbour reopens');
    await untilDone(app);
    await app.client.call('articles.setTrashed', {
      selection: { filter: filter({ shelf: 'articles' }), text: null, except: [] },
      isTrashed: true,
    });
    await app.client.call('trash.empty', null);
  }
  writeTree(inbox, { 'three.txt': story('Bridge toll ends') });
  await using app = await open();
  await untilTitles(app, 'Bridge toll ends');
  await untilDone(app);
  expect(await imports(app)).toHaveLength(2);
});

test('a start that finds nothing new makes no import', async () => {
  writeTree(inbox, { 'one.txt': story('Harbour reopens') });
  {
    await using app = await open();
    await app.engine.watched.add(inbox);
    await untilTitles(app, 'Harbour reopens');
    await untilDone(app);
  }
  await using app = await open();
  // A file that is new shows that it has looked.
  writeTree(inbox, { 'two.txt': story('Ferry late') });
  await untilTitles(app, 'Ferry late', 'Harbour reopens');
  await untilDone(app);
  expect((await imports(app)).map(({ total }) => total)).toEqual([1, 1]);
});

test('a file that changes after it was taken is taken again', async () => {
  writeTree(inbox, { 'one.txt': story('Harbour reopens') });
  await using app = await open();
  await app.engine.watched.add(inbox);
  await untilTitles(app, 'Harbour reopens');
  appendFileSync(join(inbox, 'one.txt'), '\nThe ferries sail again from noon, the harbour master said.\n');
  await expect.poll(async () => (await imports(app)).length, WAIT).toBe(2);
});

test('two programs on one library take each file once between them', async () => {
  await using one = await open();
  await one.engine.watched.add(inbox);
  await using other = await testEngine({ folder: library, hasWindow: true });
  const files = Array.from({ length: 40 }, (_, nth) => [`${nth}.txt`, story(`Story ${nth}`)]);
  writeTree(inbox, Object.fromEntries(files));
  await expect.poll(async () => (await one.articles()).length, WAIT).toBe(40);
  await untilDone(one);
  const counts = (await imports(other)).map(({ counts }) => counts);
  expect(counts.reduce((sum, { imported }) => sum + imported, 0)).toBe(40);
  expect(counts.reduce((sum, { duplicate }) => sum + duplicate, 0)).toBe(0);
});

test('a folder that goes is said to be missing, and is watched again when it is back', async () => {
  await using app = await open();
  await app.engine.watched.add(inbox);
  const problem = async () => (await app.client.call('watch.list', null))[0]?.problem;
  expect(await problem()).toBeNull();
  const away = join(folder.path, 'elsewhere');
  renameSync(inbox, away);
  await expect.poll(problem, WAIT).toMatch(/not there/);
  writeTree(away, { 'one.txt': story('Harbour reopens') });
  renameSync(away, inbox);
  await untilTitles(app, 'Harbour reopens');
  expect(await problem()).toBeNull();
  expect(app.events.filter(({ type }) => type === 'watch.changed').length).toBeGreaterThanOrEqual(3);
});

test('a program without a window keeps the list and takes nothing; the window beside it sees the change', async () => {
  writeTree(inbox, { 'one.txt': story('Harbour reopens') });
  await using window = await open();
  {
    await using command = await open(false);
    await command.engine.watched.add(inbox);
    expect(await command.engine.watched.list()).toMatchObject([{ path: inbox, problem: null }]);
  }
  await untilTitles(window, 'Harbour reopens');
  const [watched] = await window.client.call('watch.list', null);
  await window.client.call('watch.remove', { id: watched?.id as never });
  expect(await window.client.call('watch.list', null)).toEqual([]);
  await expect(window.client.call('watch.remove', { id: watched?.id as never })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('what is no folder, the library, or a part of what is watched is refused with the reason', async () => {
  writeTree(inbox, { 'deep/one.txt': 'x', 'file.txt': 'x' });
  await using app = await open(false);
  const { watched } = app.engine;
  const refused = (path: string, reason: RegExp) =>
    expect(watched.add(path)).rejects.toMatchObject({ code: 'not-possible', message: expect.stringMatching(reason) });
  await refused(join(inbox, 'nowhere'), /There is no folder/);
  await refused(join(inbox, 'file.txt'), /There is no folder/);
  await refused(folder.path, /own library/);
  await refused(join(library, 'copies'), /own library/);
  const first = await watched.add(join(inbox, 'deep'));
  expect((await watched.add(`${join(inbox, 'deep')}/`)).id).toBe(first.id);
  await refused(inbox, /remove it first/);
  await watched.remove(first.id);
  await watched.add(inbox);
  await refused(join(inbox, 'deep'), /watched already/);
});

test('a taken file whose import was cut off comes in with the next window', async () => {
  writeTree(inbox, { 'one.txt': story('Harbour reopens'), 'two.txt': story('Ferry late') });
  {
    await using app = await open(false);
    const { id } = await app.engine.watched.add(inbox);
    const { openStore } = await import('../../db/client.ts');
    const { workerUrl } = await import('../../db/testing.ts');
    // What a program leaves that is ended right after it has taken a file.
    const store = await openStore({ folder: library, workerUrl });
    const file = { path: join(inbox, 'one.txt'), size: 1, modifiedAt: 1 };
    const start = { name: 'Inbox', origin: 'watched', startedAt: 1, given: [inbox] } as const;
    expect(await store.takeWatched(id, [file], start)).toMatchObject({ paths: [file.path] });
    expect(await store.takeWatched(id, [file], start)).toBeNull();
    await store.close();
    rmSync(join(inbox, 'two.txt'));
  }
  await using app = await open();
  await untilTitles(app, 'Harbour reopens');
  await untilDone(app);
  expect((await imports(app)).some(({ counts }) => counts.imported === 1)).toBe(true);
});
