/** What an RTF file is written in. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** A control that is one character: `\~`, `\*`. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** A byte in hexadecimal. */
  | { readonly kind: 'byte'; readonly value: number }
  /** Bytes as they stand, up to `end`. */
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'binary'; readonly start: number; readonly end: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LONGEST_NAME = 32;
const LONGEST_VALUE = 10;

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isBreak = (byte: number): boolean => byte === 0x0a || byte === 0x0d || byte === 0;

/** Takes an RTF file apart, as far as it goes. Linear. */
export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  const end = bytes.length;
  let at = 0;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === OPEN || byte === CLOSE) {
      at++;
      yield { kind: byte === OPEN ? 'open' : 'close' };
    } else if (isBreak(byte)) at++;
    else if (byte !== BACKSLASH) {
      const start = at;
      while (at < end && !isSpecial(bytes[at] as number)) at++;
      yield { kind: 'text', start, end: at };
    } else if (at + 1 >= end) return;
    else if (isLetter(bytes[at + 1] as number)) {
      let nameEnd = at + 1;
      while (nameEnd < end && nameEnd - at <= LONGEST_NAME && isLetter(bytes[nameEnd] as number)) nameEnd++;
      const name = ascii(bytes, at + 1, nameEnd);
      let valueEnd = nameEnd;
      if (bytes[valueEnd] === 0x2d) valueEnd++;
      while (valueEnd < end && valueEnd - nameEnd <= LONGEST_VALUE && isDigit(bytes[valueEnd] as number)) valueEnd++;
      const value = valueEnd > nameEnd ? Number.parseInt(ascii(bytes, nameEnd, valueEnd), 10) : Number.NaN;
      at = bytes[valueEnd] === 0x20 ? valueEnd + 1 : valueEnd;
      if (name === 'bin') {
        const start = at;
        at = Math.min(end, start + Math.max(0, value || 0));
        yield { kind: 'binary', start, end: at };
      } else yield { kind: 'word', name, value: Number.isNaN(value) ? null : value };
    } else if (bytes[at + 1] === 0x27) {
      const value = Number.parseInt(ascii(bytes, at + 2, Math.min(end, at + 4)), 16);
      at += 4;
      if (!Number.isNaN(value)) yield { kind: 'byte', value };
    } else {
      yield { kind: 'symbol', name: String.fromCharCode(bytes[at + 1] as number) };
      at += 2;
    }
  }
}

const isSpecial = (byte: number): boolean => byte === BACKSLASH || byte === OPEN || byte === CLOSE || isBreak(byte);

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number);
  return text;
}
