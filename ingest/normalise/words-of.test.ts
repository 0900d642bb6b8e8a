import { describe, expect, test } from 'vitest';
import { countWords, firstWords } from './words-of.ts';

test.each([
  ['', 0],
  ['One two three.', 3],
  ["It's 10.5 co-op e.g. words – really", 6],
  ['Привет, мир', 2],
  ['नमस्ते दुनिया', 2],
  ['동해물과 백두산이', 2],
  ['東京都庁', 2],
  ['スーパーマーケット', 5],
  ['Tokyo 東京 is', 3],
  ['— … !', 0],
])('%j has %i words', (text, count) => {
  expect(countWords(text)).toBe(count);
});

describe('the first words', () => {
  test('are the whole of a short text, spaces made one', () => {
    expect(firstWords('  One\n\ntwo\tthree ', 80)).toBe('One two three');
  });

  test('end between words, without a comma', () => {
    expect(firstWords('One two, three four', 9)).toBe('One two');
    expect(firstWords('One two three four', 12)).toBe('One two');
  });

  test('of a text without spaces end after a whole character', () => {
    expect(firstWords('東京都庁舎展望室', 4)).toBe('東京都庁');
    expect(firstWords('𝒜𝒷𝒸𝒹𝑒𝒻', 3)).toBe('𝒜𝒷𝒸');
    expect(firstWords('a'.repeat(1_000), 80)).toHaveLength(80);
  });
});
