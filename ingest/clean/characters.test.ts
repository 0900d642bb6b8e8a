import { expect, test } from 'vitest';
import { cleanCharacters } from './characters.ts';

test('every kind of line end is one', () => {
  expect(cleanCharacters('a\r\nb\rc\nd\u2028e\u2029f\u0085g\u000Bh\r\r\n')).toBe('a\nb\nc\nd\ne\nf\ng\nh\n\n');
});

test('every kind of space is one, tabs and form feeds stay', () => {
  expect(cleanCharacters('a\u00A0b\u2003c\u202Fd\u3164e\tf\fg')).toBe('a b c d e\tf\fg');
  // The wide space of Chinese and Japanese is their indent.
  expect(cleanCharacters('\u3000　文')).toBe('\u3000　文');
});

test('what no reader sees is gone: controls, zero width, direction and byte order marks, private characters', () => {
  expect(cleanCharacters('\uFEFFa\u0000b\u0007c\u007Fd\u0081e\u200Bf\u200Eg\u202Eh\u2066i\uE000j\u2060k')).toBe(
    'abcdefghijk',
  );
});

test('quotes and dashes of windows-1252 that were taken for controls are what they were', () => {
  expect(cleanCharacters('don\u0092t \u0093go\u0094 \u0096 5 \u0080')).toBe('don’t “go” – 5 €');
});

test('joiners stay: scripts need them; so do soft hyphens, which end lines', () => {
  const text = 'می‌شود क्‍ष 👩‍🚀 Zei\u00ADtung';
  expect(cleanCharacters(text)).toBe(text);
});

test('plain text is handed back as it is', () => {
  const text = 'A line.\n\tAnother: 100 %.\n';
  expect(cleanCharacters(text)).toBe(text);
});
