import { closeSync, constants, fstatSync, open, read } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import type { SourceKind } from '../../contract/model.ts';
import { isPictureName, mayShowPictures } from '../../contract/saved-page.ts';
import { detectFormat, NOT_AN_ARTICLE } from '../../ingest/detect/format.ts';
import { LIMIT_BYTES } from '../../ingest/limits.ts';
import { NOTHING_TOLD, type Told } from '../../ingest/types.ts';
import { type Beside, besideOnDisk } from './beside.ts';
import { NOT_A_FILE, type Refusal, skipped, tooLarge, unreadable } from './refusal.ts';
import { spooled } from './spool.ts';

/** Which source an article will belong to; made on first use. */
export interface SourceKey {
  readonly kind: SourceKind;
  readonly key: string;
  readonly name: string;
}

/** One file that an import has met and not read yet. */
export interface Candidate {
  /** As the report will name it. */
  readonly path: string;
  readonly name: string;
  readonly source: SourceKey;
  /** What is known of it from outside. */
  readonly told: Told;
  /** Where the pictures it names may lie; null when nothing is beside it. */
  readonly beside: Beside | null;
  /** Whether it came along with others and nobody chose it: where it holds no article it is left out, and has not failed. */
  readonly isChance?: boolean;
  read(): Promise<Uint8Array | Refusal>;
  /** The same as a file that can be read at any place; null where it cannot be had as one. */
  readonly onDisk: (() => Promise<FileOnDisk | Refusal>) | null;
  /** Called once, when everything that is read for its sake has been read. */
  readonly done?: () => Promise<void>;
}

/** A file that may be read for as long as it is not released. */
export interface FileOnDisk {
  readonly location: string | Buffer;
  readonly sizeBytes: number;
  release(): Promise<void>;
}

const notAnArticle = skipped('not-an-article', NOT_AN_ARTICLE);
const picture = skipped('not-an-article', 'A picture: it comes in with the article that shows it, if one does');

/** Why a file is not even opened, by its name; null when it may hold an article. */
export function refusalOfName(name: string, mediaType: string | null): Refusal | null {
  if (detectFormat(name, mediaType) !== null) return null;
  return isPictureName(name) ? picture : notAnArticle;
}

/** Opening a FIFO for reading would otherwise wait for a writer. Windows has neither. */
const NON_BLOCKING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

interface OnDisk {
  /** As the report will name it. */
  readonly path: string;
  /** What it is opened by, where that is not the same: a name may hold bytes that are no text. */
  readonly location?: Buffer | undefined;
  readonly source: SourceKey;
  /** The folder that was given to the import; its own, for a file that was given alone. Nothing outside it is read for its sake. */
  readonly root?: string;
  /** What is known of it from outside. */
  readonly told?: Told;
}

/** A file on disk. Only regular files that may hold an article are read: a pipe would wait for ever, a film would be read in vain. */
export function fileCandidate({
  path,
  location,
  source,
  root = dirname(path),
  told = NOTHING_TOLD,
}: OnDisk): Candidate {
  const name = basename(path);
  return {
    path,
    name,
    source,
    told,
    beside: location === undefined && mayShowPictures(name) ? besideOnDisk(dirname(path), root) : null,
    async read() {
      const refusal = refusalOfName(name, told.mediaType);
      if (refusal) return refusal;
      try {
        return await readRegular(await openFile(location ?? path, NON_BLOCKING));
      } catch (error) {
        return unreadable(error);
      }
    },
    async onDisk() {
      try {
        const { size, isFile } = await regular(location ?? path);
        return isFile ? { location: location ?? path, sizeBytes: size, release: async () => {} } : NOT_A_FILE;
      } catch (error) {
        return unreadable(error);
      }
    },
  };
}

async function regular(location: string | Buffer): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const stats = await stat(location);
  return { size: stats.size, isFile: stats.isFile() };
}

const openFile = promisify(open);
const readInto = promisify(read);

/** Reads an open file and closes it. Only what may wait for a disk is waited for; file handles of promises take three times as long in all. */
async function readRegular(fd: number): Promise<Uint8Array | Refusal> {
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) return NOT_A_FILE;
    if (stats.size > LIMIT_BYTES) return tooLarge(stats.size);
    return await readBytes(fd, stats.size);
  } finally {
    closeSync(fd);
  }
}

const PART_BYTES = 65_536;

/** @param sizeBytes 0 when it is not known: some file systems do not say */
async function readBytes(fd: number, sizeBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length === 0 || (length !== sizeBytes && length <= LIMIT_BYTES)) {
    const part = new Uint8Array(sizeBytes > length ? sizeBytes - length : PART_BYTES);
    const { bytesRead } = await readInto(fd, part, 0, part.length, null);
    if (bytesRead === 0) break;
    if (bytesRead === sizeBytes) return part;
    parts.push(part.subarray(0, bytesRead));
    length += bytesRead;
  }
  return new Uint8Array(Buffer.concat(parts));
}

interface Arrived {
  readonly path: string;
  readonly source: SourceKey;
  readonly bytes: Uint8Array;
  readonly beside?: Beside | null;
  /** Where they are put if they have to be a file. */
  readonly spoolFolder: string;
}

/** Bytes that have already arrived. */
export function bytesCandidate({ path, source, bytes, beside = null, spoolFolder }: Arrived): Candidate {
  const name = basename(path);
  return {
    path,
    name,
    source,
    told: NOTHING_TOLD,
    beside,
    async read() {
      const refusal = refusalOfName(name, null);
      if (refusal) return refusal;
      return bytes.byteLength > LIMIT_BYTES ? tooLarge(bytes.byteLength) : bytes;
    },
    onDisk: () => spooled(spoolFolder, bytes),
  };
}

/** A file that has arrived and was put on disk on its way: it goes from there when it has been read. */
export function spooledCandidate(path: string, source: SourceKey, file: FileOnDisk): Candidate {
  const { location } = file;
  const onDisk = fileCandidate({ path, location: Buffer.from(location as string), source });
  return { ...onDisk, onDisk: async () => file };
}

/** Something that could not be reached at all: a missing file, a folder that may not be listed. */
export function refusedCandidate(path: string, source: SourceKey, refusal: Refusal): Candidate {
  return {
    path,
    name: basename(path),
    source,
    told: NOTHING_TOLD,
    beside: null,
    read: async () => refusal,
    onDisk: null,
  };
}
