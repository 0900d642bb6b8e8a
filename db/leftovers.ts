import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryFiles } from './library-files.ts';
import { isAlive, ownSessions } from './sessions.ts';

/**
 * Notes what programs that were ended in the middle have left in a library's folder. To be called before the library is marked as open.
 * @returns deletes it, once the library is marked: a half-made copy only when no other program can be the one that makes it
 */
export function findLeftovers(files: LibraryFiles): () => void {
  const copies = namesIn(files.copies).filter((name) => name.endsWith('.part'));
  return () => {
    const isOpen = (name: string) => isAlive(files, name, ownSessions());
    for (const name of namesIn(files.spool))
      if (!isOpen(name)) rmSync(join(files.spool, name), { recursive: true, force: true });
    if (namesIn(files.sessions).filter(isOpen).length > 1) return;
    for (const name of copies) rmSync(join(files.copies, name), { force: true });
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
