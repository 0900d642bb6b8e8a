import { expect, test } from 'vitest';
import { rereadWords } from './reread-words.ts';

test.each([
  ['running', 0, 0, 0, 'Beginning …'],
  ['running', 1_200, 100, 0, '100 of 1,200 files'],
  ['done', 3, 3, 0, 'Read 3 files again'],
  ['done', 3, 3, 1, 'Read 2 files again; 1 stayed as it was'],
  ['cancelled', 9, 4, 2, 'Stopped after 4 of 9 files; 2 stayed as they were'],
  ['failed', 9, 4, 0, 'It did not work; 4 of 9 files had been read'],
] as const)('%s, of %d %d done and %d left', (state, total, done, left, words) => {
  expect(rereadWords({ state, total, done, left })).toBe(words);
});
