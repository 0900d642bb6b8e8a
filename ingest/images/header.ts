/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The letters that begin at a place; the end of the bytes cuts them off. */
export function lettersAt(bytes: DataView, start: number, count: number): string {
  let letters = '';
  const end = Math.min(start + count, bytes.byteLength);
  for (let at = start; at < end; at++) letters += String.fromCharCode(bytes.getUint8(at));
  return letters;
}
