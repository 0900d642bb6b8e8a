import { opendir, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { foldersOfPages, holdsParts } from '../../contract/saved-page.ts';
import { type Candidate, fileCandidate, refusedCandidate, type SourceKey } from './candidate.ts';
import { skipped, unreadable } from './refusal.ts';
import { isWithin } from './within.ts';

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
 * Hidden files and folders below a given folder are left out. A link is followed only while it stays below that folder, so that an
 * unpacked archive cannot fetch private files; a folder met a second time by way of a link is not entered again.
 * The folder a browser saved beside a page is a part of that page and is left to it.
 * @param sourceOf overrides the source, for samples
 * @param signal with it, nothing more is looked for
 */
export async function* walk(
  paths: readonly string[],
  { sourceOf, signal }: { readonly sourceOf?: SourceKey | undefined; readonly signal?: AbortSignal } = {},
): AsyncGenerator<Candidate> {
  const entered = new Set<string>();
  for (const path of paths) {
    const isFolder = await isDirectory(path);
    if (isFolder instanceof Error) yield refusedCandidate(path, sourceOf ?? singleFiles, unreadable(isFolder));
    else if (isFolder && (await isPartOf(path, paths))) continue;
    else if (isFolder) {
      const source = sourceOf ?? folderSource(basename(path) || path);
      const place = { shown: path, bytes: undefined };
      yield* walkFolder(place, { source, entered, given: path, root: await realOf(place), signal });
    } else yield fileCandidate({ path, source: sourceOf ?? singleFiles });
  }
}

interface Walk {
  readonly source: SourceKey;
  /** Real paths of the folders that have been entered. */
  readonly entered: Set<string>;
  /** The folder that was given, and its real path. */
  readonly given: string;
  readonly root: string | Error;
  readonly signal: AbortSignal | undefined;
}

async function* walkFolder(folder: Place, walk: Walk): AsyncGenerator<Candidate> {
  const { source, entered } = walk;
  const listing = await list(folder, entered);
  if (listing instanceof Error) return yield refusedCandidate(folder.shown, source, unreadable(listing));
  const belonging = foldersOfPages(listing.filter(({ isFolder }) => !isFolder).map(({ name }) => name.toString()));
  for (const { name, isLink, isFolder } of listing) {
    if (walk.signal?.aborted) return;
    const place = within(folder, name);
    if (isFolder && (await isPart(place, belonging))) continue;
    if (isLink && (await leadsOut(place, walk))) {
      yield refusedCandidate(place.shown, source, LEADS_OUT);
      continue;
    }
    const enters = isLink ? (await isDirectory(place.bytes ?? place.shown)) === true : isFolder;
    if (enters) yield* walkFolder(place, walk);
    else yield fileCandidate({ path: place.shown, location: place.bytes, source, root: walk.given });
  }
}

/** Whether a folder that was given by itself belongs to a page that was given too. */
const isPartOf = (path: string, paths: readonly string[]): Promise<boolean> =>
  isPart(
    { shown: path, bytes: undefined },
    foldersOfPages(paths.filter((other) => dirname(other) === dirname(path)).map((other) => basename(other))),
  );

async function isPart(folder: Place, belonging: ReturnType<typeof foldersOfPages>): Promise<boolean> {
  const kind = belonging(basename(folder.shown));
  if (kind !== 'if-parts') return kind === 'yes';
  return holdsParts(await readdir(folder.bytes ?? folder.shown).catch(() => []));
}

const LEADS_OUT = skipped('link-outside', 'A link that leads out of the imported folder; it was not followed');

/** Whether a link ends outside the folder that was given. One that ends nowhere is left to whoever reads it. */
async function leadsOut(link: Place, { root }: Walk): Promise<boolean> {
  const real = await realOf(link);
  if (real instanceof Error || root instanceof Error) return false;
  return !isWithin(real, root);
}

/** The real path as one character a byte: paths need not be text. */
async function realOf({ shown, bytes }: Place): Promise<string | Error> {
  try {
    return (await realpath(bytes ?? shown, 'buffer')).toString('latin1');
  } catch (error) {
    return error as Error;
  }
}

/** What a folder holds, kept small: a folder may hold a hundred thousand. */
interface Entry {
  /** Its bytes, where they are no text. */
  readonly name: string | Buffer;
  readonly isLink: boolean;
  readonly isFolder: boolean;
}

async function list(folder: Place, entered: Set<string>): Promise<readonly Entry[] | Error> {
  try {
    const real = await realOf(folder);
    if (real instanceof Error) return real;
    if (entered.has(real)) return [];
    entered.add(real);
    return (await entriesOf(folder)).sort((a, b) => (a.name.toString() < b.name.toString() ? -1 : 1));
  } catch (error) {
    return error as Error;
  }
}

const READ_AT_ONCE = 1_024;

/** All but what is hidden. Read as a stream; only where names are no text all are read again, as bytes. */
async function entriesOf({ shown, bytes }: Place): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of await opendir(bytes ?? shown, { bufferSize: READ_AT_ONCE })) {
    if (entry.name.includes('\uFFFD')) return readBytes(bytes ?? shown);
    if (!entry.name.startsWith('.'))
      entries.push({ name: entry.name, isLink: entry.isSymbolicLink(), isFolder: entry.isDirectory() });
  }
  return entries;
}

async function readBytes(at: string | Buffer): Promise<Entry[]> {
  const all = await readdir(at, { encoding: 'buffer', withFileTypes: true });
  return all
    .map((entry) => ({ name: asText(entry.name), isLink: entry.isSymbolicLink(), isFolder: entry.isDirectory() }))
    .filter(({ name }) => !name.toString().startsWith('.'));
}

function asText(name: Buffer): string | Buffer {
  const text = name.toString();
  return Buffer.from(text).equals(name) ? text : name;
}

function within(folder: Place, name: string | Buffer): Place {
  const shown = join(folder.shown, name.toString());
  if (folder.bytes === undefined && typeof name === 'string') return { shown, bytes: undefined };
  return {
    shown,
    bytes: Buffer.concat([folder.bytes ?? Buffer.from(folder.shown), Buffer.from(sep), Buffer.from(name)]),
  };
}

async function isDirectory(path: string | Buffer): Promise<boolean | Error> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    return error as Error;
  }
}
