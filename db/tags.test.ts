import { expect, test } from 'vitest';
import { filter, memoryStore, prepared } from './testing.ts';

test('names that differ in case, width or composition are one tag; the first way of writing it stays', () => {
  const store = memoryStore();
  const ids = store.add(prepared({ tags: ['Café', 'ＡＢＣ'] }), prepared());
  store.setTags({ ids }, ['CAFE\u0301', 'abc', 'café'], []);
  expect(store.overview().tags).toEqual(
    [
      { name: 'Café', count: 2 },
      { name: 'ＡＢＣ', count: 2 },
    ].sort((a, b) => new Intl.Collator('en', { numeric: true }).compare(a.name, b.name)),
  );
  expect(store.countArticles(filter({ tag: 'cafe' }))).toBe(0);
});

test('names are trimmed and an empty one is none', () => {
  const store = memoryStore();
  const ids = store.add(prepared({ tags: [' ', '\u0000', ' a\n b '] }));
  store.setTags({ ids }, ['  ', ' c '], []);
  expect(store.overview().tags.map(({ name }) => name)).toEqual(['a b', 'c']);
});

test('a tag both added and taken off is taken off', () => {
  const store = memoryStore();
  const ids = store.add(prepared({ tags: ['x'] }), prepared());
  expect(store.setTags({ ids }, ['X'], ['x']).changed).toBe(1);
  expect(store.overview().tags).toEqual([]);
});

test('a tag that was deleted can be made again, as it is written then', () => {
  const store = memoryStore();
  const ids = store.add(prepared({ tags: ['old name'] }));
  store.deleteTag('Old Name');
  store.setTags({ ids }, ['OLD NAME'], []);
  expect(store.overview().tags).toEqual([{ name: 'OLD NAME', count: 1 }]);
});

test('renaming onto a name that was deleted gives that name life', () => {
  const store = memoryStore();
  store.add(prepared({ tags: ['a'] }), prepared({ tags: ['b'] }));
  store.deleteTag('b');
  const { undo } = store.renameTag('a', 'b');
  expect(undo?.label).toBe('Rename tag “a” to “b” (1 article)');
  expect(store.overview().tags).toEqual([{ name: 'b', count: 1 }]);
  if (undo) store.undoApply(undo.id);
  expect(store.overview().tags).toEqual([{ name: 'a', count: 1 }]);
});

test('what is asked of an unknown tag is refused', () => {
  const store = memoryStore();
  store.add(prepared({ tags: ['known'] }));
  expect(() => store.renameTag('unknown', 'x')).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => store.deleteTag('unknown')).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => store.renameTag('known', ' \n ')).toThrow(expect.objectContaining({ code: 'invalid-params' }));
});
