import { type FSWatcher, watch } from 'node:fs';
import { basename } from 'node:path';

/** Listens to folders: the operating system says when one of them changes, and nothing polls. */
export interface Signals {
  /** Listens to these and to no others from now on. @returns whether to all of them: a system may have no room for more */
  listen(folders: readonly string[], options: { readonly isDeep: boolean }): boolean;
  close(): void;
}

/** @param onSignal is given the name of what changed, where the system tells */
export function createSignals(onSignal: (name: string | null) => void): Signals {
  const watchers = new Map<string, FSWatcher>();

  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };

  const begin = (folder: string, isDeep: boolean): boolean => {
    try {
      const watcher = watch(folder, { persistent: false, recursive: isDeep }, (event, name) => {
        // The folder itself may have gone: another of its name is then another folder.
        if (event === 'rename' && name === basename(folder)) drop(folder);
        onSignal(name);
      });
      watcher.on('error', () => {
        drop(folder);
        onSignal(null);
      });
      watchers.set(folder, watcher);
      return true;
    } catch {
      return false;
    }
  };

  return {
    listen(folders, { isDeep }) {
      const wanted = new Set(folders);
      for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) drop(folder);
      let isWhole = true;
      for (const folder of wanted) if (!watchers.has(folder)) isWhole = begin(folder, isDeep) && isWhole;
      return isWhole;
    },
    close() {
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}
