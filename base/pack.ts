import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Deflate, not zstd: at 2 kB they give the same size (730 and 706 bytes of 1,958), deflate takes 14 µs against 22, and its window can be kept
 * small, so that a worker that packs thousands holds no more memory than one that packs one.
 */
const OPTIONS = { level: 5, memLevel: 7 } as const;
/** What a short text needs: the window of 32 kB that others get, and the room for what comes out, take a tenth of its time to make ready. */
const SMALL = { ...OPTIONS, windowBits: 13, chunkSize: 4096 } as const;
const SMALL_BYTES = 8192;

/** Compresses bytes for the store. The copy is exact: what zlib gives is the beginning of 16 kB, all of which would go wherever it is sent. */
export const packBytes = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(deflateRawSync(bytes, bytes.length <= SMALL_BYTES ? SMALL : OPTIONS));

/** @throws when the bytes are not what `packBytes` made */
export const unpackBytes = (packed: Uint8Array): Uint8Array => inflateRawSync(packed);

const LENGTH_BYTES = 4;

/**
 * Compresses strings together, so that what they share is stored once (a body's text and its HTML say the same twice).
 * The layout: their number, each one's length in bytes, then all of them; lone surrogates become U+FFFD.
 */
export function packStrings(strings: readonly string[]): Uint8Array {
  const lengths = strings.map((text) => Buffer.byteLength(text));
  const start = LENGTH_BYTES * (1 + strings.length);
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + length, start));
  bytes.writeUInt32BE(strings.length, 0);
  let at = start;
  for (const [nth, text] of strings.entries()) {
    at += bytes.write(text, at);
    bytes.writeUInt32BE(lengths[nth] ?? 0, LENGTH_BYTES * (nth + 1));
  }
  return packBytes(bytes);
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
