import { crc32, deflateSync } from 'node:zlib';

/** Larger ones than a list shows only cost. */
const LARGEST_SIDE = 256;
const HEADER = 6;
const ENTRY = 16;
const MOST_ENTRIES = 64;

interface Stated {
  readonly side: number;
  readonly bits: number;
  readonly bytes: Uint8Array;
}

/** The best picture in a Windows icon, as PNG; null when it is none, or has none that can be read. Never throws. */
export function bestInIco(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER + ENTRY || view.getUint16(0, true) !== 0 || view.getUint16(2, true) !== 1) return null;
  const count = Math.min(view.getUint16(4, true), MOST_ENTRIES);
  const pictures: Stated[] = [];
  for (let nth = 0, at = HEADER; nth < count && at + ENTRY <= bytes.length; nth++, at += ENTRY) {
    const offset = view.getUint32(at + 12, true);
    const picture = bytes.subarray(offset, offset + view.getUint32(at + 8, true));
    if (picture.length > 0)
      pictures.push({ side: bytes[at] || LARGEST_SIDE, bits: view.getUint16(at + 6, true), bytes: picture });
  }
  for (const { bytes: picture } of pictures.toSorted((a, b) => worth(b) - worth(a))) {
    const png = isPng(picture) ? picture : pngOfDib(picture);
    if (png) return png;
  }
  return null;
}

/** About twice the size at which it is shown is best; of the same size the one with more colours. */
const worth = ({ side, bits }: Stated): number => (side > 64 ? 128 - side / 4 : side * 2) * 100 + bits;

const PNG = [0x89, 0x50, 0x4e, 0x47];
const isPng = (bytes: Uint8Array): boolean => PNG.every((byte, nth) => bytes[nth] === byte);

/** A bitmap as icons hold it: twice as high as it is, the lower half saying what is transparent. */
function pngOfDib(dib: Uint8Array): Uint8Array | null {
  const view = new DataView(dib.buffer, dib.byteOffset, dib.byteLength);
  if (dib.length < 40) return null;
  const header = view.getUint32(0, true);
  const width = view.getInt32(4, true);
  const height = view.getInt32(8, true) / 2;
  const bits = view.getUint16(14, true);
  const isReadable =
    [1, 4, 8, 24, 32].includes(bits) && view.getUint32(16, true) === 0 && Number.isInteger(height) && header >= 40;
  if (!isReadable || width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) return null;
  const colours = bits <= 8 ? view.getUint32(32, true) || 2 ** bits : 0;
  const palette = header;
  const pixels = palette + Math.min(colours, 256) * 4;
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  const mask = pixels + rowBytes * height;
  const maskBytes = Math.ceil(width / 32) * 4;
  if (mask > dib.length) return null;
  const hasMask = mask + maskBytes * height <= dib.length;
  const at = (offset: number): number => dib[offset] ?? 0;

  const rgba = Buffer.alloc(height * (width * 4 + 1));
  let isSeenThrough = false;
  for (let y = 0; y < height; y++) {
    // Rows come from the bottom up.
    const row = pixels + (height - 1 - y) * rowBytes;
    const maskRow = mask + (height - 1 - y) * maskBytes;
    for (let x = 0; x < width; x++) {
      const source =
        bits > 8
          ? row + x * (bits / 8)
          : palette + ((at(row + ((x * bits) >> 3)) >> (8 - bits - ((x * bits) & 7))) & (2 ** bits - 1)) * 4;
      const isMasked = hasMask && ((at(maskRow + (x >> 3)) >> (7 - (x & 7))) & 1) === 1;
      const alpha = bits === 32 ? at(source + 3) : isMasked ? 0 : 255;
      if (bits === 32 && alpha > 0) isSeenThrough = true;
      rgba.set([at(source + 2), at(source + 1), at(source), alpha], y * (width * 4 + 1) + 1 + x * 4);
    }
  }
  // Old programs wrote 32 bits without saying anything in the last eight.
  if (bits === 32 && !isSeenThrough)
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgba[y * (width * 4 + 1) + 4 + x * 4] = 255;
  return png(width, height, rgba);
}

/** @param rows each with a byte before it that says it is as it stands */
function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([...PNG, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
