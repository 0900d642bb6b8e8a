import { constants, deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Of a short text no more than this is looked back on. A window and a table larger than it would take longer to make ready than all the rest. */
const SMALL_BYTES = 8192;
const SMALL = {
  chunkSize: 4096,
  params: {
    [constants.ZSTD_c_compressionLevel]: 1,
    [constants.ZSTD_c_windowLog]: 13,
    [constants.ZSTD_c_hashLog]: 11,
  },
} as const;
/** A window of 512 kB: a thread that packs thousands holds little more memory than one that packs one. */
const LARGE = { params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_windowLog]: 19 } } as const;

/**
 * Compresses bytes for the store: with zstd, in half the time that deflate takes, and a text of 2 kB to a twentieth more.
 * The copy is exact: what comes back is the beginning of a larger buffer, all of which would go wherever it is sent.
 */
export const packBytes = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(zstdCompressSync(bytes, bytes.length <= SMALL_BYTES ? SMALL : LARGE));

/** Every frame of zstd begins with it, and nothing that deflate makes. */
const ZSTD_MAGIC = 0x28b52ffd;

/**
 * What was packed before the library's version 21 is deflate.
 * @throws when the bytes are not what `packBytes` made
 */
export const unpackBytes = (packed: Uint8Array): Uint8Array => {
  const { buffer, byteOffset, byteLength } = packed;
  const isZstd = byteLength >= 4 && new DataView(buffer, byteOffset, byteLength).getUint32(0) === ZSTD_MAGIC;
  return isZstd ? zstdDecompressSync(packed) : inflateRawSync(packed);
};

const LENGTH_BYTES = 4;

const STRINGS = { level: 5, memLevel: 7 } as const;
/** What a short text needs: the window of 32 kB that others get, and the room for what comes out, take a tenth of its time to make ready. */
const SMALL_STRINGS = { ...STRINGS, windowBits: 13, chunkSize: 4096 } as const;

/**
 * Compresses strings together, so that what they share is stored once (a body's text and its HTML say the same twice).
 * With deflate: zstd would take half the time here too, and a twentieth more room, which counts where every article has a text.
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
  const options = bytes.length <= SMALL_BYTES ? SMALL_STRINGS : STRINGS;
  return new Uint8Array(deflateRawSync(bytes, options));
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
