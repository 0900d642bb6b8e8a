import type { OpenFile } from '../open-file.ts';

/** Part of an open file: an archive may lie in another. */
export interface Slice {
  readonly file: Pick<OpenFile, 'readAt'>;
  /** Where it begins in the file, in bytes. */
  readonly start: number;
  readonly sizeBytes: number;
}

/** Gives bytes in order, a chunk at a time; null after the last. */
export interface ByteSource {
  next(): Promise<Buffer | null>;
  /** Leaves bytes out without reading them. @returns how many there were to be left out */
  jump?(count: number): number;
}

/** Takes bytes in order. */
export interface ByteReader {
  /** How many have been taken. */
  readonly position: number;
  /** How many of the next ones are in memory. */
  readonly held: number;
  /** The next `count`, or as many as are left, without taking them. */
  peek(count: number): Promise<Buffer>;
  /** @returns how many there were to be taken */
  skip(count: number): Promise<number>;
}

const CHUNK_BYTES = 256 * 1024;
export const NOTHING = Buffer.alloc(0);

/** @returns fewer than asked for at the end */
export const readAt = ({ file, start, sizeBytes }: Slice, at: number, count: number): Promise<Buffer> =>
  file.readAt(start + at, Math.max(0, Math.min(count, sizeBytes - at)));

export function sourceOf(slice: Slice, from = 0): ByteSource {
  let at = from;
  return {
    async next() {
      const chunk = await readAt(slice, at, CHUNK_BYTES);
      at += chunk.length;
      return chunk.length > 0 ? chunk : null;
    },
    jump(count) {
      const jumped = Math.max(0, Math.min(count, slice.sizeBytes - at));
      at += jumped;
      return jumped;
    },
  };
}

export function readerOf(source: ByteSource): ByteReader {
  let held: Buffer = NOTHING;
  let position = 0;
  const drop = (count: number) => {
    held = held.subarray(count);
    position += count;
  };
  return {
    get position() {
      return position;
    },
    get held() {
      return held.length;
    },
    async peek(count) {
      while (held.length < count) {
        const chunk = await source.next();
        if (!chunk) break;
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      }
      return held.subarray(0, count);
    },
    async skip(count) {
      let left = count;
      while (left > 0) {
        const step = Math.min(left, held.length);
        drop(step);
        left -= step;
        if (left === 0) break;
        if (source.jump) {
          const jumped = source.jump(left);
          position += jumped;
          return count - left + jumped;
        }
        const chunk = await source.next();
        if (!chunk) break;
        held = chunk;
      }
      return count - left;
    },
  };
}
