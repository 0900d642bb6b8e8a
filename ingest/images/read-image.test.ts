import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readImage, readImages } from './read-image.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const le16 = (value: number) => u16(value).toReversed();
const le32 = (value: number) => u32(value).toReversed();

const png = (width: number, height: number) =>
  bytes('\x89PNG\r\n\x1a\n', u32(13), 'IHDR', u32(width), u32(height), [8, 2, 0, 0, 0], [...deflateSync('rows')]);
const gif = (width: number, height: number) => bytes('GIF89a', le16(width), le16(height), [0, 0, 0]);
const jpeg = (width: number, height: number) =>
  bytes(
    '\xff\xd8\xff\xe0',
    u16(16),
    'JFIF\0',
    new Array<number>(9).fill(0),
    '\xff\xff\xc4',
    u16(5),
    'tab',
    '\xff\xc2',
    u16(17),
    [8],
    u16(height),
    u16(width),
    [3],
  );
const webp = (chunk: string, ...head: readonly number[]) =>
  bytes('RIFF', le32(40), `WEBP${chunk}`, le32(20), head, new Array<number>(20).fill(0));
const box = (kind: string, ...content: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([bytes(u32(8 + Buffer.concat(content).length), kind), ...content]);
const avif = (...sizes: readonly (readonly [width: number, height: number])[]) =>
  Buffer.concat([
    box('ftyp', bytes('avif', u32(0), 'mif1')),
    box(
      'meta',
      bytes(u32(0)),
      box('hdlr', bytes(u32(0))),
      box('iprp', box('ipco', ...sizes.map(([w, h]) => box('ispe', bytes(u32(0), u32(w), u32(h)))))),
    ),
  ]);

describe('pictures are told and measured by their bytes', () => {
  test.each([
    ['image/png', png(640, 480), 640, 480],
    ['image/gif', gif(12, 300), 12, 300],
    ['image/jpeg', jpeg(1200, 800), 1200, 800],
    ['image/webp', webp('VP8 ', 0, 0, 0, 0x9d, 0x01, 0x2a, ...le16(320), ...le16(0x4000 | 200)), 320, 200],
    ['image/webp', webp('VP8L', 0x2f, ...le32(319 | (199 << 14))), 320, 200],
    ['image/webp', webp('VP8X', 0, 0, 0, 0, 0x3f, 0x01, 0, 0xc7, 0, 0), 320, 200],
    ['image/avif', avif([64, 64], [1024, 683], [1024, 1]), 1024, 683],
    ['image/bmp', bytes('BM', le32(99), le32(0), le32(54), le32(40), le32(30), le32(-20), [1, 0]), 30, 20],
    ['image/bmp', bytes('BM', le32(99), le32(0), le32(26), le32(12), le16(30), le16(20), le32(0)), 30, 20],
    [
      'image/x-icon',
      bytes([0, 0, 1, 0, 2, 0], [16, 16], new Array<number>(14).fill(0), [0, 0], new Array<number>(14).fill(0)),
      256,
      256,
    ],
  ])('%s', (mediaType, picture, width, height) => {
    expect(readImage(picture)).toMatchObject({
      mediaType,
      width,
      height,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('a part of a larger buffer is looked at alone', () => {
    const all = Buffer.concat([Buffer.from('before'), png(7, 8), Buffer.from('after')]);
    expect(readImage(all.subarray(6))).toMatchObject({ mediaType: 'image/png', width: 7 });
  });
});

describe('what is no picture is refused, with a reason', () => {
  test.each([
    ['not-a-picture', bytes('')],
    ['not-a-picture', bytes('<html><svg></svg></html>')],
    ['not-a-picture', bytes('%PDF-1.7')],
    ['not-a-picture', bytes('BMW was there')],
    ['not-a-picture', bytes('\0\0\0\x18ftypheic', u32(0), 'mif1heic')],
    ['malformed', png(640, 480).subarray(0, 20)],
    ['malformed', png(0, 480)],
    ['malformed', jpeg(1, 1).subarray(0, 30)],
    ['malformed', bytes('\xff\xd8\xff\xda', u16(4), new Array<number>(40).fill(0xff))],
    ['malformed', webp('ALPH')],
    ['malformed', avif()],
    ['malformed', bytes([0, 0, 1, 0, 9, 0])],
    ['malformed', bytes('BM', le32(99), le32(0), le32(54), le32(40), le32(-5), le32(5))],
    ['malformed', bytes('<svg width="9')],
    ['tracking-pixel', gif(1, 1)],
    ['too-large', png(50_001, 1)],
    ['too-large', png(20_000, 20_000)],
    ['too-large', new Uint8Array(20 * 1024 * 1024 + 1)],
  ])('%s', (code, picture) => {
    expect(readImage(picture)).toEqual({ ok: false, code, message: expect.stringMatching(/^The /) });
  });

  test('each in its place', () => {
    const looked = readImages({ images: [gif(1, 1), gif(2, 2), bytes('x')] });
    expect(looked.map((each) => ('hash' in each ? each.width : each.code))).toEqual([
      'tracking-pixel',
      2,
      'not-a-picture',
    ]);
  });
});

test('no header keeps it long', () => {
  const boxes = Buffer.concat([box('ftyp', bytes('avif')), ...Array.from({ length: 200_000 }, () => box('free'))]);
  expect(readImage(boxes)).toMatchObject({ code: 'malformed' });
  const nested = Buffer.alloc(1_000_000, Buffer.concat([bytes(u32(1_000_000), 'meta', u32(0))]));
  expect(readImage(Buffer.concat([box('ftyp', bytes('avif')), nested]))).toMatchObject({ code: 'malformed' });
  expect(readImage(Buffer.concat([bytes('\xff\xd8'), Buffer.alloc(1_000_000, 0xff)]))).toMatchObject({
    code: 'malformed',
  });
});
