import type { Block } from './block.ts';
import { type ByteReader, readerOf, type Slice, sourceOf } from './bytes-in-order.ts';
import { isPacked } from './members.ts';
import { type RecordHead, skipToMark, takeGap, takeHead } from './record-head.ts';
import { type Run, runFrom } from './run-of-members.ts';
import type { Spool } from './spool.ts';

/** A record of an archive, met while it is gone through. */
export interface ArchiveRecord {
  readonly head: RecordHead;
  /** Where it, or the member it is in, begins in the file. */
  readonly at: number;
  /** How its block begins. */
  readonly start: Buffer;
  /**
   * Keeps its block to be read later. To be called before the next record is asked for; what is told of its length and of whether it is cut
   * is right from then on. @returns null when there is no room for it
   */
  keep(): Promise<Block | null>;
}

/** What went wrong on the way through an archive, as a person is told. */
export interface Damage {
  /** Where in the file, in bytes. */
  readonly at: number;
}

/** All records of an archive, in order. What is broken is passed over, and told. */
export async function* recordsOf(
  slice: Slice,
  spool: Spool,
  damaged: (damage: Damage) => void,
): AsyncGenerator<ArchiveRecord> {
  if (!(await isPacked(slice))) return yield* plainRecords(slice, damaged);
  for (let from: number | null = 0; from !== null; ) {
    const run = runFrom(slice, from);
    yield* packedRecords(slice, run, spool, damaged);
    if (run.isBroken) damaged({ at: run.at });
    from = run.next;
  }
}

/** How much of a block is looked at to know what it is. */
const START_BYTES = 32 * 1024;

/** Changed until its record has been gone through. */
type Growing = { -readonly [K in keyof Block]: Block[K] };

async function* plainRecords(slice: Slice, damaged: (damage: Damage) => void): AsyncGenerator<ArchiveRecord> {
  let reader = readerOf(sourceOf(slice));
  let base = 0;
  await takeGap(reader);
  for (;;) {
    const head = await takeHead(reader);
    if (!head) {
      if ((await reader.peek(1)).length === 0) return;
      damaged({ at: base + reader.position });
      await reader.skip(1);
      if (!(await skipToMark(reader))) return;
      continue;
    }
    const at = base + reader.position;
    const start = await reader.peek(Math.min(START_BYTES, head.blockBytes));
    const block: Growing = { slice, at, skip: null, length: head.blockBytes, isCut: false };
    yield { head, at, start, keep: async () => block };
    const length = await reader.skip(head.blockBytes);
    if (length === head.blockBytes && (await takeGap(reader))) continue;
    // Its length is wrong: it ends where the next one begins.
    damaged({ at });
    reader = readerOf(sourceOf(slice, at));
    base = at;
    const isFollowed = await skipToMark(reader);
    block.length = reader.position;
    block.isCut = !isFollowed && length < head.blockBytes;
  }
}

/** A record that begins a member is found again by that; blocks of others are put aside at once. */
async function* packedRecords(
  slice: Slice,
  run: Run,
  spool: Spool,
  damaged: (damage: Damage) => void,
): AsyncGenerator<ArchiveRecord> {
  const reader = readerOf(run.source);
  await takeGap(reader);
  for (;;) {
    await reader.peek(1);
    const begin = reader.position;
    const member = run.memberAt(begin);
    const head = await takeHead(reader);
    if (!head) {
      if ((await reader.peek(1)).length === 0) return;
      damaged({ at: run.at });
      await reader.skip(1);
      if (!(await skipToMark(reader))) return;
      continue;
    }
    const { at } = run;
    const blockAt = reader.position;
    const start = await reader.peek(Math.min(START_BYTES, head.blockBytes));
    const block: Growing = { slice, at, skip: blockAt - begin, length: head.blockBytes, isCut: false };
    const keep = async (): Promise<Block | null> => {
      if (member !== null) return Object.assign(block, { at: member });
      const kept = await spool.keep(reader, head.blockBytes);
      return kept && spool.slice && Object.assign(block, { ...kept, slice: spool.slice, skip: null });
    };
    yield { head, at: member ?? at, start, keep };
    await skipWithin(reader, run, begin, blockAt + head.blockBytes);
    const isWhole = reader.position === blockAt + head.blockBytes;
    if (isWhole && (await takeGap(reader))) continue;
    damaged({ at: member ?? at });
    block.isCut = run.isBroken && !isWhole;
    const isFollowed = run.headAfter(begin) === reader.position || (await skipToMark(reader));
    if (block.skip !== null && !block.isCut) block.length = reader.position - blockAt;
    if (!isFollowed) return;
  }
}

/** Goes on to where a block is said to end, but not beyond a member that begins with a record: then what is said is wrong. */
async function skipWithin(reader: ByteReader, run: Run, begin: number, end: number): Promise<void> {
  while (reader.position < end) {
    const held = await reader.peek(1);
    if (held.length === 0) return;
    const limit = Math.min(end, run.headAfter(begin) ?? end);
    if (limit <= reader.position) return;
    await reader.skip(Math.min(limit - reader.position, reader.held));
  }
}
