import { expect, test } from 'vitest';
import { frequencyWords } from './frequency.ts';

test.each([
  [21_000, '3,000 a day'],
  [70, '10 a day'],
  [21, '3 a day'],
  [20.4, '20 a week'],
  [12.4, '12 a week'],
  [0.95, '1 a week'],
  [0.9, '4 a month'],
  [0.25, '1 a month'],
  [0.01, '1 a month'],
])('%s a week are %s', (perWeek, words) => {
  expect(frequencyWords(perWeek, (count) => count.toLocaleString('en'))).toBe(words);
});
