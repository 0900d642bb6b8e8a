import { opendir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Candidate, fileCandidate, refusedCandidate, type SourceKey, unreadable } from './candidate.ts';

/** Files given one by one have one source. */
export const singleFiles: SourceKey = { kind: 'file', key: 'files', name: 'Imported files' };

/** The source of everything below a folder that was given. */
export const folderSource = (name: string): SourceKey => ({ kind: 'folder', key: name, name });

/**
 * Every file at or below the paths, folders recursively, in the order of their names.
 * Hidden files and folders below a given folder are left out. A folder met a second time by way of a link is not entered again.
 * @param sourceOf overrides the source, for samples
 */
export async function* walk(paths: readonly string[], sourceOf?: SourceKey): AsyncGenerator<Candidate> {
  const entered = new Set<string>();
  for (const path of paths) {
    const isFolder = await isDirectory(path);
    if (isFolder instanceof Error) yield refusedCandidate(path, sourceOf ?? singleFiles, unreadable(isFolder));
    else if (isFolder) yield* walkFolder(path, sourceOf ?? folderSource(basename(path) || path), entered);
    else yield fileCandidate(path, sourceOf ?? singleFiles);
  }
}

async function* walkFolder(folder: string, source: SourceKey, entered: Set<string>): AsyncGenerator<Candidate> {
  const listing = await list(folder, entered);
  if (listing instanceof Error) return yield refusedCandidate(folder, source, unreadable(listing));
  for (const { name, isLink, isFolder } of listing) {
    const path = join(folder, name);
    const enters = isLink ? (await isDirectory(path)) === true : isFolder;
    if (enters) yield* walkFolder(path, source, entered);
    else yield fileCandidate(path, source);
  }
}

interface Entry {
  readonly name: string;
  readonly isLink: boolean;
  readonly isFolder: boolean;
}

async function list(folder: string, entered: Set<string>): Promise<readonly Entry[] | Error> {
  try {
    const real = await realpath(folder);
    if (entered.has(real)) return [];
    entered.add(real);
    const entries: Entry[] = [];
    for await (const entry of await opendir(folder, { bufferSize: 1_000 })) {
      if (entry.name.startsWith('.')) continue;
      entries.push({ name: entry.name, isLink: entry.isSymbolicLink(), isFolder: entry.isDirectory() });
    }
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return error as Error;
  }
}

async function isDirectory(path: string): Promise<boolean | Error> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    return error as Error;
  }
}
