import yauzl, { type Entry } from 'yauzl';
import { EMPTY, failed, type Refusal } from '../../refusal.ts';
import { type ArchiveEntry, CUT_SHORT, ENCRYPTED, NO_ARCHIVE, OVERLAPPING, unsupported } from '../archive.ts';
import type { OpenFile } from '../open-file.ts';

/** One file of a ZIP archive, as its table of contents has it. */
export interface ZipEntry extends ArchiveEntry {
  readonly packedBytes: number;
  readonly isDeflated: boolean;
  readonly checksum: number;
  /** Where its own head stands, and how long its name is there at most. */
  readonly offset: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly problem: Refusal | null;
}

/** Reads the table of contents of a ZIP archive; what stands before damage in it is kept. */
export async function readDirectory(file: OpenFile): Promise<ZipDirectory | Refusal> {
  if (file.sizeBytes === 0) return EMPTY;
  const entries: ZipEntry[] = [];
  try {
    const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
    const zip = await yauzl.fromRandomAccessReaderPromise(new WindowReader(file), file.sizeBytes, options);
    for await (const entry of zip.eachEntry()) entries.push(zipEntry(entry));
    return { entries: withoutOverlaps(entries), problem: null };
  } catch (error) {
    const problem = await problemOf(file, error instanceof Error ? error.message : String(error));
    return entries.length === 0 ? problem : { entries: withoutOverlaps(entries), problem };
  }
}

const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
};
const [STORED, DEFLATED] = [0, 8];

function zipEntry(entry: Entry): ZipEntry {
  const { compressionMethod: method, compressedSize, uncompressedSize, crc32, relativeOffsetOfLocalHeader } = entry;
  const refusal = entry.isEncrypted()
    ? ENCRYPTED
    : method === STORED || method === DEFLATED
      ? null
      : unsupported(`It is packed by ${METHODS[method] ?? `method ${method}`}, which is not read: unpack it first`);
  return {
    name: nameOf(entry),
    sizeBytes: uncompressedSize,
    refusal,
    packedBytes: compressedSize,
    isDeflated: method === DEFLATED,
    checksum: crc32,
    offset: relativeOffsetOfLocalHeader,
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const IS_UTF8 = 0x800;

/** Many programs write UTF-8 without saying so; what is none by its bytes is of the first PCs. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return yauzl.getFileNameLowLevel(
    generalPurposeBitFlag | (isUtf8(fileNameRaw) ? IS_UTF8 : 0),
    fileNameRaw,
    extraFields,
    false,
  );
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Files that lie in one another unpack without end from few bytes. The first of them is read, as it may be an honest one. */
function withoutOverlaps(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const inPlace = [...entries].sort((a, b) => a.offset - b.offset);
  const overlapping = new Set<ZipEntry>();
  let end = 0;
  for (const entry of inPlace) {
    if (entry.offset < end) overlapping.add(entry);
    end = Math.max(end, entry.offset + entry.packedBytes);
  }
  if (overlapping.size === 0) return entries;
  return entries.map((entry) => (overlapping.has(entry) ? { ...entry, refusal: entry.refusal ?? OVERLAPPING } : entry));
}

async function problemOf(file: OpenFile, said: string): Promise<Refusal> {
  const isZip = (await file.readAt(0, 4)).toString('latin1').startsWith('PK');
  if (/strong encryption/.test(said)) return ENCRYPTED;
  if (/multi-disk/.test(said)) return unsupported('It is one part of a ZIP archive in several parts: join them first');
  if (!isZip) return NO_ARCHIVE;
  if (/End of central directory record signature not found/.test(said)) return CUT_SHORT;
  return failed('malformed', `The table of contents of the ZIP archive is damaged (${said})`);
}

const WINDOW_BYTES = 1024 * 1024;

/** Tables of contents are read a few bytes at a time: here from a stretch of the file that was read at once. */
class WindowReader extends yauzl.RandomAccessReader {
  readonly #file: OpenFile;
  #start = 0;
  #window: Buffer = Buffer.alloc(0);

  constructor(file: OpenFile) {
    super();
    this.#file = file;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#fill(position, length).then(
      () => {
        const at = position - this.#start;
        callback(null, at < this.#window.byteLength ? this.#window.copy(buffer, offset, at, at + length) : 0);
      },
      (error: Error) => callback(error),
    );
  }

  async #fill(position: number, length: number): Promise<void> {
    if (position >= this.#start && position + length <= this.#start + this.#window.byteLength) return;
    this.#window = await this.#file.readAt(position, Math.max(WINDOW_BYTES, length));
    this.#start = position;
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}
