import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { crc32, createInflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import { isBomb } from '../../../../ingest/limits.ts';
import { isRefusal, type Refusal, tooLarge } from '../../refusal.ts';
import { type Archive, CannotUnpack, DAMAGED } from '../archive.ts';
import { BOMB } from '../budget.ts';
import { type OpenFile, openAt, piecesAt } from '../open-file.ts';
import { readDirectory, type ZipEntry } from './directory.ts';

const inflate = promisify(inflateRaw);

export interface ZipArchive extends Archive<ZipEntry> {
  /** Where in the file the bytes of an entry begin that is not packed; null for all others. */
  placeOf(entry: ZipEntry): Promise<number | null>;
}

/** Opens a ZIP archive by its table of contents. */
export async function openZip(location: string | Buffer, signal: AbortSignal | null): Promise<ZipArchive | Refusal> {
  const file = await openAt(location, signal);
  const directory = await readDirectory(file);
  if (isRefusal(directory)) {
    await file.close();
    return directory;
  }
  const inOrder = readInOrder(file);
  return {
    ...directory,
    read: (entry, limitBytes) => readEntry(inOrder, entry, limitBytes),
    pieces: (entry) => piecesOf(file, entry),
    async placeOf({ offset, isDeflated }) {
      const start = isDeflated ? null : dataStart(await file.readAt(offset, HEAD_BYTES));
      return start === null ? null : offset + start;
    },
    close: () => file.close(),
  };
}

const HEAD_BYTES = 30;
const HEAD = 0x04034b50;
/** What a name and its extras usually take in the head of a file: it is read along with the file. */
const USUAL_NAME_BYTES = 512;

const STRETCH_BYTES = 256 * 1024;
/** What may lie between two small files that are read one after the other, such as a picture that is not. */
const GAP_BYTES = 64 * 1024;

/** Reads a file with what lies behind it, where the one before was read last: most archives are read from end to end. */
function readInOrder(file: OpenFile): Pick<OpenFile, 'readAt'> {
  let [lastAt, lastEnd] = [0, 0];
  let [start, end] = [0, 0];
  let stretch: Promise<Buffer> | null = null;
  return {
    async readAt(position, length) {
      const isNext = position >= lastAt && position <= lastEnd + GAP_BYTES;
      [lastAt, lastEnd] = [position, position + length];
      const isHeld = stretch !== null && position >= start && position + length <= end;
      if (!isHeld) {
        if (!isNext || length > STRETCH_BYTES / 2) return file.readAt(position, length);
        [start, end] = [position, position + STRETCH_BYTES];
        stretch = file.readAt(position, STRETCH_BYTES);
      }
      const at = position - start;
      return ((await stretch) ?? Buffer.alloc(0)).subarray(at, at + length);
    },
  };
}

async function readEntry(
  file: Pick<OpenFile, 'readAt'>,
  entry: ZipEntry,
  limitBytes: number,
): Promise<Uint8Array | Refusal> {
  // Deflated bytes are never many more than what they unpack to.
  if (entry.sizeBytes > limitBytes || entry.packedBytes > limitBytes * 1.01 + USUAL_NAME_BYTES)
    return tooLarge(entry.sizeBytes);
  const stretch = await file.readAt(entry.offset, HEAD_BYTES + USUAL_NAME_BYTES + entry.packedBytes);
  const start = dataStart(stretch);
  if (start === null) return DAMAGED;
  const isWhole = start + entry.packedBytes <= stretch.byteLength;
  const packed = isWhole
    ? stretch.subarray(start, start + entry.packedBytes)
    : await file.readAt(entry.offset + start, entry.packedBytes);
  if (packed.byteLength < entry.packedBytes) return DAMAGED;
  const bytes = entry.isDeflated
    ? (inflatedAtOnce(packed, entry.sizeBytes) ?? (await inflated(packed, limitBytes)))
    : new Uint8Array(packed);
  if (isRefusal(bytes)) return bytes;
  return crc32(bytes) === entry.checksum ? bytes : DAMAGED;
}

/** A small file is unpacked in less time than a thread for it takes to be told. */
const AT_ONCE_BYTES = 128 * 1024;

/** @returns null for what is larger, or not as its archive says */
function inflatedAtOnce(packed: Uint8Array, sizeBytes: number): Uint8Array | null {
  if (sizeBytes > AT_ONCE_BYTES || packed.byteLength > AT_ONCE_BYTES) return null;
  try {
    const size = Math.max(sizeBytes + 1, LEAST_BYTES);
    const { buffer, byteOffset, byteLength } = inflateRawSync(packed, { chunkSize: size, maxOutputLength: size });
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch {
    return null;
  }
}

/** Room that zlib asks for. */
const LEAST_BYTES = 64;

async function inflated(packed: Uint8Array, limitBytes: number): Promise<Uint8Array | Refusal> {
  try {
    const bytes = await inflate(packed, { maxOutputLength: limitBytes });
    return isBomb(packed.byteLength, bytes.byteLength)
      ? BOMB
      : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return DAMAGED;
    return isBomb(packed.byteLength, limitBytes) ? BOMB : tooLarge(limitBytes + 1);
  }
}

/** Where the bytes of a file begin behind its head; null when there is no head. */
const dataStart = (head: Buffer): number | null =>
  head.byteLength >= HEAD_BYTES && head.readUInt32LE(0) === HEAD
    ? HEAD_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28)
    : null;

async function* piecesOf(file: OpenFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const start = dataStart(await file.readAt(entry.offset, HEAD_BYTES));
  if (start === null) throw new CannotUnpack(DAMAGED);
  const packed = piecesAt(file, entry.offset + start, entry.packedBytes);
  let length = 0;
  let checksum = 0;
  for await (const piece of entry.isDeflated ? inflatedPieces(packed) : packed) {
    length += piece.byteLength;
    checksum = crc32(piece, checksum);
    if (isBomb(entry.packedBytes, length)) throw new CannotUnpack(BOMB);
    yield piece;
  }
  if (checksum !== entry.checksum) throw new CannotUnpack(DAMAGED);
}

async function* inflatedPieces(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const out = new PassThrough();
  const done = pipeline(Readable.from(packed), createInflateRaw(), out);
  done.catch(() => {});
  try {
    for await (const piece of out) yield piece as Uint8Array;
    await done;
  } catch {
    throw new CannotUnpack(DAMAGED);
  } finally {
    out.destroy();
  }
}
