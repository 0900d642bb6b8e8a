import { expect, test } from 'vitest';
import { countWords, firstWords } from './words-of.ts';

test.each([
  ['nothing', '', 0],
  ['words between spaces and stops', 'It rained, and then: sun.', 5],
  ['joiners belong to their word', "don't o’clock well-known U.S. a_b", 5],
  ['numbers', '1,000 trains in 2026', 5],
  ['joiners alone are no words', "- ' . _", 0],
  ['marks belong to their letter', 'cafe\u0301 nai\u0308ve', 2],
  ['letters beyond the basic plane', '\u{1d400}\u{1d401} x', 2],
  ['pictures are no words', 'sun \u{1f31e} and \u{1f327} rain', 3],
  ['two characters without spaces are about one', '東京で雨', 2],
  ['the Japanese long vowel is one of them', 'コーヒー', 2],
  ['spaced and unspaced together', 'GDP は上昇した today', 5],
])('counts words: %s', (_, text, words) => {
  expect(countWords(text)).toBe(words);
});

test.each([
  ['a short text whole, on one line', 'Rain\n\nin  June', 20, 'Rain in June'],
  ['cut between words', 'The harbour opened again on Monday', 20, 'The harbour opened'],
  ['without what would hang loose at the end', 'The harbour opened – on Monday', 20, 'The harbour opened'],
  ['through a long word', 'abcdefghij'.repeat(3), 12, 'abcdefghijab'],
  ['never through a character', `${'\u{1f31e}'.repeat(9)}`, 8, '\u{1f31e}'.repeat(8)],
])('the first words: %s', (_, text, limit, expected) => {
  expect(firstWords(text, limit)).toBe(expected);
});
