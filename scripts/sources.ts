import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.ts';

/** The folders that hold the application's code. */
export const layers = ['contract', 'base', 'ingest', 'db', 'main', 'renderer', 'e2e'] as const;

/** Every file below a folder of the checkout, as paths relative to it. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** When anything in these files or folders last changed. A folder changes when something in it comes or goes. */
export const newestChange = (paths: readonly string[]): number =>
  Math.max(
    ...paths.flatMap((path) => {
      const whole = join(root, path);
      const stats = statSync(whole);
      const below = stats.isDirectory() ? readdirSync(whole, { recursive: true, encoding: 'utf8' }) : [];
      return [stats.mtimeMs, ...below.map((name) => statSync(join(whole, name)).mtimeMs)];
    }),
  );
