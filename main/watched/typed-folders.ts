import { opendir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { WatchedFolder } from '../../contract/model.ts';
import type { WatchedFolders } from './watched-folders.ts';

/** Folders by their typed paths, for a page that has no chooser. */
export interface TypedFolders {
  /** @throws AppError `not-possible` */
  add(typed: string): Promise<WatchedFolder>;
  /** @throws AppError `not-possible` */
  complete(typed: string): Promise<readonly string[]>;
}

const MOST_COMPLETIONS = 50;
/** A folder may hold a hundred thousand, and somebody waits. */
const MOST_LOOKED_AT = 20_000;

/** @param isAllowed false where the system's own chooser stands between a page and the disk */
export function createTypedFolders(watched: Pick<WatchedFolders, 'add'>, isAllowed: boolean): TypedFolders {
  const allowed = () => {
    if (!isAllowed) throw new AppError('not-possible', 'Here folders are chosen, not typed');
  };
  return {
    async add(typed) {
      allowed();
      const path = wholePath(typed);
      if (path === null) throw new AppError('not-possible', 'A path from the top is needed, or one that begins with ~');
      if (path.split(sep).some((name) => name.startsWith('.')))
        throw new AppError('not-possible', 'Hidden folders are not watched from here; the command line can add them');
      return watched.add(path);
    },
    async complete(typed) {
      allowed();
      const path = wholePath(typed === '' ? '~' : typed);
      if (path === null) return [];
      const isFinished = typed === '' || /[/\\]$/.test(typed) || typed === '~';
      const folder = isFinished ? path : dirname(path);
      const begun = isFinished ? '' : folded(basename(path));
      const names = (await namesIn(folder))
        .filter((name) => folded(name).startsWith(begun))
        .sort((a, b) => (a < b ? -1 : 1));
      return names.slice(0, MOST_COMPLETIONS).map((name) => join(folder, name) + sep);
    },
  };
}

const folded = (name: string) => name.normalize('NFC').toLowerCase();

/** The path that is meant; null when it does not begin at the top. */
function wholePath(typed: string): string | null {
  const path = /^~(?=$|[/\\])/.test(typed) ? join(homedir(), typed.slice(1)) : typed;
  return isAbsolute(path) && !path.includes('\0') ? resolve(path) : null;
}

/** Names of folders in a folder, without hidden ones; none where it cannot be listed. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    let left = MOST_LOOKED_AT;
    for await (const entry of await opendir(folder)) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) names.push(entry.name);
      if (--left === 0) break;
    }
  } catch {
    return names;
  }
  return names;
}
