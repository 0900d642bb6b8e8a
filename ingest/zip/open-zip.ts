import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { BOMB_MESSAGE, isBomb, LOCKED } from '../limits.ts';
import { ZipError } from './zip-error.ts';

/** A zip file in memory, each file of it unpacked when it is asked for. */
export interface Zip {
  /** In the order of the file; folders have none. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * @param atMost bytes it may unpack to
   * @throws ZipError when it is encrypted, damaged, or unpacks to more than can be read
   */
  read(name: string, atMost?: number): Promise<Uint8Array>;
}

/** All that is read of one file, unpacked. Pictures of a long report come near; a bomb goes far beyond. */
const LIMIT_UNPACKED = 256 * 1024 * 1024;
/** More than any document consists of. */
const LIMIT_ENTRIES = 50_000;

const damaged = () => new ZipError('malformed', 'The file is cut off or damaged');
const bomb = () => new ZipError('bomb', BOMB_MESSAGE);
const tooLarge = () => new ZipError('too-large', 'What is packed in the file is far larger than any document');

/** Opens a zip file that is in memory. @throws ZipError when it cannot be read as one */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    validateEntrySizes: true,
  }).catch(() => {
    throw damaged();
  });
  const entries = await entriesOf(file);
  let unpacked = 0;

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    async read(name, atMost = LIMIT_UNPACKED) {
      const entry = entries.get(name);
      if (!entry) throw new ZipError('malformed', `The file lacks a part of itself (${name})`);
      if (entry.isEncrypted()) throw new ZipError('encrypted', LOCKED);
      const limit = Math.min(atMost, LIMIT_UNPACKED - unpacked);
      if (isBomb(entry.compressedSize, entry.uncompressedSize)) throw bomb();
      if (entry.uncompressedSize > limit) throw tooLarge();
      const content = await unpack(file, entry, limit);
      unpacked += content.length;
      return content;
    },
  };
}

async function entriesOf(file: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (file.entryCount > LIMIT_ENTRIES) throw tooLarge();
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of file.eachEntry()) if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
  } catch {
    throw damaged();
  }
  return entries;
}

async function unpack(file: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of await file.openReadStreamPromise(entry)) {
      length += part.length;
      if (isBomb(entry.compressedSize, length)) throw bomb();
      if (length > limit) throw tooLarge();
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof ZipError ? error : damaged();
  }
  return new Uint8Array(Buffer.concat(parts, length));
}
