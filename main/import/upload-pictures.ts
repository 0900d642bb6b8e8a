import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type Beside, PICTURE_LIMIT_BYTES, partsBelow } from './beside.ts';

/** What one drop may bring: more is left out, and the pictures of its last pages are then not on this computer. */
const ALL_BYTES = 2 * 1024 * 1024 * 1024;

/** The pictures of one drop, on disk until its pages have been read. */
export interface UploadPictures {
  /** @param path where it lies inside what was dropped */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** What lies beside a page of the same drop. */
  beside(pagePath: string): Beside;
  /** Deletes them all. */
  close(): Promise<void>;
}

/**
 * Pictures are found by the names they came with and kept under numbers: a name is never a path on this computer.
 * @param spoolFolder made when the first one comes
 */
export function createUploadPictures(spoolFolder: string): UploadPictures {
  const files = new Map<string, string>();
  let folder: Promise<string> | null = null;
  let bytesKept = 0;
  let isClosed = false;

  return {
    async put(path, bytes) {
      const size = bytes.byteLength;
      const parts = partsBelow(path);
      if (isClosed || !parts || size === 0 || size > PICTURE_LIMIT_BYTES || bytesKept + size > ALL_BYTES) return;
      bytesKept += size;
      const name = `${files.size}`;
      files.set(parts.join('/'), name);
      folder ??= makeFolder(spoolFolder);
      await writeFile(join(await folder, name), bytes, { mode: 0o600 });
    },
    beside: (pagePath) => ({
      async read(file) {
        const parts = partsBelow(file);
        const name = parts && files.get(posix.join(posix.dirname(pagePath), ...parts));
        if (!name || !folder) return null;
        return readFile(join(await folder, name)).catch(() => null);
      },
    }),
    async close() {
      isClosed = true;
      files.clear();
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}

async function makeFolder(spoolFolder: string): Promise<string> {
  await mkdir(spoolFolder, { recursive: true, mode: 0o700 });
  return mkdtemp(join(spoolFolder, 'drop-'));
}
