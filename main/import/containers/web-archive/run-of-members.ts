import type { ByteSource, Slice } from './bytes-in-order.ts';
import { type Member, membersOf } from './members.ts';
import { beginsRecord } from './record-head.ts';

/** Gzip members that follow one another unbroken, unpacked into one. Most hold a record each; some are cut elsewhere. */
export interface Run {
  readonly source: ByteSource;
  /** Where the member that is being unpacked begins in the file. */
  readonly at: number;
  /** Where the member begins in the file that begins with a record, at this place of what is unpacked; null where none does. */
  memberAt(position: number): number | null;
  /** Where in what is unpacked the first member after `position` begins that begins with a record; null as long as none is known. */
  headAfter(position: number): number | null;
  /** Whether its last member is damaged, breaks off or is a bomb. */
  readonly isBroken: boolean;
  /** Where the next run begins; null after the last. */
  readonly next: number | null;
}

export function runFrom(slice: Slice, from: number): Run {
  const members = membersOf(slice, from);
  /** Members that begin with a record and have not been passed. */
  let heads: { readonly at: number; readonly position: number }[] = [];
  let member: Member | null = null;
  let isNew = false;
  let at = from;
  let expected: number | null = from;
  let unpackedBytes = 0;
  let isOver = false;
  let next: number | null = null;

  const begin = async (): Promise<Member | null> => {
    const { done, value } = await members.next();
    if (done || value.at !== expected) {
      isOver = true;
      if (!done) next = value.at;
      return null;
    }
    isNew = true;
    at = value.at;
    return value;
  };

  return {
    source: {
      async next() {
        while (!isOver) {
          member ??= await begin();
          if (!member) break;
          const chunk = await member.source.next();
          if (chunk) {
            if (isNew && beginsRecord(chunk)) heads.push({ at, position: unpackedBytes });
            isNew = false;
            unpackedBytes += chunk.length;
            return chunk;
          }
          expected = await member.end();
          member = null;
        }
        return null;
      },
    },
    get at() {
      return at;
    },
    memberAt(position) {
      heads = heads.filter((head) => head.position >= position);
      return heads[0]?.position === position ? heads[0].at : null;
    },
    headAfter: (position) => heads.find((head) => head.position > position)?.position ?? null,
    get isBroken() {
      return isOver && (expected === null || next !== null);
    },
    get next() {
      return next;
    },
  };
}
