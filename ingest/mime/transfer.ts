/** Bytes as they were before they were made fit for mail; as they stand where the encoding is none that is known. @param encoding as `Content-Transfer-Encoding` states it */
export function decodeTransfer(bytes: Uint8Array, encoding: string | null): Uint8Array {
  switch (/[a-z0-9-]+/.exec(encoding?.toLowerCase() ?? '')?.[0]) {
    case 'base64':
      return Buffer.from(latin(bytes), 'base64');
    case 'quoted-printable':
      return ofQuotedPrintable(bytes);
    case 'uuencode':
    case 'x-uuencode':
    case 'x-uue':
      return ofUuencode(latin(bytes));
    default:
      return bytes;
  }
}

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;

export function ofQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== EQUALS) {
      decoded[length++] = byte;
      continue;
    }
    const high = digit(bytes[at + 1]);
    const low = digit(bytes[at + 2]);
    if (high >= 0 && low >= 0) {
      decoded[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    const end = softBreakEnd(bytes, at + 1);
    if (end < 0) decoded[length++] = byte;
    else at = end;
  }
  return decoded.subarray(0, length);
}

/** Where a line break that is none ends: blanks may stand before it; -1 where there is no such break. */
function softBreakEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  if (at >= bytes.length) return at - 1;
  if (bytes[at] === CR) return bytes[at + 1] === LF ? at + 1 : at;
  return bytes[at] === LF ? at : -1;
}

function digit(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x61 + 10 : -1;
}

const UU_BEGIN = /(?:^|\n)begin(?:-base64)? [0-7]{3,4} [^\r\n]{0,255}\r?\n/;

/** The first file of a text in uuencode; nothing where there is none. */
function ofUuencode(text: string): Uint8Array {
  const begin = UU_BEGIN.exec(text);
  if (!begin) return new Uint8Array();
  const decoded = new Uint8Array(text.length);
  let length = 0;
  for (let at = begin.index + begin[0].length; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (text.startsWith('end', at)) break;
    const wanted = sixBits(text, at, end);
    for (let from = at + 1, taken = 0; taken < wanted; from += 4) {
      const bits =
        (sixBits(text, from, end) << 18) |
        (sixBits(text, from + 1, end) << 12) |
        (sixBits(text, from + 2, end) << 6) |
        sixBits(text, from + 3, end);
      for (let shift = 16; shift >= 0 && taken < wanted; shift -= 8, taken++)
        decoded[length++] = (bits >> shift) & 0xff;
    }
    at = end + 1;
  }
  return decoded.subarray(0, length);
}

const sixBits = (text: string, at: number, end: number): number => (at < end ? (text.charCodeAt(at) - 32) & 0x3f : 0);

const UU_FILE = /(?:^|\n)begin [0-7]{3} [^\n]{1,255}\n(?:[ -`]{1,62}\n){0,100000}(?:[ `]\n)?end(?=\n|$)/g;

/** A text without the files that stand in it in uuencode. */
export const withoutUuencoded = (text: string): string =>
  text.includes('begin ') ? text.replace(UU_FILE, '\n') : text;
