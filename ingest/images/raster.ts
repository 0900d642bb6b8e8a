import { avifSize } from './avif.ts';
import { lettersAt, type Size } from './header.ts';
import { jpegSize } from './jpeg.ts';
import { webpSize } from './webp.ts';

/** A kind of picture: told by its first bytes, sized by its header. */
export interface RasterFormat {
  readonly mediaType: string;
  isIn(bytes: DataView): boolean;
  /** @returns null when the header is broken or cut off */
  sizeIn(bytes: DataView): Size | null;
}

const LITTLE = true;

const FORMATS: readonly RasterFormat[] = [
  {
    mediaType: 'image/png',
    isIn: (bytes) => lettersAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n',
    sizeIn: (bytes) =>
      bytes.byteLength >= 24 && lettersAt(bytes, 12, 4) === 'IHDR'
        ? { width: bytes.getUint32(16), height: bytes.getUint32(20) }
        : null,
  },
  {
    mediaType: 'image/jpeg',
    isIn: (bytes) => lettersAt(bytes, 0, 3) === '\xff\xd8\xff',
    sizeIn: jpegSize,
  },
  {
    mediaType: 'image/gif',
    isIn: (bytes) => /^GIF8[79]a$/.test(lettersAt(bytes, 0, 6)),
    sizeIn: (bytes) =>
      bytes.byteLength >= 10 ? { width: bytes.getUint16(6, LITTLE), height: bytes.getUint16(8, LITTLE) } : null,
  },
  {
    mediaType: 'image/webp',
    isIn: (bytes) => /^RIFF[\s\S]{4}WEBP$/.test(lettersAt(bytes, 0, 12)),
    sizeIn: webpSize,
  },
  {
    mediaType: 'image/avif',
    isIn: (bytes) => lettersAt(bytes, 4, 4) === 'ftyp' && /avi[fs]/.test(lettersAt(bytes, 8, 56)),
    sizeIn: avifSize,
  },
  {
    mediaType: 'image/bmp',
    isIn: (bytes) =>
      lettersAt(bytes, 0, 2) === 'BM' && bytes.byteLength >= 18 && BMP_HEADERS.has(bytes.getUint32(14, LITTLE)),
    sizeIn: bmpSize,
  },
  {
    mediaType: 'image/x-icon',
    isIn: (bytes) => lettersAt(bytes, 0, 4) === '\x00\x00\x01\x00',
    sizeIn: iconSize,
  },
];

/** The format whose first bytes these are; null when it is none of them. */
export const rasterFormatOf = (bytes: DataView): RasterFormat | null => FORMATS.find(({ isIn }) => isIn(bytes)) ?? null;

const OLD_BMP_HEADER = 12;
const BMP_HEADERS = new Set([OLD_BMP_HEADER, 16, 40, 52, 56, 64, 108, 124]);

function bmpSize(bytes: DataView): Size | null {
  if (bytes.byteLength < 26) return null;
  if (bytes.getUint32(14, LITTLE) === OLD_BMP_HEADER)
    return { width: bytes.getUint16(18, LITTLE), height: bytes.getUint16(20, LITTLE) };
  // A negative height is a picture stored from its top.
  return { width: bytes.getInt32(18, LITTLE), height: Math.abs(bytes.getInt32(22, LITTLE)) };
}

/** The largest of the pictures in an icon; each side of 256 is written as 0. */
function iconSize(bytes: DataView): Size | null {
  if (bytes.byteLength < 6) return null;
  const count = bytes.getUint16(4, LITTLE);
  let largest: Size | null = null;
  for (let at = 6; at + 16 <= bytes.byteLength && at < 6 + count * 16; at += 16) {
    const size = { width: bytes.getUint8(at) || 256, height: bytes.getUint8(at + 1) || 256 };
    if (!largest || size.width > largest.width) largest = size;
  }
  return largest;
}
