import { expect, test } from 'vitest';
import { wordlessWords } from './wordless-words.ts';

test('a scan says that it is one; nothing else does', () => {
  const offline = 'complete';
  expect(wordlessWords({ text: '', originalName: 'Old letter.PDF', offline })).toMatch(
    /^This PDF has no text: it is a scan/,
  );
  expect(wordlessWords({ text: 'Words.', originalName: 'Old letter.pdf', offline })).toBeNull();
  expect(wordlessWords({ text: '', originalName: 'pictures.html', offline })).toBeNull();
});

test('a link says that it is nothing else', () => {
  expect(wordlessWords({ text: '', originalName: 'Ferry.url', offline: 'address' })).toMatch(
    /^Only the address was kept/,
  );
});
