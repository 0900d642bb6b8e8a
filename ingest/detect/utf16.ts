const LOOKED_AT = 4_096;
/** A text of this many code units says enough of itself. */
const FEW_UNITS = 4;

/**
 * Tells UTF-16 that has no byte order mark. In one order the units are common characters of text: spaces, line breaks, letters of few
 * scripts; in the other the same bytes scatter over all of Unicode.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, LOOKED_AT) & ~1;
  // Its spaces and line breaks hold a zero byte; other text has none.
  if (size < FEW_UNITS * 2 || bytes.length % 2 === 1 || !bytes.subarray(0, size).includes(0)) return null;
  const le = look(bytes, size, 0);
  const be = look(bytes, size, 1);
  const [best, other, name] = le.common >= be.common ? [le, be, 'utf-16le' as const] : [be, le, 'utf-16be' as const];
  const units = size / 2;
  const isSure = best.common > units * 0.95 && best.spaces > units * 0.005 && other.common < best.common * 0.9;
  return isSure ? name : null;
}

function look(bytes: Uint8Array, size: number, bigEndian: 0 | 1): { common: number; spaces: number } {
  let common = 0;
  let spaces = 0;
  for (let at = 0; at < size; at += 2) {
    const high = bytes[at + 1 - bigEndian] ?? 0;
    const low = bytes[at + bigEndian] ?? 0;
    if (high === 0) {
      const isText = (low >= 0x20 && low < 0x7f) || low === 0x0a || low === 0x0d || low === 0x09 || low >= 0xa0;
      if (isText) common++;
      if (low === 0x20 || low === 0x0a || low === 0x0d) spaces++;
    } else if (isCommonBlock(high)) common++;
    if (high === 0x30 && low < 3) spaces++;
  }
  return { common, spaces };
}

/** Latin, Greek, Cyrillic, Hebrew, Arabic, Indic, Thai, punctuation, Chinese, Japanese, Korean, full width. */
const isCommonBlock = (high: number): boolean =>
  (high >= 0x01 && high <= 0x0e) ||
  high === 0x1e ||
  high === 0x1f ||
  high === 0x20 ||
  high === 0x30 ||
  (high >= 0x4e && high <= 0x9f) ||
  (high >= 0xac && high <= 0xd7) ||
  high === 0xff;
