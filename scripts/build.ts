import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import { root } from './process.ts';
import { newestChange } from './sources.ts';

const app = join(root, 'dist/app');

/** Every program of the packaged application. Nobody computes a worker's address but `main/hosts/layout.ts`. */
const nodeEntries = {
  main: 'main/hosts/electron/main.ts',
  cli: 'main/hosts/cli/main.ts',
  'db-worker': 'db/worker.ts',
  'ingest-worker': 'ingest/worker.ts',
};

/** Builds the page. */
export const buildRenderer = () => viteBuild({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' });

/** Builds the page only when its sources are newer than what was built. */
export async function freshRenderer(): Promise<void> {
  const built = changeOr(join('dist/renderer', 'index.html'), 0);
  if (built > newestChange(['renderer', 'contract', 'package-lock.json'])) return;
  // Not an answer: standard output may be a command line's.
  console.error('Building the page (once; again only when its sources change) …');
  await buildRenderer();
}

function changeOr(path: string, absent: number): number {
  try {
    return newestChange([path]);
  } catch {
    return absent;
  }
}

/** Builds the programs that run in Node: only what a package manager must install (`better-sqlite3`, `electron`) stays outside. */
async function buildNode(): Promise<void> {
  await viteBuild({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: app,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rollupOptions: {
        input: nodeEntries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

/** A sandboxed preload must be one CommonJS file. */
async function buildPreload(): Promise<void> {
  await viteBuild({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: app,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rollupOptions: {
        input: { preload: 'main/hosts/electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
}

/** Builds everything into `dist/`. @returns an exit code */
export async function build(): Promise<number> {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  try {
    await buildNode();
    await buildPreload();
    await buildRenderer();
    cpSync(join(root, 'main/samples'), join(app, 'samples'), { recursive: true });
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  }
}

if (process.argv[1]?.endsWith('build.ts')) process.exitCode = await build();
