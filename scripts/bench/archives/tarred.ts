import type { Part } from './zipped.ts';

const BLOCK = 512;

/** A tar archive, piece by piece: one file of it is held at a time. Names of at most 100 bytes. */
export function* tarred(parts: Iterable<Part>): Generator<Buffer> {
  for (const { name, bytes } of parts) {
    const head = Buffer.alloc(BLOCK);
    head.write(name, 0, 100);
    head.write('0000644\0', 100);
    head.write(`${bytes.byteLength.toString(8).padStart(11, '0')}\0`, 124);
    head.write('0', 156);
    head.write('ustar\x0000', 257);
    head.fill(' ', 148, 156);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    yield head;
    yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    yield Buffer.alloc((BLOCK - (bytes.byteLength % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(BLOCK * 2);
}
