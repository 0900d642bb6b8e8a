import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isWithin } from './within.ts';

/** Larger than any picture of an article. */
export const PICTURE_LIMIT_BYTES = 20 * 1024 * 1024;

/** What lies beside a file that is imported, for the pictures it names. */
export interface Beside {
  /** @param file as the article names it. @returns null when there is none that may be read: a missing picture is no failure */
  read(file: string): Promise<Uint8Array | null>;
  /** The same by the address the article names; only what was fetched together with a page is known by its address. */
  readAddress?(address: string): Promise<Uint8Array | null>;
}

/**
 * The parts of a path that stays below where it starts; null for any other: one that climbs, is absolute, names a hidden file
 * (what a folder hides stays behind), or says more to this system than names.
 */
export function partsBelow(file: string): readonly string[] | null {
  const parts = file.split('/').filter((part) => part !== '.');
  const isPlain = (part: string) => part !== '' && !part.startsWith('.') && !NOT_IN_NAMES.test(part);
  return file.length <= MAX_PATH && parts.length > 0 && parts.every(isPlain) ? parts : null;
}

const NOT_IN_NAMES = process.platform === 'win32' ? /[\\:\0]/ : /\0/;
const MAX_PATH = 4_096;

/**
 * Files on disk beside a page in `folder`, as far as they lie below `root`, the folder that was given to the import.
 * No link is followed, and only regular files are read.
 */
export function besideOnDisk(folder: string, root: string): Beside {
  let place: Promise<string | null> | undefined;
  return {
    async read(file) {
      const parts = partsBelow(file);
      if (!parts) return null;
      try {
        place ??= placeWithin(folder, root);
        const start = await place;
        return start === null ? null : await readBelow(start, parts);
      } catch {
        return null;
      }
    },
  };
}

/** Where the folder really is; null when that is outside. */
async function placeWithin(folder: string, root: string): Promise<string | null> {
  const [real, realRoot] = await Promise.all([realpath(folder), realpath(root)]);
  return isWithin(real, realRoot) ? real : null;
}

const NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function readBelow(start: string, parts: readonly string[]): Promise<Uint8Array | null> {
  let path = start;
  for (const part of parts) {
    path = join(path, part);
    if ((await lstat(path)).isSymbolicLink()) return null;
  }
  const handle = await open(path, NO_LINK);
  try {
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile() || stats.size > PICTURE_LIMIT_BYTES) return null;
    // A folder of the path may have become a link between the look and the opening: what counts is what is open.
    const real = await realpath(path);
    const there = await stat(real, { bigint: true });
    if (!isWithin(real, start) || there.ino !== stats.ino || there.dev !== stats.dev) return null;
    return await readWhole(handle, Number(stats.size));
  } finally {
    await handle.close();
  }
}

/** Exactly as many bytes as the file had when it was looked at: one that grows meanwhile is not read for ever. */
async function readWhole(handle: FileHandle, sizeBytes: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(sizeBytes);
  let length = 0;
  while (length < sizeBytes) {
    const { bytesRead } = await handle.read(bytes, length, sizeBytes - length);
    if (bytesRead === 0) return null;
    length += bytesRead;
  }
  return sizeBytes > 0 ? bytes : null;
}
