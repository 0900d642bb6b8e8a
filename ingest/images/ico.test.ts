import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bestInIco } from './ico.ts';
import { png } from './png.testing.ts';
import { readImage } from './read-image.ts';

interface Held {
  readonly side: number;
  readonly bits: number;
  readonly bytes: Uint8Array;
}

function ico(...held: readonly Held[]): Uint8Array {
  const head = Buffer.alloc(6 + held.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(held.length, 4);
  let offset = head.length;
  for (const [nth, { side, bits, bytes }] of held.entries()) {
    const at = 6 + nth * 16;
    head.set([side % 256, side % 256], at);
    head.writeUInt16LE(bits, at + 6);
    head.writeUInt32LE(bytes.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  }
  return new Uint8Array(Buffer.concat([head, ...held.map(({ bytes }) => bytes)]));
}

/** A bitmap as icons have it, of rows from the bottom up, and which of its pixels are not shown. */
function dib(
  width: number,
  height: number,
  bits: number,
  palette: readonly number[],
  rows: readonly number[],
  mask: readonly number[],
) {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(width, 4);
  header.writeInt32LE(height * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(bits, 14);
  header.writeUInt32LE(palette.length / 4, 32);
  return new Uint8Array([...header, ...palette, ...rows, ...mask]);
}

/** The pixels of a picture without filters. */
function pixelsOf(bytes: Uint8Array | null): readonly number[] {
  const data = Buffer.from(bytes ?? []);
  const at = data.indexOf('IDAT');
  const rows = inflateSync(data.subarray(at + 4, at + 4 + data.readUInt32BE(at - 4)));
  const width = data.readUInt32BE(16) * 4 + 1;
  return [...rows].filter((_, nth) => nth % width !== 0);
}

test('of several pictures the one nearest to what is shown is taken, as it is', () => {
  const [small, fitting, large] = [16, 64, 256].map((side) => png(side, side));
  if (!small || !fitting || !large) throw new Error('no pictures');
  const bytes = ico(
    { side: 16, bits: 32, bytes: small },
    { side: 256, bits: 32, bytes: large },
    { side: 64, bits: 32, bytes: fitting },
  );
  expect(bestInIco(bytes)).toEqual(fitting);
});

test('a bitmap with colours and transparency becomes a picture every browser shows', () => {
  // Two by two, blue green red: the bottom row first.
  const bitmap = dib(2, 2, 32, [], [1, 2, 3, 255, 4, 5, 6, 128, 7, 8, 9, 255, 10, 11, 12, 0], [0, 0, 0, 0, 0, 0, 0, 0]);
  const picture = bestInIco(ico({ side: 2, bits: 32, bytes: bitmap }));
  expect(readImage(picture ?? new Uint8Array())).toMatchObject({ mediaType: 'image/png', width: 2, height: 2 });
  expect(pixelsOf(picture)).toEqual([9, 8, 7, 255, 12, 11, 10, 0, 3, 2, 1, 255, 6, 5, 4, 128]);
});

test('one that says nothing of transparency in its last eight bits is seen', () => {
  const bitmap = dib(2, 1, 32, [], [1, 2, 3, 0, 4, 5, 6, 0], [0, 0, 0, 0]);
  expect(pixelsOf(bestInIco(ico({ side: 2, bits: 32, bytes: bitmap })))).toEqual([3, 2, 1, 255, 6, 5, 4, 255]);
});

test.each([
  [1, [0b0100_0000, 0, 0, 0]],
  [4, [0x01, 0, 0, 0]],
  [8, [0, 1, 0, 0]],
])('colours by number, %i bits each, with a mask', (bits, row) => {
  const bitmap = dib(2, 1, bits, [1, 2, 3, 0, 4, 5, 6, 0], row, [0b1000_0000, 0, 0, 0]);
  expect(pixelsOf(bestInIco(ico({ side: 2, bits, bytes: bitmap })))).toEqual([3, 2, 1, 0, 6, 5, 4, 255]);
});

test('24 bits', () => {
  const bitmap = dib(2, 1, 24, [], [1, 2, 3, 4, 5, 6, 0, 0], [0, 0, 0, 0]);
  expect(pixelsOf(bestInIco(ico({ side: 2, bits: 24, bytes: bitmap })))).toEqual([3, 2, 1, 255, 6, 5, 4, 255]);
});

test('what is no icon, cut off or nonsense is none', () => {
  expect(bestInIco(new Uint8Array())).toBeNull();
  expect(bestInIco(png(2, 2))).toBeNull();
  const whole = ico({ side: 2, bits: 32, bytes: dib(2, 2, 32, [], Array(16).fill(255), Array(8).fill(0)) });
  for (let length = 0; length < whole.length - 8; length++) expect(bestInIco(whole.subarray(0, length))).toBeNull();
  const huge = dib(2, 2, 32, [], [], []);
  new DataView(huge.buffer).setInt32(4, 100_000, true);
  expect(bestInIco(ico({ side: 2, bits: 32, bytes: huge }))).toBeNull();
});
