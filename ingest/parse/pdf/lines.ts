import { greatest, least } from './extremes.ts';
import type { Piece } from './pieces.ts';

/** Words on one baseline with no wide gap between them: a line of a column, or a cell of a table. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** That of most of its letters. */
  readonly size: number;
  /** Whether all of it is. */
  readonly isBold: boolean;
  readonly isRtl: boolean;
}

/** A line of a column. Tables have several cells in one. */
export interface Line extends Segment {
  readonly cells: readonly Segment[];
}

/** A wider gap than between words, in heights of the font: it may be that between two columns. */
const GAP = 0.7;
/** One that parts two cells of a table. */
const CELL_GAP = 1.4;
/** How many rows back one may be that a stretch of text belongs to. */
const NEAR = 4;
/** One that is a blank, where the file has none. */
const BLANK = 0.18;

/** Scripts that have no blanks between their words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Whether a blank belongs between two stretches of text, were they one. */
export const isSpacedBetween = (before: string, after: string): boolean =>
  !(UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1)));

/** The segments of a page, from top to bottom. */
export function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  return rowsOf(pieces).flatMap((row) => split(row, GAP).map(joined));
}

/** The lines of a column: segments on one baseline are one line again. */
export const linesOf = (segments: readonly Segment[]): readonly Line[] =>
  rowsOf(segments).map((row) => ({ ...joined(row), cells: split(row, CELL_GAP).map(joined) }));

interface Run extends Segment {
  readonly isSpaced?: boolean;
}

/** Groups by baseline. What is smaller and a little higher or lower stands in the same line. */
function rowsOf<T extends Run>(runs: readonly T[]): readonly (readonly T[])[] {
  const rows: { baseline: number; size: number; runs: T[] }[] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.slice(-NEAR).findLast((other) => isBeside(run, other));
    if (!row) rows.push({ baseline: run.baseline, size: run.size, runs: [run] });
    else {
      row.runs.push(run);
      if (run.size > row.size) Object.assign(row, { baseline: run.baseline, size: run.size });
    }
  }
  return rows.map((row) => row.runs.toSorted((a, b) => a.left - b.left));
}

interface Placed {
  readonly baseline: number;
  readonly size: number;
}

function isBeside(a: Placed, b: Placed): boolean {
  const apart = Math.abs(a.baseline - b.baseline);
  const [small, large] = a.size < b.size ? [a.size, b.size] : [b.size, a.size];
  return apart < small * 0.3 || (small < large * 0.8 && small > large * 0.4 && apart < large * 0.55);
}

/** @param gap in heights of the font */
function split<T extends Run>(row: readonly T[], gap: number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of row) {
    const last = parts.at(-1);
    if (last && run.left - right < gap * Math.max(run.size, last.at(-1)?.size ?? 0)) last.push(run);
    else parts.push([run]);
    right = Math.max(right, run.right);
  }
  return parts;
}

function joined(runs: readonly Run[]): Segment {
  const letters = (isCounted: (run: Run) => boolean) =>
    runs.reduce((sum, run) => sum + (isCounted(run) ? run.text.length : 0), 0);
  const isRtl = letters((run) => run.isRtl) * 2 > letters(() => true);
  const largest = runs.reduce((a, b) =>
    letters(({ size }) => near(size, b.size)) > letters(({ size }) => near(size, a.size)) ? b : a,
  );
  return {
    text: textOf(isRtl ? fromRight(runs) : runs, isRtl),
    left: least(runs.map(({ left }) => left)),
    right: greatest(runs.map(({ right }) => right)),
    baseline: largest.baseline,
    size: largest.size,
    isBold: runs.every(({ isBold }) => isBold),
    isRtl,
  };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.3;

const WORDLY = /[\p{L}\p{N}]/u;

/** In the order they are read: from the right, but for stretches that run the other way. */
function fromRight(runs: readonly Run[]): readonly Run[] {
  const ordered: Run[] = [];
  for (const run of runs.toReversed()) {
    const isOurs = run.isRtl || !WORDLY.test(run.text);
    const at = isOurs ? ordered.length : ordered.findLastIndex((other) => other.isRtl) + 1;
    // What follows a number stands to the left of it.
    const text = isOurs ? run.text : run.text.replace(/^([.,;:!?]+)\s*(.+)$/, '$2$1');
    ordered.splice(at, 0, text === run.text ? run : { ...run, text });
  }
  return ordered;
}

function textOf(runs: readonly Run[], isRtl: boolean): string {
  let text = '';
  let before: Run | null = null;
  for (const run of runs) {
    if (before !== null && isApart(before, run, isRtl)) text += ' ';
    text += run.text;
    before = run;
  }
  return text;
}

function isApart(before: Run, run: Run, isRtl: boolean): boolean {
  const [left, right] = before.left <= run.left ? [before, run] : [run, before];
  const gap = right.left - left.right;
  if (!isSpacedBetween(before.text, run.text)) return gap > run.size * CELL_GAP;
  return (run.isSpaced === true && !isRtl && gap > 0) || gap > BLANK * Math.min(before.size, run.size);
}
