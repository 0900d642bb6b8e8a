import { expect, test } from 'vitest';
import { offlineWords } from './offline-words.ts';

const pictures = (here: number, missing: number) => [
  ...Array.from({ length: here }, () => ({ src: '/asset/00' })),
  ...Array.from({ length: missing }, () => ({ src: null })),
];

test.each([
  [0, 0, null],
  [1, 0, 'Its picture is on this computer'],
  [0, 1, 'Its picture is not on this computer'],
  [3, 0, 'All 3 pictures are on this computer'],
  [0, 3, 'None of 3 pictures is on this computer'],
  [2, 3, '2 of 5 pictures are on this computer'],
  [1, 4, '1 of 5 pictures is on this computer'],
])('%d here and %d missing', (here, missing, words) => {
  expect(offlineWords(pictures(here, missing))).toBe(words);
});
