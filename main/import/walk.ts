import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { type Candidate, fileCandidate, refusedCandidate, type SourceKey, unreadable } from './candidate.ts';

/** Files given one by one have one source. */
export const singleFiles: SourceKey = { kind: 'file', key: 'files', name: 'Imported files' };

/** The source of everything below a folder that was given. */
export const folderSource = (name: string): SourceKey => ({ kind: 'folder', key: name, name });

/** Where something lies. Old archives hold names that are no text: they are shown with replacement characters and opened by their bytes. */
interface Place {
  readonly shown: string;
  readonly bytes: Buffer | undefined;
}

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
    else if (isFolder) {
      const source = sourceOf ?? folderSource(basename(path) || path);
      yield* walkFolder({ shown: path, bytes: undefined }, source, entered);
    } else yield fileCandidate({ path, source: sourceOf ?? singleFiles });
  }
}

async function* walkFolder(folder: Place, source: SourceKey, entered: Set<string>): AsyncGenerator<Candidate> {
  const listing = await list(folder, entered);
  if (listing instanceof Error) return yield refusedCandidate(folder.shown, source, unreadable(listing));
  for (const { place, isLink, isFolder } of listing) {
    const enters = isLink ? (await isDirectory(place.bytes ?? place.shown)) === true : isFolder;
    if (enters) yield* walkFolder(place, source, entered);
    else yield fileCandidate({ path: place.shown, location: place.bytes, source });
  }
}

interface Entry {
  readonly place: Place;
  readonly isLink: boolean;
  readonly isFolder: boolean;
}

async function list(folder: Place, entered: Set<string>): Promise<readonly Entry[] | Error> {
  const at = folder.bytes ?? folder.shown;
  try {
    const real = (await realpath(at, 'buffer')).toString('latin1');
    if (entered.has(real)) return [];
    entered.add(real);
    const entries = (await readdir(at, { encoding: 'buffer', withFileTypes: true })).map((entry) => ({
      place: within(folder, entry.name),
      isLink: entry.isSymbolicLink(),
      isFolder: entry.isDirectory(),
    }));
    return entries
      .filter(({ place }) => !basename(place.shown).startsWith('.'))
      .sort((a, b) => (a.place.shown < b.place.shown ? -1 : 1));
  } catch (error) {
    return error as Error;
  }
}

function within(folder: Place, name: Buffer): Place {
  const text = name.toString();
  const shown = join(folder.shown, text);
  if (folder.bytes === undefined && Buffer.from(text).equals(name)) return { shown, bytes: undefined };
  return { shown, bytes: Buffer.concat([folder.bytes ?? Buffer.from(folder.shown), Buffer.from(sep), name]) };
}

async function isDirectory(path: string | Buffer): Promise<boolean | Error> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    return error as Error;
  }
}
