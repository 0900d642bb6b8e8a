import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { LibraryInfo } from '../contract/model.ts';
import { libraryFiles } from '../db/library-files.ts';
import type { Store } from '../db/store.ts';
import type { Net } from './net/fetcher.ts';
import { version } from './version.ts';

export interface Library {
  info(): Promise<LibraryInfo>;
  /** Writes a whole copy to `file`. @throws AppError `invalid-params` when that is one of the library's own files */
  backup(file: string): Promise<{ readonly sizeBytes: number }>;
}

interface LibraryParts {
  readonly folder: string;
  readonly store: Store;
  readonly net: Pick<Net, 'offlineSince'>;
  readonly allowPrivateNetworks: boolean;
}

/** The library as files on a disk, and how it stands with the world. */
export const createLibrary = ({ folder, store, net, allowPrivateNetworks }: LibraryParts): Library => ({
  info: async () => ({
    folder,
    sizeBytes: await sizeBelow(folder),
    freeBytes: await store.freeBytes(),
    appVersion: version,
    health: await store.health(),
    net: {
      allowsPrivateNetworks: allowPrivateNetworks,
      isOfflineMode: (await store.settings()).isOfflineMode,
      offlineSince: net.offlineSince,
    },
  }),
  async backup(file) {
    const { database } = libraryFiles(folder);
    // Put in its place, a copy would end the library it was made of.
    for (const own of [database, `${database}-wal`, `${database}-shm`])
      if (await isSameFile(own, file)) throw new AppError('invalid-params', `${file} is the library itself`);
    return store.backup(file);
  },
});

async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = await Promise.all([one, other].map((file) => stat(file, { bigint: true }).catch(() => null)));
  return !!a && !!b && a.dev === b.dev && a.ino === b.ino;
}

/** What a folder holds may go while it is measured: what imports put there goes with them. */
async function sizeBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const sizes = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sizeBelow(path);
    return entry.isFile() ? ((await stat(path).catch(() => null))?.size ?? 0) : 0;
  });
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
}
