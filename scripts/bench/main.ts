import { cpus, totalmem } from 'node:os';
import type { Scale } from './archives/scale.ts';
import { removeCache } from './cache.ts';
import { isMissed, type Report, table } from './figures.ts';
import { measureArchives } from './measure-archives.ts';
import { measureFeeds } from './measure-feeds.ts';
import { measureImport } from './measure-import.ts';
import { measureLibrary } from './measure-library.ts';
import { measureWindow } from './measure-window.ts';

const measurements: Readonly<Record<string, (scale: Scale) => Promise<Report>>> = {
  import: measureImport,
  archives: measureArchives,
  feeds: measureFeeds,
  library: measureLibrary,
  window: measureWindow,
};

const usage = `Usage: npm run bench -- [NAME…] [--full | --small]

Measures all of them or those named: ${Object.keys(measurements).join(', ')}.
\`clean\` removes what was built to measure with (.cache/bench).

  --full    archives as large as anybody's: a mailbox of 1 GB, archives of 4 GB; needs 20 GB of disk
  --small   archives only large enough to see that they are measured; nothing is held against a bound

Exit code 1 when a bound was missed.`;

async function main(names: readonly string[], scale: Scale): Promise<number> {
  if (names.includes('clean')) removeCache();
  const asked = names.filter((name) => name !== 'clean');
  if (asked.some((name) => !(name in measurements))) {
    console.error(usage);
    return 2;
  }
  if (names.length > 0 && asked.length === 0) return 0;
  const { length: cores, 0: core } = cpus();
  console.log(
    `${cores} × ${core?.model.trim()}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`,
  );
  let missed = 0;
  for (const [name, measure] of Object.entries(measurements)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const startedAt = performance.now();
    const { figures, notes } = await measure(scale);
    console.log(`\n${name} (${new Date().toISOString().slice(0, 16)}, ${seconds(startedAt)} s)\n`);
    console.log(table(figures));
    console.log(`\n${notes.map((note) => `  ${note}`).join('\n')}`);
    missed += figures.filter(isMissed).length;
  }
  console.log(missed === 0 ? '\nAll bounds held.' : `\n${missed} missed.`);
  return missed === 0 ? 0 : 1;
}

const seconds = (startedAt: number): string => ((performance.now() - startedAt) / 1_000).toFixed(0);

const words = process.argv.slice(2);
const scale = words.includes('--full') ? 'full' : words.includes('--small') ? 'small' : 'usual';
process.exitCode = await main(
  words.filter((word) => word !== '--full' && word !== '--small'),
  scale,
);
