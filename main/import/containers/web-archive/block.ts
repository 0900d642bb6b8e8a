import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGunzip, inflateRaw } from 'node:zlib';
import { NOTHING, readAt, type Slice, sourceOf } from './bytes-in-order.ts';
import { headerBytes } from './members.ts';

/** Where the block of a record is. */
export interface Block {
  readonly slice: Slice;
  /** Where it begins; of one that is packed, the gzip member that begins with its record. */
  readonly at: number;
  /** How much of the unpacked member stands before it; null for one that is not packed. */
  readonly skip: number | null;
  /** As it is once the record has been gone through: what its head says may be wrong. */
  readonly length: number;
  /** Whether the archive ends, or is broken, before it does. */
  readonly isCut: boolean;
}

/** @returns null when what was there can no longer be read */
export async function readBlock({ slice, at, skip, length }: Block): Promise<Buffer | null> {
  const bytes = skip === null ? await readAt(slice, at, length) : await unpacked(slice, at, skip, length);
  return bytes.length === length ? bytes : null;
}

const inflate = promisify(inflateRaw);
/** What a member may be longer than what it unpacks to, its own head with it. */
const MORE_BYTES = 16 * 1024;

/** Unpacked at once from one member, as nearly all are; otherwise from as many as it takes. */
async function unpacked(slice: Slice, at: number, skip: number, length: number): Promise<Buffer> {
  const packed = await readAt(slice, at, skip + length + MORE_BYTES);
  const limit = skip + length + MORE_BYTES;
  const options = { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: limit, maxOutputLength: limit };
  const whole = await inflate(packed.subarray(headerBytes(packed) ?? 0), options).catch(() => NOTHING);
  return whole.length >= skip + length ? whole.subarray(skip, skip + length) : unpackedInOrder(slice, at, skip, length);
}

async function unpackedInOrder(slice: Slice, at: number, skip: number, length: number): Promise<Buffer> {
  const gunzip = createGunzip();
  const packed = Readable.from(chunksOf(slice, at), { objectMode: false });
  packed.on('error', (error) => gunzip.destroy(error));
  const parts: Buffer[] = [];
  let count = 0;
  try {
    for await (const part of packed.pipe(gunzip)) {
      parts.push(part);
      count += part.length;
      if (count >= skip + length) break;
    }
  } catch {
    // Too little has come, then.
  } finally {
    packed.destroy();
  }
  return parts.length > 0 ? Buffer.concat(parts).subarray(skip, skip + length) : NOTHING;
}

async function* chunksOf(slice: Slice, at: number): AsyncGenerator<Buffer> {
  const source = sourceOf(slice, at);
  for (let chunk = await source.next(); chunk; chunk = await source.next()) yield chunk;
}
