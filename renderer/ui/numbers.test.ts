import { expect, test } from 'vitest';
import { countOf, formatDuration, formatSize } from './numbers.ts';

test('counts agree with their noun', () => {
  expect([0, 1, 12_480].map((count) => countOf(count, 'article'))).toEqual([
    '0 articles',
    '1 article',
    '12,480 articles',
  ]);
});

test('sizes and durations are said as people say them', () => {
  expect([512, 2_210, 73_400_320, 1_400_000_000].map(formatSize)).toEqual(['512 bytes', '2.2 kB', '73 MB', '1.4 GB']);
  expect([300, 4_200, 180_000, 7_200_000].map(formatDuration)).toEqual(['under a second', '4 s', '3 min', '2 h']);
});
