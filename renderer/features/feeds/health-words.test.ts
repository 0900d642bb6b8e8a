import { expect, test } from 'vitest';
import type { Feed, FeedHealth } from '../../../contract/feeds.ts';
import { type FeedOrder, oftenWords, problemWords, sortFeeds } from './health-words.ts';

const health = (change: Partial<FeedHealth>): FeedHealth => ({
  state: 'fresh',
  checkedAt: null,
  nextAt: null,
  changedAt: null,
  failures: 0,
  error: null,
  movedTo: null,
  entriesPerWeek: 0,
  truncated: false,
  advice: null,
  ...change,
});

test.each([
  [70, '10 a day'],
  [12.4, '12 a week'],
  [0.5, '2 a month'],
  [0.1, '1 a month'],
  [0, 'nothing lately'],
])('%s entries a week are %s', (entriesPerWeek, words) => {
  expect(oftenWords(health({ entriesPerWeek }))).toBe(words);
});

test('a problem is told with how often it came and what might be done', () => {
  const error = { code: 'not-found', message: 'There is nothing at that address' };
  expect(problemWords(health({ error, failures: 3, advice: 'Look on the site' }))).toBe(
    'There is nothing at that address. 3 times in a row. Look on the site.',
  );
  expect(problemWords(health({}))).toBeNull();
});

test.each<[FeedOrder, string]>([
  ['problem', 'gone broken asked-for-time advised Fine 2 fine 10'],
  ['name', 'advised asked-for-time broken Fine 2 fine 10 gone'],
  ['often', 'fine 10 advised asked-for-time broken Fine 2 gone'],
])('by %s', (order, names) => {
  const feeds = [
    ['fine 10', { entriesPerWeek: 3 }],
    ['Fine 2', {}],
    ['advised', { advice: 'x' }],
    ['broken', { state: 'failing' }],
    ['asked-for-time', { state: 'waiting' }],
    ['gone', { state: 'stopped' }],
  ].map(([name, change]) => ({ name, health: health(change as Partial<FeedHealth>) }) as Feed);
  expect(
    sortFeeds(feeds, order)
      .map(({ name }) => name)
      .join(' '),
  ).toBe(names);
});
