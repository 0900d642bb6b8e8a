import { expect, test } from 'vitest';
import { memoryStore } from './testing.ts';

const defaults = {
  theme: 'system',
  textSizePx: 19,
  listOrder: 'added',
  listDirection: 'newest',
  isOfflineMode: false,
  fetchesByItself: true,
  fetchesOnBattery: false,
  fetchesOnMetered: false,
  notifiesOfNew: false,
  closedFolders: [],
  feedDefaults: { intervalMinutes: null, fullText: null, pictures: 'all', keepDays: null, keepCount: null },
  budgetMegabytes: null,
};

test('settings begin as the defaults and keep what is set', () => {
  const store = memoryStore();
  expect(store.settings()).toEqual(defaults);
  expect(store.setSettings({ theme: 'dark', textSizePx: 23 })).toEqual({ ...defaults, theme: 'dark', textSizePx: 23 });
  expect(store.setSettings({ listDirection: 'oldest' })).toEqual({
    ...defaults,
    theme: 'dark',
    textSizePx: 23,
    listDirection: 'oldest',
  });
  expect(store.settings()).toEqual({ ...defaults, theme: 'dark', textSizePx: 23, listDirection: 'oldest' });
});

test.each([
  ['theme', '"sepia"'],
  ['textSizePx', '400'],
  ['listOrder', 'not json'],
  ['closedFolders', '"1"'],
  ['feedDefaults', '{"keepDays":-3,"pictures":"most","fullText":4}'],
  ['budgetMegabytes', '-4'],
  ['unknown', '1'],
])('a stored %s of %s counts as not set', (key, value) => {
  const store = memoryStore();
  store.db.prepare('INSERT INTO setting VALUES (?, ?)').run(key, value);
  expect(store.settings()).toEqual(defaults);
});
