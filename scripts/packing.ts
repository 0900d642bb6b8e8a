import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { output, root } from './process.ts';
import { filesBelow } from './sources.ts';
import { runTool } from './tools.ts';

const folder = join(root, '.cache/packing');
const unpacked = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`;
const resources = join(folder, 'packages', unpacked, 'resources');
/** Packages are made on the system they are for. */
const NATIVE = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;

/** What a package cannot do without. */
const NEEDED = [
  'package.json',
  'LICENSE',
  'dist/app/main.js',
  'dist/app/cli.js',
  'dist/app/preload.cjs',
  'dist/app/db-worker.js',
  'dist/app/ingest-worker.js',
  'dist/app/licences-main.md',
  'dist/renderer/index.html',
  'dist/renderer/licences.md',
  NATIVE,
];
/** Of these the system or Node wants real files. */
const REAL_FILES = ['dist/app/db-worker.js', 'dist/app/ingest-worker.js', NATIVE];
/** All there may be. */
const ALLOWED = [
  /^(package\.json|LICENSE)$/,
  /^dist\/app\/[\w-]+\.(js|cjs|md)$/,
  /^dist\/app\/samples\/[\w-]+\.(txt|md)$/,
  /^dist\/renderer\/(index\.html|icon\.svg|licences\.md)$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(js|css|woff2)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
  new RegExp(`^${NATIVE.replaceAll('.', '\\.')}$`),
];

/**
 * Packs what is in `dist/` the way a release does, around a placeholder instead of Electron's binary, and looks at what comes out:
 * whether all is there and nothing else, and whether it imports and finds an article outside the checkout.
 * What only a real Electron can show stays unshown. @returns an exit code
 */
export async function checkPacking(): Promise<number> {
  try {
    return await check();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function check(): Promise<number> {
  const code = await runTool('electronBuilder', [
    ...['--linux', 'dir', `--${process.arch}`, '--publish', 'never', '--config', 'electron-builder.yml'],
    `-c.electronDist=${placeholderElectron()}`,
    `-c.directories.output=${join(folder, 'packages')}`,
  ]);
  if (code !== 0) return code;

  const copy = extract();
  const files = filesBelow('.cache/packing/copy').map((file) => file.slice(copy.length + 1).replaceAll('\\', '/'));
  const problems = [
    ...NEEDED.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files
      .filter((file) => !ALLOWED.some((allowed) => allowed.test(file)))
      .map((file) => `${file} has no place in it`),
    ...REAL_FILES.filter((file) => !existsSync(join(resources, 'app.asar.unpacked', file))).map(
      (file) => `${file} is in the archive only`,
    ),
    ...(await tryProgram(copy)),
  ];
  for (const problem of problems) console.error(`packing: ${problem}`);
  if (problems.length === 0) console.log(`packing: ${files.length} files; what is packed imports and finds an article`);
  return problems.length === 0 ? 0 : 1;
}

/** Something that can be packed around, with the mark by which a build is told what Electron may do. */
function placeholderElectron(): string {
  const electron = join(folder, 'placeholder');
  mkdirSync(join(electron, 'resources'), { recursive: true });
  const FUSES = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09${'1'.repeat(9)}`;
  writeFileSync(join(electron, 'electron'), `not Electron ${FUSES} not Electron`, 'latin1');
  chmodSync(join(electron, 'electron'), 0o755);
  return electron;
}

/** Takes the archive apart into a folder outside of `dist/`. */
function extract(): string {
  const copy = join(folder, 'copy');
  const require = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'));
  const { extractAll } = require('@electron/asar') as { extractAll: (archive: string, to: string) => void };
  extractAll(join(resources, 'app.asar'), copy);
  return copy;
}

async function tryProgram(copy: string): Promise<string[]> {
  // Elsewhere, so that nothing can be found in the checkout.
  const elsewhere = join(process.env['TMPDIR'] ?? '/tmp', `tearsheet-packing-${process.pid}`);
  cpSync(copy, elsewhere, { recursive: true });
  try {
    const cli = (...words: readonly string[]) =>
      output(process.execPath, [join(elsewhere, 'dist/app/cli.js'), ...words, '--library', join(elsewhere, 'library')]);
    const imported = await cli('import', join(elsewhere, 'dist/app/samples'));
    const count = Number(/"imported":(\d+)/.exec(imported)?.[1] ?? 0);
    const found = JSON.parse((await cli('search', 'the')) || '{}') as { readonly total?: number };
    return [
      ...(count > 0 ? [] : [`the packed program imports nothing: ${imported}`]),
      ...((found.total ?? 0) > 0 ? [] : ['the packed program finds nothing']),
    ];
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('packing.ts')) process.exitCode = await checkPacking();
