import type { Size } from './header.ts';

/** Markers without a length. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
/** Starts of frames, which hold the size; 0xC4, 0xC8 and 0xCC in their midst are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const START_OF_SCAN = 0xda;

/** The size in the first frame of a JPEG. Walks its segments, never its picture data. */
export function jpegSize(bytes: DataView): Size | null {
  let at = 2;
  while (at + 9 <= bytes.byteLength) {
    if (bytes.getUint8(at) !== 0xff) return null;
    const marker = bytes.getUint8(at + 1);
    if (marker === 0xff) {
      // Padding.
      at++;
    } else if (isFrame(marker)) {
      return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) };
    } else if (marker === START_OF_SCAN) {
      return null;
    } else {
      at += isBare(marker) ? 2 : 2 + Math.max(2, bytes.getUint16(at + 2));
    }
  }
  return null;
}
