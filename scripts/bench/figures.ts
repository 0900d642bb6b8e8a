/** One measured figure and what it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | '/s' | '×' | '%' | '';
  /** The most it may be; of a figure with a baseline that is bounded by it, the most the ratio may be. */
  readonly bound?: number;
  /** It may be more, and not less. */
  readonly boundIsLeast?: boolean;
  readonly boundIsRatio?: boolean;
  /** The same done in the plainest way, measured in the same run. */
  readonly baseline?: number;
}

/** What one measurement prints. */
export interface Report {
  readonly figures: readonly Figure[];
  /** How it was measured and what else was noticed, a sentence each. */
  readonly notes: readonly string[];
}

export function isMissed({ value, bound, boundIsLeast, boundIsRatio, baseline = Number.NaN }: Figure): boolean {
  if (bound === undefined) return false;
  const bounded = boundIsRatio ? value / baseline : value;
  return boundIsLeast ? !(bounded >= bound) : !(bounded <= bound);
}

/** Figures as a table of aligned columns. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { name, value, unit, bound, boundIsLeast, boundIsRatio, baseline } = figure;
    return [
      name,
      said(value, unit),
      bound === undefined
        ? ''
        : `${boundIsLeast ? 'least ' : ''}${boundIsRatio ? `${bound} × baseline` : said(bound, unit)}`,
      baseline === undefined ? '' : said(baseline, unit),
      baseline === undefined ? '' : `${rounded(value / baseline)} ×`,
      bound === undefined ? '' : isMissed(figure) ? 'MISSED' : 'held',
    ];
  });
  const all = [['figure', 'measured', 'bound', 'baseline', 'ratio', ''], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((row) => `  ${row.join('  ').trimEnd()}`)
    .join('\n');
}

const said = (value: number, unit: string): string => `${rounded(value)} ${unit}`.trim();

/** Three digits that mean something. */
const rounded = (value: number): string =>
  value.toLocaleString('en-GB', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });

/** Milliseconds of many runs of one thing. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

export function spread(times: readonly number[]): Spread {
  if (times.length === 0) throw new Error('Nothing was measured');
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), worst: at(1) };
}

export const median = (values: readonly number[]): number => spread(values).p50;

/** How long each run took, in milliseconds. */
export async function timed<T>(inputs: Iterable<T>, run: (input: T) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const input of inputs) {
    const startedAt = performance.now();
    await run(input);
    times.push(performance.now() - startedAt);
  }
  return times;
}
