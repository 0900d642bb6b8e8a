const SOH = 0x01;
const STX = 0x02;
const SYN = 0x16;
/** Idle and wake-up characters come first, and the ends of a line. */
const LEAD = new Set([0x00, 0x0a, 0x0d, 0x20, 0x7f, SYN]);
const MOST_LEAD = 64;
const LONGEST_HEADING = 2_000;

/** Tells a transmission of a news wire: a heading begins at once, and the text soon after it; all else is words and the ends of lines. */
export function isWire(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < MOST_LEAD && LEAD.has(bytes[at] ?? -1)) at++;
  if (bytes[at] !== SOH) return false;
  const heading = bytes.subarray(at + 1, at + 1 + LONGEST_HEADING);
  const end = heading.indexOf(STX);
  const words = heading.subarray(0, end < 0 ? 60 : end);
  const plain = words.reduce((count, byte) => count + (isPlain(byte) ? 1 : 0), 0);
  return (
    (end >= 0 || bytes[at - 1] === SYN) && words.length >= 5 && words.every(isOfHeading) && plain >= words.length * 0.85
  );
}

/** Headings are words, nearly all of them without accents, and what parts them. */
const isPlain = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d;
const isOfHeading = (byte: number): boolean =>
  isPlain(byte) || byte === 0x09 || (byte >= 0x11 && byte <= 0x14) || (byte >= 0x1c && byte <= 0x1f) || byte >= 0xa0;
