/** The pictures of a document whose streams are JPEG files as they are. */
export interface Jpegs {
  /** By reference, as `12R`. */
  readonly byReference: ReadonlyMap<string, Uint8Array>;
  /** The document with every picture a single point: where it stands can still be read, and nothing of it need be decoded. */
  readonly blind: Uint8Array;
}

const OBJECT = /(\d{1,7})\s+(\d{1,5})\s+obj\b/g;
/** A dictionary of a picture is no longer. */
const LONGEST = 2_000;
const SIDE = /\/(?:Width|Height)\s+(\d+)(?!\s+\d+\s+R)/g;
const CODED = /\/(?:DCT|JPX|JBIG2|CCITTFax)Decode/g;
const JPEG = /\/Filter\s*\[?\s*\/DCTDecode\b/;

/** Finds pictures by their streams, which stand in a file in the open; an encrypted one has none that can be taken. */
export function jpegsIn(bytes: Uint8Array): Jpegs {
  const byReference = new Map<string, Uint8Array>();
  // Its own copy: what reads it takes the bytes away from whoever gave them.
  const blind = new Uint8Array(bytes);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (/\/Encrypt\b/.test(text)) return { byReference, blind };
  for (const { 0: opening, 1: number, 2: generation, index } of text.matchAll(OBJECT)) {
    const from = index + opening.length;
    const start = text.slice(from, from + LONGEST);
    const open = /\bstream\r?\n/.exec(start);
    const dictionary = start.slice(0, open?.index ?? 0);
    if (!open || !/\/Subtype\s*\/Image\b/.test(dictionary) || dictionary.includes('endobj')) continue;
    const data = dataAt(bytes, text, from + open.index + open[0].length, dictionary);
    if (data && JPEG.test(dictionary)) byReference.set(`${number}R${generation === '0' ? '' : generation}`, data);
    const write = (at: number, words: string) => blind.set(Buffer.from(words, 'latin1'), from + at);
    for (const { 0: side, 1: pixels = '', index: at } of dictionary.matchAll(SIDE))
      write(at + side.length - pixels.length, '1'.padEnd(pixels.length));
    for (const { 0: filter, index: at } of dictionary.matchAll(CODED)) write(at + 1, 'X'.repeat(filter.length - 1));
  }
  return { byReference, blind };
}

function dataAt(bytes: Uint8Array, text: string, from: number, dictionary: string): Uint8Array | null {
  const [, stated] = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary) ?? [];
  const end = stated === undefined ? text.indexOf('endstream', from) : from + Number(stated);
  const isJpeg = bytes[from] === 0xff && bytes[from + 1] === 0xd8;
  return isJpeg && end > from && end <= bytes.length ? bytes.slice(from, end) : null;
}
