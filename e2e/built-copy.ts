import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from './temporary.ts';

/** The checkout, without a trailing slash. */
const checkout = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The built application, as a person gets it. */
export interface BuiltCopy {
  readonly folder: string;
  /** The command line's program. */
  readonly cli: string;
}

/** What stands in the packaged application beside the bundles: the one module that cannot be bundled. */
const MODULE = 'node_modules/better-sqlite3';
const NOT_SHIPPED = ['deps', 'src'].map((name) => join(checkout, MODULE, name));

/**
 * Copies the built application out of the checkout: bundles and production modules, no sources. Everything the specs
 * start is started from there, so that nothing can lean on the checkout unnoticed.
 * @throws when nothing has been built
 */
export function copyBuilt(): BuiltCopy {
  if (!existsSync(join(checkout, 'dist/app/main.js'))) throw new Error('Nothing is built: run `npm run build` first');
  const folder = makeFolder('built');
  mkdirSync(join(folder, 'node_modules'));
  for (const part of ['dist', 'package.json', MODULE]) {
    cpSync(join(checkout, part), join(folder, part), {
      recursive: true,
      filter: (path) => !NOT_SHIPPED.some((left) => path === left || path.startsWith(left + sep)),
    });
  }
  return { folder, cli: join(folder, 'dist/app/cli.js') };
}

/** A path in the checkout. */
export const inCheckout = (path: string): string => join(checkout, path);
