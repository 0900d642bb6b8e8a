import { Readable } from 'node:stream';
import { constants, createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib';
import { type ByteSource, readAt, type Slice } from './bytes-in-order.ts';

/** One of the gzip streams a file is made of, one after the other. */
export interface Member {
  /** Where it begins in the file. */
  readonly at: number;
  readonly source: ByteSource;
  /** Unpacks what is left of it. @returns where it ends; null when it is damaged, breaks off or is a bomb */
  end(): Promise<number | null>;
}

const WINDOW_BYTES = 256 * 1024;
/** What is unpacked at once: longer would hold up others. */
const AT_ONCE_BYTES = 1024 * 1024;
const TRAILER_BYTES = 8;
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const MAX_NAME_BYTES = 4 * 1024;

/** Text unpacks to ten times its size, rarely to fifty. */
const MAX_RATIO = 250;
const RATIO_COUNTS_FROM_BYTES = 64 * 1024 * 1024;

/** A broken stretch ends with the next member. */
export async function* membersOf(slice: Slice, from = 0): AsyncGenerator<Member> {
  let at = from;
  let window = { at, bytes: await readAt(slice, at, WINDOW_BYTES) };
  const look = async () => {
    const isNear = at >= window.at && at - window.at < window.bytes.length / 2;
    if (!isNear) window = { at, bytes: await readAt(slice, at, WINDOW_BYTES) };
    return window.bytes.subarray(at - window.at);
  };
  while (at < slice.sizeBytes) {
    const head = headerBytes(await look());
    if (head === null) {
      at = await nextMagic(slice, at + 1);
      continue;
    }
    const member = wholeMember(at, head, await look()) ?? longMember(slice, at, head);
    yield member;
    const end = await member.end();
    at = end ?? (await nextMagic(slice, at + 1));
  }
}

/** A member that is unpacked at once, as most are; null for others. */
function wholeMember(at: number, head: number, window: Buffer): Member | null {
  const packed = window.subarray(head);
  const { Z_SYNC_FLUSH } = constants;
  try {
    const { buffer, engine } = inflateRawSync(packed, {
      info: true,
      finishFlush: Z_SYNC_FLUSH,
      maxOutputLength: AT_ONCE_BYTES,
    }) as unknown as { readonly buffer: Buffer; readonly engine: InflateRaw };
    const { bytesWritten } = engine;
    if (bytesWritten + TRAILER_BYTES > packed.length) return null;
    const chunks = [buffer];
    return {
      at,
      source: { next: async () => chunks.pop() ?? null },
      end: async () => at + head + bytesWritten + TRAILER_BYTES,
    };
  } catch {
    return null;
  }
}

function longMember(slice: Slice, at: number, head: number): Member {
  const inflate = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  const packed = Readable.from(chunksOf(slice, at + head), { objectMode: false });
  packed.on('error', (error) => inflate.destroy(error));
  // It unpacks before it is asked: what is damaged is met by whoever asks, and otherwise by nobody.
  inflate.on('error', () => {});
  const chunks = packed.pipe(inflate)[Symbol.asyncIterator]();
  let unpackedBytes = 0;
  let isBroken = false;
  const next = async (): Promise<Buffer | null> => {
    if (isBroken) return null;
    try {
      const { done, value } = await chunks.next();
      if (done) return null;
      unpackedBytes += (value as Buffer).length;
      if (unpackedBytes < RATIO_COUNTS_FROM_BYTES || unpackedBytes < inflate.bytesWritten * MAX_RATIO) return value;
    } catch {
      // What was unpacked before has been given out.
    }
    isBroken = true;
    packed.destroy();
    inflate.destroy();
    return null;
  };
  return {
    at,
    source: { next },
    async end() {
      while ((await next()) !== null);
      packed.destroy();
      const end = at + head + inflate.bytesWritten + TRAILER_BYTES;
      return isBroken || end > slice.sizeBytes ? null : end;
    },
  };
}

async function* chunksOf(slice: Slice, from: number): AsyncGenerator<Buffer> {
  for (let at = from; at < slice.sizeBytes; ) {
    const chunk = await readAt(slice, at, WINDOW_BYTES);
    if (chunk.length === 0) return;
    yield chunk;
    at += chunk.length;
  }
}

/** How long the header of a member is (RFC 1952); null where none begins. */
export function headerBytes(bytes: Buffer): number | null {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const flags = bytes[3] ?? 0;
  if ((flags & 0xe0) !== 0) return null;
  let at = 10;
  if (flags & 0x04) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  for (const named of [0x08, 0x10]) {
    if (!(flags & named)) continue;
    const end = bytes.subarray(0, at + MAX_NAME_BYTES).indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if (flags & 0x02) at += 2;
  return at;
}

async function nextMagic(slice: Slice, from: number): Promise<number> {
  for (let at = from; at < slice.sizeBytes; at += WINDOW_BYTES) {
    const found = (await readAt(slice, at, WINDOW_BYTES + MAGIC.length - 1)).indexOf(MAGIC);
    if (found >= 0) return at + found;
  }
  return slice.sizeBytes;
}

/** Whether gzip members are what a file is made of, though the first may be damaged. */
export async function isPacked(slice: Slice): Promise<boolean> {
  const start = await readAt(slice, 0, WINDOW_BYTES);
  return (
    start.subarray(0, MAGIC.length).equals(MAGIC) ||
    (!/^\s*[A-Z]/i.test(start.toString('latin1', 0, 16)) && start.includes(MAGIC))
  );
}
