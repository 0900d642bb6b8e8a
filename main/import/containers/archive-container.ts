import { posix } from 'node:path';
import { mayShowPictures, partsOfPages } from '../../../contract/saved-page.ts';
import { LIMIT_BYTES } from '../../../ingest/limits.ts';
import { NOTHING_TOLD, type Told } from '../../../ingest/types.ts';
import { type Beside, PICTURE_LIMIT_BYTES } from '../beside.ts';
import { type Candidate, refusalOfName, refusedCandidate, type SourceKey } from '../candidate.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { folderSource } from '../walk.ts';
import type { Archive, ArchiveEntry } from './archive.ts';
import type { Container, ContainerDeps, ContainerFile } from './container.ts';
import { isLeftOut, nameBeside, plainName, refusalOfPlace, shownName } from './entry-names.ts';
import { spooledPieces } from './spooled-pieces.ts';

/** The source of what an archive holds: the folder or archive it lies in, or itself when it was given alone. */
export const sourceWithin = ({ source, name }: Pick<Candidate, 'source' | 'name'>): SourceKey =>
  source.kind === 'file' ? folderSource(name) : source;

/** Reads files of an archive for the articles in it, and counts what is unpacked. */
export interface ArchiveReader<E extends ArchiveEntry = ArchiveEntry> {
  /** @param limitBytes what the caller takes at most */
  read(entry: E, limitBytes?: number): Promise<Uint8Array | Refusal>;
  find(name: string): E | undefined;
  /** What lies beside a file in these folders, the first that has it. */
  beside(...folders: readonly string[]): Beside;
}

export function archiveReader<E extends ArchiveEntry>(
  archive: Archive<E>,
  { budget }: Pick<ContainerDeps, 'budget'>,
): ArchiveReader<E> {
  /** Pictures are read again for every page that shows them; they count once. */
  const counted = new Set<E>();
  let byName: Map<string, E> | null = null;

  const read = async (entry: E, limitBytes = LIMIT_BYTES): Promise<Uint8Array | Refusal> => {
    const refusal = budget.refusal ?? entry.refusal;
    if (refusal) return refusal;
    const bytes = await archive.read(entry, limitBytes);
    if (isRefusal(bytes) || counted.has(entry)) return bytes;
    counted.add(entry);
    return budget.spend(bytes.byteLength) ?? bytes;
  };
  const find = (name: string): E | undefined => {
    byName ??= new Map(
      archive.entries.filter(({ name }) => refusalOfPlace(name) === null).map((entry) => [keyOf(entry.name), entry]),
    );
    return byName.get(keyOf(name));
  };
  return {
    read,
    find,
    beside: (...folders) => ({
      async read(file) {
        for (const folder of folders) {
          const name = nameBeside(folder, file);
          const entry = name === null ? undefined : find(name);
          const bytes = entry && (await read(entry, PICTURE_LIMIT_BYTES));
          if (bytes && !isRefusal(bytes) && bytes.byteLength > 0) return bytes;
        }
        return null;
      },
    }),
  };
}

/** Systems write the accents of a name in two ways, and pages do not ask which. */
const keyOf = (name: string): string => plainName(name).normalize('NFC');

interface Within {
  readonly told?: Told;
  readonly source?: SourceKey;
  readonly beside?: Beside | null;
}

/** One file of an archive, named by the archive's path and its own. */
export function entryCandidate<E extends ArchiveEntry>(
  file: ContainerFile,
  deps: ContainerDeps,
  archive: Archive<E>,
  reader: ArchiveReader<E>,
  entry: E,
  { told = NOTHING_TOLD, source = sourceWithin(file.candidate), beside }: Within = {},
): Candidate {
  const name = posix.basename(shownName(entry.name));
  return {
    path: `${file.candidate.path}/${shownName(plainName(entry.name))}`,
    name,
    source,
    told,
    beside:
      beside === undefined
        ? mayShowPictures(name)
          ? reader.beside(posix.dirname(plainName(entry.name)))
          : null
        : beside,
    read: async () => refusalOfName(name, told.mediaType) ?? reader.read(entry),
    onDisk: async () =>
      deps.budget.refusal ?? entry.refusal ?? spooledPieces(archive.pieces(entry), entry.sizeBytes, deps),
  };
}

/** An archive of files of any kind. What a browser saved beside a page of it belongs to that page. */
export function archiveContainer<E extends ArchiveEntry>(
  file: ContainerFile,
  deps: ContainerDeps,
  archive: Archive<E>,
): Container {
  const { candidate } = file;
  const reader = archiveReader(archive, deps);
  const source = sourceWithin(candidate);
  const listed = archive.entries.filter(({ name }) => !isLeftOut(name));
  const isPart = partsOfPages(listed.map(({ name }) => name));
  const given = listed.filter(({ name }) => !isPart(name));
  return {
    count: given.length + (archive.problem ? 1 : 0),
    async *entries() {
      for (const entry of given) {
        const refusal = deps.budget.meet();
        if (refusal) return yield refusedCandidate(candidate.path, source, refusal);
        const misplaced = refusalOfPlace(entry.name);
        if (misplaced) yield refusedCandidate(`${candidate.path}/${shownName(entry.name)}`, source, misplaced);
        else yield entryCandidate(file, deps, archive, reader, entry);
      }
      if (archive.problem) yield refusedCandidate(candidate.path, source, archive.problem);
    },
    close: () => archive.close(),
  };
}
