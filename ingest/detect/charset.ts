import { isUtf8 } from 'node:buffer';
import { encodingOf } from './encodings.ts';
import { guessLegacy } from './legacy.ts';
import { charsetInMarkup } from './markup-charset.ts';
import { guessUtf16 } from './utf16.ts';

/** A text and the encoding it was in, by its WHATWG name. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const BOMS: readonly (readonly [encoding: string, ...bytes: number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: ISO-2022-JP is told by its escapes
const ESCAPED = /\x1b\$[@B]/;

const NOT_ASCII = /[^\0-\x7F]/;

/**
 * Turns bytes into text: by their mark, as UTF-8 if they are, by what was declared of them, else by the look of the bytes beyond ASCII.
 * @param isMarkup whether they may declare it themselves
 */
export function decode(bytes: Uint8Array, mediaType: string | null, isMarkup = false): Decoded {
  const bom = BOMS.find(([, ...mark]) => mark.every((byte, nth) => bytes[nth] === byte));
  if (bom) return decodeAs(bom[0], bytes);
  const utf16 = guessUtf16(bytes);
  if (utf16) return decodeAs(utf16, bytes);

  const declared = charsetOfType(mediaType) ?? (isMarkup ? charsetInMarkup(bytes) : null);
  const text = asUtf8(bytes);
  if (text !== null) {
    if (ESCAPED.test(text.slice(0, 65_536))) return decodeAs('iso-2022-jp', bytes);
    // Chance does not make UTF-8: servers are wrong more often. Plain ASCII says nothing against what they say.
    return declared === null || NOT_ASCII.test(text) ? { text, encoding: 'utf-8' } : decodeAs(declared, bytes);
  }
  // Cut off or damaged in a few places, it is still UTF-8.
  if (declared === 'utf-8' || isMostlyUtf8(bytes)) return decodeAs('utf-8', bytes);
  return decodeAs(declared ?? guessLegacy(bytes), bytes);
}

/** Null when they are not. Their mark has been met before. */
const asUtf8 = (bytes: Uint8Array): string | null =>
  isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString() : null;

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  // It writes the tones of Vietnamese as characters of their own.
  return { text: encoding === 'windows-1258' ? text.normalize('NFC') : text, encoding };
}

/** The encoding that a Content-Type names; null when it names none that is known. */
export function charsetOfType(mediaType: string | null): string | null {
  const label = /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(mediaType ?? '')?.[1];
  return label === undefined ? null : encodingOf(label);
}

const LOOKED_AT = 1024 * 1024;

/** Ten whole sequences for each broken one: chance does not do that. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
    let found = 0;
    while (found < more && ((bytes[at + found + 1] ?? 0) & 0xc0) === 0x80) found++;
    if (more > 0 && found === more) whole++;
    else broken++;
    at += found;
  }
  return whole > 0 && whole >= broken * 10;
}
