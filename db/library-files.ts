import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../base/make-folder.ts';

/** Where things lie in a library's folder. */
export interface LibraryFiles {
  readonly folder: string;
  readonly database: string;
  /** Copies made before a change of schema. */
  readonly copies: string;
  /** One file per process that has the library open. */
  readonly sessions: string;
  /** A checked backup that takes the place of the database at the next opening; there only in between. */
  readonly restore: string;
  /** What imports keep on disk while they run, one folder per process. */
  readonly spool: string;
}

export const libraryFiles = (folder: string): LibraryFiles => ({
  folder,
  database: join(folder, 'library.sqlite'),
  copies: join(folder, 'copies'),
  sessions: join(folder, 'open'),
  restore: join(folder, 'library.restore'),
  spool: join(folder, 'spool'),
});

/** Makes the folders that are missing, for their owner alone: what a person reads is nobody else's business. */
export function makeFolders({ copies, sessions }: LibraryFiles): void {
  makeFolder(copies, 0o700);
  makeFolder(sessions, 0o700);
}

/** The newest whole copy of the library, if there is one. */
export function newestCopy({ copies }: LibraryFiles): string | null {
  try {
    const dated = readdirSync(copies)
      .filter((name) => name.endsWith('.sqlite'))
      .map((name) => ({ file: join(copies, name), at: statSync(join(copies, name)).mtimeMs }));
    return dated.sort((a, b) => b.at - a.at)[0]?.file ?? null;
  } catch {
    return null;
  }
}
