import type { ReadableDb } from '../open.ts';

/** Ids, newest first: each is lower than the one before. */
export type Ids = readonly number[];

/** Articles of a library, one bit each by their number, with room for all there are: two sets of a hundred thousand are met in some microseconds. */
export type IdSet = Uint32Array;

/** How the sets of a library are made. */
export interface IdSets {
  of(ids: readonly number[]): IdSet;
  /** @param packed what a statement with `packedIds` for its column gives */
  unpacked(packed: Uint8Array | null): IdSet;
}

/**
 * For a column of ids, all of them in one value: numbers between commas. Read so, a hundred thousand take half the time that as many rows take,
 * and leave nothing behind for the heap.
 */
export const packedIds = (id: string): string => `CAST(group_concat(${id}) AS BLOB)`;

const BITS = 32;
const COMMA = 0x2c;
const ZERO = 0x30;

export function idSets(db: ReadableDb): IdSets {
  const highest = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM article').pluck();
  const empty = (): IdSet => new Uint32Array(Math.ceil(((highest.get() ?? 0) + 1) / BITS));
  return {
    of(ids) {
      const set = empty();
      for (const id of ids) add(set, id);
      return set;
    },
    unpacked(packed) {
      const set = empty();
      if (!packed) return set;
      let id = 0;
      for (let at = 0; at < packed.length; at++) {
        const byte = packed[at] ?? COMMA;
        if (byte === COMMA) {
          add(set, id);
          id = 0;
        } else id = id * 10 + byte - ZERO;
      }
      add(set, id);
      return set;
    },
  };
}

function add(set: IdSet, id: number): void {
  const at = Math.floor(id / BITS);
  set[at] = (set[at] ?? 0) | (1 << (id % BITS));
}

export const intersect = (a: IdSet, b: IdSet): IdSet => a.map((bits, at) => bits & (b[at] ?? 0));
export const unite = (a: IdSet, b: IdSet): IdSet => a.map((bits, at) => bits | (b[at] ?? 0));
/** Those of `a` that are not in `b`. */
export const subtract = (a: IdSet, b: IdSet): IdSet => a.map((bits, at) => bits & ~(b[at] ?? 0));

export function count(set: IdSet): number {
  let members = 0;
  for (const bits of set) for (let left = bits; left !== 0; left &= left - 1) members++;
  return members;
}

/** The newest of a set, or all of it. */
export function newestOf(set: IdSet, most = Number.POSITIVE_INFINITY): Ids {
  const ids: number[] = [];
  for (let at = set.length - 1; at >= 0; at--) {
    for (let left = set[at] ?? 0; left !== 0; ) {
      if (ids.length >= most) return ids;
      const bit = BITS - 1 - Math.clz32(left);
      ids.push(at * BITS + bit);
      left &= ~(1 << bit);
    }
  }
  return ids;
}
