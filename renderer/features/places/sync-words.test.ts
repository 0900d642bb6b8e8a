import { expect, test } from 'vitest';
import type { Settings } from '../../../contract/settings.ts';
import { endedWords, heldWords, pagesWords, progressWords } from './sync-words.ts';

const sync = (total: number, done: number, failed: number, articles: number) => ({
  ...{ total, done, failed, articles },
  isRunning: false,
});

test.each([
  [sync(300, 12, 0, 8), 'Fetching 12 of 300 · 8 new'],
  [sync(1, 0, 0, 0), 'Fetching one feed'],
])('%j on its way: %s', (progress, words) => {
  expect(progressWords(progress)).toBe(words);
});

test.each([
  [sync(3, 3, 0, 0), 'Nothing new'],
  [sync(3, 3, 1, 8), '8 new articles · 1 feed could not be fetched'],
  [sync(300, 12, 0, 1), '1 new article · stopped after 12 of 300'],
  [sync(0, 0, 0, 0), 'No feed may be asked now'],
])('%j ended: %s', (progress, words) => {
  expect(endedWords(progress)).toBe(words);
});

const settings = { isOfflineMode: false, fetchesByItself: true, fetchesOnBattery: false, fetchesOnMetered: false };

test.each([
  [{ isMetered: true, isOnBattery: true }, {}, 'Waiting: metered connection'],
  [{ isMetered: false, isOnBattery: true }, {}, 'On battery: feeds are fetched half as often'],
  [{ isMetered: true, isOnBattery: false }, { fetchesOnMetered: true }, null],
  [{ isMetered: false, isOnBattery: true }, { fetchesOnBattery: true }, null],
  [{ isMetered: true, isOnBattery: true }, { isOfflineMode: true }, null],
  [{ isMetered: true, isOnBattery: true }, { fetchesByItself: false }, null],
  [{ isMetered: false, isOnBattery: false }, {}, null],
])('%j with %j: %s', (circumstances, wanted, words) => {
  expect(heldWords(circumstances, { ...settings, ...wanted } as Settings)).toBe(words);
});

test.each([
  [{ waiting: 30, fetched: 12 }, 'Pages and pictures: 12 fetched, 30 to come'],
  [{ waiting: 2, fetched: 0 }, 'Pages and pictures: 2 to come'],
  [{ waiting: 0, fetched: 3 }, 'Pages and pictures: 3 fetched'],
])('%j of pages: %s', (progress, words) => {
  expect(pagesWords({ ...progress, refused: 0, isRunning: true })).toBe(words);
});
