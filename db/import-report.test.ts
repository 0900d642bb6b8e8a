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
