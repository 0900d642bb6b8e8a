import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Log } from '../../base/log.ts';
import type { ImportItem } from '../../contract/imports.ts';
import { createEngine, type Engine } from '../../main/engine.ts';
import { layout } from '../../main/hosts/layout.ts';
import { root } from '../process.ts';

// What becomes of each file of known and broken kinds when it is imported: run as `node scripts/run.js ./corpora/files.ts [--each]`.
// With `--each`, what was said of each is written down. Exit code 1 when a file ended its reader, hung, or was passed over in silence.

const corpora = join(root, '../shared/corpora');
const FOLDERS = ['files', 'opml/files'];
/** Says where the files are from, and is none of them. */
const WHERE_FROM = 'SOURCE.txt';
/** No answer for so long is a hang: an archive of many gives one for each. */
const MOST_SILENCE_MS = 10_000;
/** What is said of files that nobody foresaw. */
const CRASHES = new Set(['reader-died', 'too-slow', 'worker-died']);

const DONE = 'done';

interface Imported {
  readonly items: readonly ImportItem[];
  /** The longest it said nothing. */
  readonly silenceMs: number;
  /** What must not happen, and did. */
  readonly fault: string | null;
}

/** Imports one file alone. A hang is not waited for. */
async function imported(engine: Engine, path: string, errors: readonly string[]): Promise<Imported> {
  const items: ImportItem[] = [];
  const ended = new AbortController();
  const errorsBefore = errors.length;
  let silenceMs = 0;
  let heardAt = performance.now();
  const hear = () => {
    silenceMs = Math.max(silenceMs, performance.now() - heardAt);
    heardAt = performance.now();
  };
  const outcome = await new Promise<string>((resolve) => {
    const patience = setTimeout(() => resolve(`no word for ${MOST_SILENCE_MS / 1_000} s`), MOST_SILENCE_MS);
    const onItem = (item: ImportItem) => {
      items.push(item);
      hear();
      patience.refresh();
    };
    engine.imports
      .fromPaths([path], { signal: ended.signal, onItem })
      .then(
        ({ state, problem }) => resolve(state === 'done' ? DONE : `the import is ${state}: ${problem}`),
        (error: unknown) => resolve(String(error)),
      )
      .finally(() => clearTimeout(patience));
  });
  hear();
  ended.abort();
  const crash = items.find(({ error }) => error && CRASHES.has(error.code));
  const fault =
    outcome !== DONE
      ? outcome
      : items.length === 0
        ? 'nothing was said of it'
        : (errors[errorsBefore] ?? (crash ? `${crash.error?.code}: ${crash.error?.message}` : null));
  return { items, silenceMs, fault };
}

const outcomeOf = ({ status, format, error }: ImportItem): string =>
  `${status} ${status === 'failed' || status === 'skipped' ? error?.code : format}`;

/** The files below a folder by the folders they lie in: `files/eml/rfc2822` counts with `files/eml`. */
function filesByFolder(): ReadonlyMap<string, readonly string[]> {
  const byFolder = new Map<string, string[]>();
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(corpora, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== WHERE_FROM)
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of files.sort()) {
    const folders = relative(corpora, file).split(/[\\/]/).slice(0, -1);
    const folder = folders.slice(0, 2).join('/');
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  return byFolder;
}

async function importAll(engine: Engine, errors: readonly string[]): Promise<readonly string[]> {
  const isEach = process.argv.includes('--each');
  const faults: string[] = [];
  const all = { files: 0, articles: 0, longest: { ms: 0, file: '' } };
  for (const [folder, files] of filesByFolder()) {
    const outcomes = new Map<string, number>();
    for (const file of files) {
      const name = relative(corpora, file);
      const { items, silenceMs, fault } = await imported(engine, file, errors);
      if (fault !== null) faults.push(`${name}: ${fault}`);
      if (silenceMs > all.longest.ms) all.longest = { ms: silenceMs, file: name };
      for (const item of items) {
        const outcome = outcomeOf(item);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (isEach)
          console.log(`${outcome.padEnd(24)}  ${item.error ? `${item.path}: ${item.error.message}` : item.path}`);
      }
      all.articles += items.filter(({ articleId }) => articleId !== null).length;
    }
    all.files += files.length;
    const counts = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, count]) => `${count} ${outcome}`);
    console.log(`${folder.padEnd(28)}${`${files.length} files`.padStart(9)}: ${counts.join(', ')}`);
  }
  const { files, articles, longest } = all;
  console.log(
    `\n${files} files, ${articles} times an article; the longest without a word ${longest.ms.toFixed(0)} ms (${longest.file})`,
  );
  return faults;
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-files-'));
  const errors: string[] = [];
  const log: Log = (level, message, fields = {}) => {
    if (level === 'error') errors.push(`${message} ${JSON.stringify(fields)}`);
  };
  const engine = await createEngine({ ...layout, folder, log, now: Date.now, hasWindow: false });
  try {
    const faults = await importAll(engine, errors);
    for (const fault of faults) console.error(fault);
    console.log(faults.length === 0 ? 'None crashed, hung or was passed over.' : `${faults.length} faults`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (FOLDERS.every((folder) => existsSync(join(corpora, folder)))) await measure();
else console.log(`not measured: ${corpora} is not there`);
