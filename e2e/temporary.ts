import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Makes an empty folder outside the checkout. */
export const makeFolder = (purpose: string): string => mkdtempSync(join(tmpdir(), `tearsheet-${purpose}-`));

/** Removes a folder with everything in it. */
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** Files by name, folders in the names included. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files below a folder. @returns their paths, in order */
export function writeFiles(folder: string, files: Files): string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  });
}
