import type { NamedFile } from './frames.ts';

/** What was dropped, as far as it can still be asked for once the drop event is over. */
export interface Dropped {
  /** Files and folders as the file system has them. */
  readonly entries: readonly FileSystemEntry[];
  /** Files that are only themselves, such as a picture dragged out of a page. */
  readonly files: readonly File[];
}

/** Takes the files out of a drop. Must be called while the drop event is being handled; later they are gone. */
export function takeDropped(transfer: DataTransfer): Dropped {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const taken = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return {
    entries: taken.flatMap(({ entry }) => entry ?? []),
    files: taken.flatMap(({ entry, file }) => (entry === null && file ? file : [])),
  };
}

/** All dropped files, folders recursively, with their paths inside what was dropped. What a folder hides stays behind. */
export async function gatherDropped({ entries, files }: Dropped): Promise<NamedFile[]> {
  const gathered = chosenFiles(files);
  for (const entry of entries) await gather(entry, '', gathered);
  return gathered;
}

async function gather(entry: FileSystemEntry, folder: string, into: NamedFile[]): Promise<void> {
  const path = `${folder}${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    into.push({ path, file });
  } else if (isFolder(entry)) {
    for (const child of await childrenOf(entry)) if (!isHidden(child.name)) await gather(child, `${path}/`, into);
  }
}

/** A reader gives about a hundred entries at a time, and an empty answer at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return children;
    children.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Files chosen with an input, under their path in the chosen folder if there was one. What that folder hides is left out. */
export const chosenFiles = (files: Iterable<File>): NamedFile[] =>
  [...files]
    .filter(({ webkitRelativePath }) => !webkitRelativePath.split('/').slice(1).some(isHidden))
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }));

const isHidden = (name: string): boolean => name.startsWith('.');

/** What an import of these files is called: the one folder's or file's name, else how many there are. */
export function nameOfBatch(files: readonly NamedFile[]): string {
  const tops = new Set(files.map(({ path }) => path.split('/')[0] ?? path));
  const [only] = tops;
  return tops.size === 1 && only ? only : `${files.length} files`;
}
