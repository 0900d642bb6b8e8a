import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryInfo } from '../contract/model.ts';
import type { Store } from '../db/store.ts';
import { version } from './version.ts';

export interface Library {
  info(): Promise<LibraryInfo>;
}

/** What is known of the library on disk. */
export const createLibrary = (folder: string, store: Store): Library => ({
  info: async () => ({ folder, sizeBytes: await sizeBelow(folder), appVersion: version, health: await store.health() }),
});

async function sizeBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries.map(async (entry) => {
    if (!entry.isFile()) return 0;
    // A file may go between being listed and being measured.
    return (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
  });
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
}
