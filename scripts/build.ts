import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import { root } from './process.ts';
import { newestChange } from './sources.ts';

const app = join(root, 'dist/app');

/** Programs that may share chunks. Nobody computes a worker's address but `main/hosts/layout.ts`. */
const programs = { main: 'main/hosts/electron/main.ts', cli: 'main/hosts/cli/main.ts' };
/** Programs that must be one file: a thread is started from a file of its own, a sandboxed preload is CommonJS without imports. */
const singles = [
  { name: 'db-worker', file: 'db/worker.ts', format: 'es' },
  { name: 'ingest-worker', file: 'ingest/worker.ts', format: 'es' },
  { name: 'preload', file: 'main/hosts/electron/preload.ts', format: 'cjs' },
] as const;

/** Builds the page. */
export const buildRenderer = () => viteBuild({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' });

/** Builds everything, only when sources are newer than what was built. @returns an exit code */
export async function freshBuild(): Promise<number> {
  const sources = ['contract', 'base', 'ingest', 'db', 'main', 'renderer', 'scripts/build.ts', 'package-lock.json'];
  // Of all that is built these come last, whatever was built alone meanwhile.
  const built = ['dist/app/preload.cjs', 'dist/renderer/index.html'].map((file) => changeOr(file, 0));
  if (Math.min(...built) > newestChange(sources)) return 0;
  // Not an answer: standard output may be a command line's.
  console.error('Building Tearsheet (once; again only when its sources change) …');
  return build();
}

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

interface Bundle {
  readonly input: Readonly<Record<string, string>>;
  readonly format: 'es' | 'cjs';
  readonly isOneFile: boolean;
}

/** Builds programs that run in Node: only what a package manager must install (`better-sqlite3`, `electron`) stays outside. */
async function bundle({ input, format, isOneFile }: Bundle): Promise<void> {
  const [name = ''] = Object.keys(input);
  await viteBuild({
    configFile: false,
    logLevel: 'warn',
    root,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: app,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      license: { fileName: `licences-${name}.md` },
      rolldownOptions: {
        input,
        output: {
          format,
          codeSplitting: !isOneFile,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  });
}

/** Libraries that other libraries bring along inside themselves are on no list that is made from packages. */
function nameBundledWithin(): void {
  const notice = readFileSync(join(root, 'scripts/licences/pdfjs.md'), 'utf8');
  for (const file of readdirSync(app)) {
    if (!file.startsWith('licences-')) continue;
    if (readFileSync(join(app, file), 'utf8').includes('unpdf')) appendFileSync(join(app, file), `\n${notice}`);
  }
}

/** Builds everything into `dist/`. @returns an exit code */
export async function build(): Promise<number> {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  try {
    await bundle({ input: programs, format: 'es', isOneFile: false });
    for (const { name, file, format } of singles) await bundle({ input: { [name]: file }, format, isOneFile: true });
    nameBundledWithin();
    await buildRenderer();
    cpSync(join(root, 'main/samples'), join(app, 'samples'), { recursive: true });
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  }
}

if (process.argv[1]?.endsWith('build.ts')) process.exitCode = await build();
