import { expect, test } from 'vitest';
import { isVisiblyCut } from './cut-text.ts';

test.each([
  'The harbour office said on Monday that the ferry…',
  'The harbour office said on Monday that [...]',
  'The harbour office said on Monday that the ferry would stop.\n\nRead more',
  'The ferry stops.\n\nContinue reading Ferry stops in April',
  'Die Fähre fällt aus.\n\nWeiterlesen',
  'The ferry stops […]\n\nThe post Ferry stops appeared first on The Paper.',
  'フェリーは四月に三週間運休する。続きを読む',
])('it goes on elsewhere: %s', (text) => {
  expect(isVisiblyCut(text)).toBe(true);
});

test.each([
  'The ferry stops for three weeks.',
  'He said: “Wait … and see.”',
  '',
  'You can read more books in winter. The library is open.'.padEnd(300, ' It is warm there.'),
])('it is whole: %s', (text) => {
  expect(isVisiblyCut(text)).toBe(false);
});
