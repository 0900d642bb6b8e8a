import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packBytes, packStrings, unpackBytes, unpackStrings } from './pack.ts';

describe('packBytes', () => {
  it('gives back every byte', () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, nth) => (nth * 31) % 251);
    expect(new Uint8Array(unpackBytes(packBytes(bytes)))).toEqual(bytes);
    expect(unpackBytes(packBytes(new Uint8Array()))).toHaveLength(0);
  });

  it.each([0, 3, 2_000, 300_000])('gives back %i bytes that an older version packed', (length) => {
    const bytes = Uint8Array.from({ length }, (_, nth) => (nth * 31) % 251);
    expect(new Uint8Array(unpackBytes(deflateRawSync(bytes)))).toEqual(bytes);
  });

  it('makes text smaller', () => {
    expect(packBytes(Buffer.from('the same words again '.repeat(100))).length).toBeLessThan(100);
  });

  it('refuses what is not packed', () => {
    expect(() => unpackBytes(new Uint8Array([1, 2, 3]))).toThrow();
  });
});

describe('packStrings', () => {
  it.each([[[]], [['']], [['one']], [['Grüße', '', '新聞 🗞', 'a\0b']]])('gives back %j', (strings) => {
    expect(unpackStrings(packStrings(strings))).toEqual(strings);
  });

  it('stores what its strings share once', () => {
    const text = Array.from({ length: 200 }, (_, nth) => `word${nth * 7919}`).join(' ');
    const alone = packStrings([text]).length;
    expect(packStrings([text, `<p>${text}</p>`]).length).toBeLessThan(alone * 1.2);
  });

  it('refuses a text that is cut off', () => {
    expect(() => unpackStrings(deflateRawSync(new Uint8Array([0, 0, 0, 1, 0, 0, 0, 9, 65])))).toThrow('cut off');
  });
});
