import type { BuiltCopy } from './built-copy.ts';
import { runCommand } from './command-line.ts';
import { type Files, makeFolder, removeFolder, writeFiles } from './temporary.ts';

/** What a library holds before the window opens: the path of a folder, or files by name. */
export type Seed = string | Files;

/** Libraries that hold what is asked for. The same seed is imported once and then copied from. */
export interface Seedbed {
  /** @returns a library's folder; not to be written to */
  libraryOf(seed: Seed): Promise<string>;
  clear(): Promise<void>;
}

export function createSeedbed(built: BuiltCopy): Seedbed {
  const libraries = new Map<string, Promise<string>>();
  return {
    libraryOf(seed) {
      const key = JSON.stringify(seed);
      const library = libraries.get(key) ?? sow(built, seed);
      libraries.set(key, library);
      return library;
    },
    async clear() {
      for (const library of await Promise.all(libraries.values())) removeFolder(library);
    },
  };
}

async function sow(built: BuiltCopy, seed: Seed): Promise<string> {
  if (typeof seed === 'string') return importInto(makeFolder('library'), built, seed);
  const sources = makeFolder('sources');
  try {
    writeFiles(sources, seed);
    return await importInto(makeFolder('library'), built, sources);
  } finally {
    removeFolder(sources);
  }
}

async function importInto(library: string, built: BuiltCopy, folder: string): Promise<string> {
  const { code, stderr } = await runCommand(built, library, ['import', folder]);
  if (code !== 0) throw new Error(`The seed could not be imported (${code}): ${stderr}`);
  return library;
}
