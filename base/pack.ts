import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Deflate, not zstd: at 2 kB they give the same size (730 and 706 bytes of 1,958), deflate takes 14 µs against 22, and its window can be kept
 * small, so that a worker that packs thousands holds no more memory than one that packs one.
 */
const OPTIONS = { level: 3, memLevel: 7 } as const;

/** Compresses bytes for the store. The copy is exact: what zlib gives is the beginning of 16 kB, all of which would go wherever it is sent. */
export const packBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateRawSync(bytes, OPTIONS));

/** @throws when the bytes are not what `packBytes` made */
export const unpackBytes = (packed: Uint8Array): Uint8Array => inflateRawSync(packed);

const LENGTH_BYTES = 4;
const encoder = new TextEncoder();

/**
 * Compresses strings together, so that what they share is stored once (a body's text and its HTML say the same twice).
 * The layout: their number, each one's length in bytes, then all of them; lone surrogates become U+FFFD.
 */
export function packStrings(strings: readonly string[]): Uint8Array {
  const parts = strings.map((text) => encoder.encode(text));
  const header = new DataView(new ArrayBuffer(LENGTH_BYTES * (1 + parts.length)));
  header.setUint32(0, parts.length);
  for (const [nth, part] of parts.entries()) header.setUint32(LENGTH_BYTES * (nth + 1), part.length);
  return packBytes(Buffer.concat([new Uint8Array(header.buffer), ...parts]));
}

/** @throws when the bytes are not what `packStrings` made */
export function unpackStrings(packed: Uint8Array): readonly string[] {
  const bytes = Buffer.from(inflateRawSync(packed));
  const count = bytes.readUInt32BE(0);
  let at = LENGTH_BYTES * (1 + count);
  const strings: string[] = [];
  for (let nth = 0; nth < count; nth++) {
    const end = at + bytes.readUInt32BE(LENGTH_BYTES * (nth + 1));
    if (end > bytes.length) throw new Error('A packed text is cut off');
    strings.push(bytes.toString('utf8', at, end));
    at = end;
  }
  return strings;
}
