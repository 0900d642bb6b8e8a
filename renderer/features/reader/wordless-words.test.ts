import { expect, test } from 'vitest';
import { wordlessWords } from './wordless-words.ts';

test('a scan says that it is one; nothing else does', () => {
  expect(wordlessWords({ text: '', originalName: 'Old letter.PDF' })).toMatch(/^This PDF has no text: it is a scan/);
  expect(wordlessWords({ text: 'Words.', originalName: 'Old letter.pdf' })).toBeNull();
  expect(wordlessWords({ text: '', originalName: 'pictures.html' })).toBeNull();
});
