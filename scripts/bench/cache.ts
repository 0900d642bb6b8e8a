import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../process.ts';

/** What is built once and measured again and again. Never committed. */
export const cacheFolder = join(root, '.cache/bench');

export const removeCache = (): void => rmSync(cacheFolder, { recursive: true, force: true });

/** Gives a fresh folder that is gone afterwards. */
export async function inFreshFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(cacheFolder, 'run-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
