import { lettersAt, type Size } from './header.ts';

const LITTLE = true;

/** The size in the first chunk of a WebP, which has three ways to write it: lossy, lossless and extended. */
export function webpSize(bytes: DataView): Size | null {
  if (bytes.byteLength < 30) return null;
  switch (lettersAt(bytes, 12, 4)) {
    case 'VP8 ':
      return { width: bytes.getUint16(26, LITTLE) & 0x3fff, height: bytes.getUint16(28, LITTLE) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.getUint32(21, LITTLE);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: uint24(bytes, 24) + 1, height: uint24(bytes, 27) + 1 };
    default:
      return null;
  }
}

const uint24 = (bytes: DataView, at: number): number => bytes.getUint16(at, LITTLE) | (bytes.getUint8(at + 2) << 16);
