import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes an empty folder outside the checkout. */
export const makeFolder = (purpose: string): string => mkdtempSync(join(tmpdir(), `tearsheet-${purpose}-`));

/** Removes a folder with everything in it. */
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
