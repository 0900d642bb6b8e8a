import type { Transport } from '../../contract/wire.ts';

/** What became of something that the person chose a file for: `words` say why it was refused, or what was done. */
interface Outcome {
  readonly state: 'done' | 'cancelled' | 'refused';
  readonly words: string;
}

/** What the desktop application gives the page, and all it gives. In a browser it is absent. */
interface Host extends Transport {
  /** Hands over files and folders that were dropped; the host finds their paths. Resolves once the import has begun. */
  importFiles(files: readonly File[]): Promise<void>;
  /** Opens the system's own chooser, and imports what is chosen there, or looks at it. Resolves once that has begun, or nothing was chosen. */
  chooseToImport(what: 'files' | 'folder', purpose: 'import' | 'look'): Promise<void>;
  /** Opens the system's chooser for folders, and watches what is chosen there. Resolves with why one is not watched; null when all are, or nothing was chosen. */
  chooseToWatch(): Promise<string | null>;
  /** Opens the system's chooser for a place, and writes a backup there. */
  chooseToBackUp(): Promise<Outcome>;
  /** Opens the system's chooser, and puts the backup that is chosen there in the place of the library. */
  chooseToRestore(): Promise<Outcome>;
  /** As Node names it: `darwin`, `win32`, `linux`. */
  readonly platform: string;
}

declare global {
  interface Window {
    readonly host?: Host;
  }
}

/** Whether the modifier of shortcuts is Cmd. */
export const isMac = (): boolean =>
  window.host ? window.host.platform === 'darwin' : /Mac|iPhone|iPad/.test(navigator.userAgent);
