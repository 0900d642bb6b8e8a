/** Packs ids, ascending, as the steps between them: neighbours take one byte each. */
export function packIds(ids: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(ids.length * 8);
  let at = 0;
  let last = 0;
  for (const id of ids) {
    let step = id - last;
    last = id;
    // Seven bits at a time, the high bit set on all but the last. Division, because ids may pass 32 bits.
    while (step >= 0x80) {
      bytes[at++] = (step % 0x80) | 0x80;
      step = Math.floor(step / 0x80);
    }
    bytes[at++] = step;
  }
  return bytes.slice(0, at);
}

export function unpackIds(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  let id = 0;
  let factor = 1;
  for (const byte of bytes) {
    id += (byte & 0x7f) * factor;
    if (byte & 0x80) factor *= 0x80;
    else {
      ids.push(id);
      factor = 1;
    }
  }
  return ids;
}

export const ascending = (ids: readonly number[]): number[] => [...new Set(ids)].sort((a, b) => a - b);
