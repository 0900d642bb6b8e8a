import { expect, test } from 'vitest';
import { interruptImports } from './import-report.ts';
import { importIdOf, memoryStore, NOW, prepared, source } from './testing.ts';

test('imports are listed newest first, as they ended', () => {
  const store = memoryStore();
  const id = store.startImport({ name: 'press', origin: 'upload', startedAt: NOW + 1 });
  store.finishImport({ id, state: 'cancelled', finishedAt: NOW + 9, total: 7 });
  expect(store.listImports()).toEqual([
    {
      id,
      name: 'press',
      origin: 'upload',
      state: 'cancelled',
      startedAt: NOW + 1,
      finishedAt: NOW + 9,
      total: 7,
      counts: { imported: 0, duplicate: 0, updated: 0, skipped: 0, failed: 0 },
      problem: null,
      isElsewhere: false,
      tags: [],
      undoneAt: null,
      canRetry: false,
      isPaused: false,
      isCounted: true,
    },
    expect.objectContaining({ id: store.importId, state: 'running', finishedAt: null }),
  ]);
});

test('the lines of a report can be paged through to the end', () => {
  const store = memoryStore();
  const items = Array.from({ length: 5 }, (_, nth) => ({ path: `${nth}`, source, article: prepared() }));
  store.saveArticles({ importId: store.importId, addedAt: NOW, items: items.slice(0, 3) });
  store.saveArticles({ importId: store.importId, addedAt: NOW, items: items.slice(3) });
  const first = store.importItems(store.importId, 'all', -1, 3);
  expect(first.items.map(({ path }) => path)).toEqual(['0', '1', '2']);
  const second = store.importItems(store.importId, 'all', first.next ?? 99, 3);
  expect(second.items.map(({ path }) => path)).toEqual(['3', '4']);
  expect(second.next).toBeNull();
});

test('an unknown import is refused, and nothing is stored for it', () => {
  const store = memoryStore();
  const unknown = importIdOf(99);
  expect(() => store.importItems(unknown, 'all', -1, 10)).toThrow(expect.objectContaining({ code: 'not-found' }));
  const article = prepared();
  expect(() =>
    store.saveArticles({ importId: unknown, addedAt: NOW, items: [{ path: 'x', source, article }] }),
  ).toThrow();
  expect(store.overview().articles).toBe(0);
});

test('imports of sessions that are gone are interrupted, others are not', () => {
  const store = memoryStore();
  store.add(prepared(), prepared());
  interruptImports(store.db, () => true);
  expect(store.listImports()[0]?.state).toBe('running');
  interruptImports(store.db, () => false);
  expect(store.listImports()[0]).toMatchObject({ state: 'interrupted', total: 2, counts: { imported: 2 } });
});

test('a batch that is sent again because nobody told that it was stored is not stored twice', () => {
  const store = memoryStore();
  const batch = (reported: number, ...paths: readonly string[]) => ({
    importId: store.importId,
    addedAt: NOW,
    reported,
    items: paths.map((path) => ({ path, source, article: prepared({ title: path }) })),
  });
  const first = batch(0, 'a', 'b');
  const told = store.saveArticles(first);
  expect(store.saveArticles(first)).toEqual(told);
  const second = batch(2, 'c');
  expect(store.saveArticles(second)).toMatchObject([{ path: 'c', status: 'imported', title: 'c' }]);
  expect(store.saveArticles(second)).toMatchObject([{ path: 'c', status: 'imported', title: 'c' }]);
  expect(store.listImports()[0]?.counts).toMatchObject({ imported: 3, duplicate: 0 });
  expect(store.importItems(store.importId, 'all', -1, 9).items.map(({ path }) => path)).toEqual(['a', 'b', 'c']);
});

test('others see how many files a running import has met', () => {
  const store = memoryStore();
  const items = [{ path: 'a', source, article: prepared() }];
  store.saveArticles({ importId: store.importId, addedAt: NOW, items, found: 300 });
  expect(store.listImports()[0]).toMatchObject({ state: 'running', total: 300, counts: { imported: 1 } });
});

/** An import of paths whose program was ended in the middle. */
function cutOff(paths: readonly string[] | null) {
  const store = memoryStore();
  const id = store.startImport({ name: 'press', origin: 'paths', startedAt: NOW + 1, paths });
  const add = () =>
    store.saveArticles({ importId: id, addedAt: NOW, items: [{ path: 'a', source, article: prepared() }] });
  const die = () => interruptImports(store.db, () => false);
  return { store, id, add, die };
}

test('an import that was cut off is taken up with what was given to it, by one program only', () => {
  const { store, id, add, die } = cutOff(['/press', '/more']);
  add();
  expect(store.takeUpImports()).toEqual([]);
  die();
  expect(store.takeUpImports()).toMatchObject([
    { import: { id, name: 'press', state: 'running', counts: { imported: 1 } }, paths: ['/press', '/more'] },
  ]);
  expect(store.takeUpImports()).toEqual([]);
});

test('what has no paths, or has come to its end, is not taken up', () => {
  const upload = cutOff(null);
  upload.die();
  expect(upload.store.takeUpImports()).toEqual([]);
  for (const state of ['done', 'cancelled'] as const) {
    const { store, id, die } = cutOff(['/press']);
    store.finishImport({ id, state, finishedAt: NOW + 9, total: 0 });
    die();
    expect(store.takeUpImports()).toEqual([]);
  }
});

test('one that is cut off again and again without getting further is left alone; one that gets further is not', () => {
  const { store, die } = cutOff(['/press']);
  const taken = () => {
    die();
    return store.takeUpImports().length;
  };
  expect([taken(), taken(), taken(), taken()]).toEqual([1, 1, 1, 0]);
  const other = cutOff(['/press']);
  for (let life = 0; life < 5; life++) {
    other.die();
    expect(other.store.takeUpImports()).toHaveLength(1);
    other.add();
  }
});

test('why an import ended early is kept', () => {
  const { store, id } = cutOff(['/press']);
  store.finishImport({ id, state: 'interrupted', finishedAt: NOW + 9, total: 3, problem: 'The disk is full' });
  expect(store.listImports()[0]).toMatchObject({ state: 'interrupted', problem: 'The disk is full' });
  expect(store.takeUpImports()).toMatchObject([{ import: { problem: null } }]);
});
