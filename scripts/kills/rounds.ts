import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from '../../base/seeded.ts';
import { EXPECTED, writeFiles } from './files.ts';
import { type Heard, type Line, type Moment, runImport } from './import-process.ts';
import { faultsOf } from './look.ts';

export interface Killed {
  readonly moment: Moment;
  /** Files whose line had been heard by then. */
  readonly lines: number;
  /** What was not as it was told; nothing else is a success. */
  readonly faults: readonly string[];
}

export interface Rounds {
  readonly kills: readonly Killed[];
  /** Libraries that were filled in spite of the kills, each to the end. */
  readonly libraries: number;
  readonly faults: readonly string[];
}

/**
 * Kills imports until it has done so `count` times: the same command is run on one library, and killed, until it comes to its end, then
 * on a new one. The moments come from `seed`: half of them after so many lines, half after so long a time.
 */
export async function killRounds(
  count: number,
  seed: number,
  onKill: (killed: Killed) => void = () => {},
): Promise<Rounds> {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-kills-'));
  const files = join(folder, 'files');
  const random = seeded(seed);
  const kills: Killed[] = [];
  const faults: string[] = [];
  let libraries = 0;
  try {
    writeFiles(files, seed);
    const begun = performance.now();
    const whole = await runImport(files, join(folder, 'library-0'), null);
    const longestMs = performance.now() - begun;
    faults.push(...countFaults(whole, []));

    while (kills.length < count) {
      const library = join(folder, `library-${++libraries}`);
      const told: Line[] = [];
      let heard: Heard;
      do {
        const moment = momentOf(random, longestMs);
        heard = await runImport(files, library, kills.length < count ? moment : null);
        if (heard.summary) break;
        told.push(...heard.lines);
        const killed = { moment, lines: heard.lines.length, faults: await faultsOf(library, told) };
        kills.push(killed);
        onKill(killed);
      } while (heard.summary === null);
      faults.push(...countFaults(heard, told), ...(await faultsOf(library, [...told, ...heard.lines])));
      rmSync(library, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { kills, libraries, faults };
}

const momentOf = (random: () => number, longestMs: number): Moment => {
  const at = random();
  return random() < 0.5 ? { afterLines: 1 + Math.floor(at * EXPECTED.imported) } : { afterMs: at * longestMs };
};

/** What the summary of a run that came to its end counts wrong, given what was told by those before it. */
function countFaults({ summary }: Heard, told: readonly Line[]): readonly string[] {
  const known = new Set(told.filter(({ status }) => status === 'imported').map(({ path }) => path)).size;
  const { imported = 0, duplicate = 0, updated = 0, skipped = 0, failed = 0 } = summary ?? {};
  const isRight =
    imported + duplicate === EXPECTED.imported &&
    // More may have been stored than could be told.
    duplicate >= known &&
    updated === 0 &&
    skipped === EXPECTED.skipped &&
    failed === EXPECTED.failed;
  return isRight ? [] : [`The last run counted ${JSON.stringify(summary)}; ${known} had been told before`];
}
