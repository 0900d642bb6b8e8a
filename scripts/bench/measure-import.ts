import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inFreshFolder } from './cache.ts';
import { runToEnd } from './child.ts';
import { corpus } from './corpus.ts';
import { type Figure, median, type Report } from './figures.ts';
import { pages } from './pages.ts';

const FILES = 10_000;
const ROUNDS = 3;

interface Round {
  readonly bareMs: number;
  readonly bareInsideMs: number;
  readonly importMs: number;
  readonly importInsideMs: number;
  readonly peakMb: number | null;
}

/** An import of 10,000 copied pages by the command line, beside a bare script that only indexes them. */
export async function measureImport(): Promise<Report> {
  const folder = pages(FILES, 1);
  const rounds: Round[] = [];
  // By turns, so that whatever else the machine does meets both.
  for (let round = 0; round < ROUNDS; round++) rounds.push(await inFreshFolder((fresh) => runBoth(folder, fresh)));
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  const peak = Math.max(...rounds.map(({ peakMb }) => peakMb ?? Number.NaN));
  const figures: Figure[] = [
    {
      name: 'import, whole process',
      value: middle(({ importMs }) => importMs),
      unit: 'ms',
      bound: 5,
      boundIsRatio: true,
      baseline: middle(({ bareMs }) => bareMs),
    },
    {
      name: 'import, without start and end',
      value: middle(({ importInsideMs }) => importInsideMs),
      unit: 'ms',
      bound: 5,
      boundIsRatio: true,
      baseline: middle(({ bareInsideMs }) => bareInsideMs),
    },
    ...(Number.isNaN(peak) ? [] : [{ name: 'import, most memory', value: peak, unit: 'MB', bound: 450 } as const]),
  ];
  return {
    figures,
    notes: [
      `${FILES.toLocaleString('en-GB')} files of ${meanBytes(folder)} bytes on average, as copied off pages. ${corpus.sentence}`,
      `Medians of ${ROUNDS} rounds; ratios of the rounds: ${rounds.map(({ importMs, bareMs }) => (importMs / bareMs).toFixed(2)).join(', ')} (whole processes).`,
      'Baseline: a bare script that reads the same files into one FTS5 table, 1,000 to a transaction. Both are processes of their own, by turns.',
    ],
  };
}

async function runBoth(folder: string, fresh: string): Promise<Round> {
  const bare = await runToEnd('scripts/bench/bare-script.ts', [folder, join(fresh, 'bare.sqlite')]);
  const cli = ['./cli.ts', 'import', '--json', '--library', join(fresh, 'library'), folder];
  const whole = await runToEnd('scripts/run.js', cli);
  const { summary } = whole.answer as { readonly summary: { readonly imported: number; readonly elapsedMs: number } };
  if (summary.imported !== FILES) throw new Error(`Only ${summary.imported} of ${FILES} files were imported`);
  return {
    bareMs: bare.elapsedMs,
    bareInsideMs: (bare.answer as { readonly elapsedMs: number }).elapsedMs,
    importMs: whole.elapsedMs,
    importInsideMs: summary.elapsedMs,
    peakMb: whole.peakMb,
  };
}

function meanBytes(folder: string): string {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return Math.round(sizes.reduce((a, b) => a + b, 0) / sizes.length).toLocaleString('en-GB');
}
