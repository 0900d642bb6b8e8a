import { expect, test } from 'vitest';
import { mended } from './mended.ts';

test('UTF-8 that was taken for windows-1252 is what it was', () => {
  expect(mended('â€¦')).toBe('…');
  expect(mended('CafÃ© â€“ â€œla merâ€')).toBe('Café – “la mer”');
  expect(mended('dÃ©jÃ  vu')).toBe('déjà vu');
  expect(mended('æ—¥æœ¬èªž')).toBe('日本語');
});

test('words of any language stay as they are', () => {
  for (const text of [
    'Café – “la mer”',
    'CafÃ© et thé',
    'So ein Spaß…',
    'AMANHÃ…',
    'Âge',
    'à «',
    'Ã',
    '日本語',
    'plain',
    'El niño',
    'The letters Ã and Â stand alone',
  ])
    expect(mended(text)).toBe(text);
});
