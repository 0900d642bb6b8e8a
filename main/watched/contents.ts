import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WatchedFile } from '../../db/store.ts';
import { refusalOfName } from '../import/candidate.ts';
import { openerOf } from '../import/containers/index.ts';
import { isRefusal } from '../import/refusal.ts';
import { walk } from '../import/walk.ts';

/** A folder and all below it that are not hidden; links are not followed. @throws the system's error when it cannot be listed itself */
export async function foldersBelow(folder: string): Promise<readonly string[]> {
  const found = [folder];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    found.push(...(await foldersBelow(join(folder, entry.name)).catch(() => [])));
  }
  return found;
}

/** Files at or below a folder that an import of it would read, as they stand. What is no article by its name is left alone, as a download may be anything. */
export async function* filesBelow(folder: string): AsyncGenerator<WatchedFile> {
  for await (const { path, name, onDisk } of walk([folder])) {
    if (!onDisk || (refusalOfName(name, null) !== null && openerOf(name) === null)) continue;
    const file = await onDisk();
    if (isRefusal(file)) continue;
    const stats = await stat(file.location).catch(() => null);
    if (stats) yield { path, size: stats.size, modifiedAt: Math.trunc(stats.mtimeMs) };
  }
}

/** The nearest folder above that is there, and what in it would lead down to `folder`. */
export async function nearestAbove(folder: string): Promise<{ readonly above: string; readonly next: string }> {
  const above = dirname(folder);
  if (above === folder || (await isFolder(above))) return { above, next: folder };
  return nearestAbove(above);
}

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() ?? false;
