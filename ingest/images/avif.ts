import { lettersAt, type Size } from './header.ts';

/** Boxes that hold boxes, on the way to a size, with the bytes of their own before the first. */
const HOLDERS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };
const MAX_BOXES = 4_096;

/** The largest size an AVIF states: its parts, its thumbnail and its transparency state theirs too, and none is larger than the whole. */
export function avifSize(bytes: DataView): Size | null {
  let largest: Size | null = null;
  const open: [at: number, end: number][] = [[0, bytes.byteLength]];
  let boxes = 0;
  for (let range = open.pop(); range && boxes < MAX_BOXES; range = open.pop()) {
    const [at, end] = range;
    if (at + 8 > end) continue;
    boxes++;
    const stated = bytes.getUint32(at);
    // 0: to the end. 1: in 64 bits, which nothing before the picture data has.
    const next = stated === 0 ? end : at + Math.max(8, stated);
    const kind = lettersAt(bytes, at + 4, 4);
    const head = HOLDERS[kind];
    if (next < end) open.push([next, end]);
    if (head !== undefined) open.push([at + 8 + head, Math.min(next, end)]);
    if (kind === 'ispe' && at + 20 <= end) {
      const size = { width: bytes.getUint32(at + 12), height: bytes.getUint32(at + 16) };
      if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
    }
  }
  return largest;
}
