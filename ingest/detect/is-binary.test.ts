import { expect, test } from 'vitest';
import { decode } from './charset.ts';
import { isBinary } from './is-binary.ts';
import { texts } from './texts.testing.ts';

const binary = (bytes: Uint8Array): boolean => isBinary(decode(bytes, null));
const noise = (size: number, seed: number): Uint8Array => {
  let state = seed;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >> 16;
  });
};

test.each(Object.keys(texts))('text in %s is text', (language) => {
  for (const text of texts[language] ?? []) expect(binary(Buffer.from(text))).toBe(false);
});

test('text with a few strays in it is text', () => {
  expect(binary(Buffer.from(`\x1a${texts['en']?.join('\n')}\n\x00`))).toBe(false);
  expect(binary(Buffer.from(`Page 1\f${texts['de']?.join('\f')}`))).toBe(false);
  expect(binary(Buffer.from('\x1b[1mBold\x1b[0m headline of a terminal'))).toBe(false);
});

test('what was never text is told', () => {
  for (let seed = 1; seed <= 20; seed++) expect(binary(noise(4_000, seed))).toBe(true);
  expect(binary(new Uint8Array(4_000))).toBe(true);
  // The beginnings of a picture, an archive, a program.
  for (const head of [
    '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
    'PK\x03\x04\x14\0\0\0\b\0',
    '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0',
  ])
    expect(binary(Buffer.concat([Buffer.from(head, 'latin1'), noise(2_000, 7)]))).toBe(true);
});
