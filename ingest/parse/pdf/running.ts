import { type Line, linesOf, type Segment } from './lines.ts';

/** A page as far as it matters for what is repeated on every one. */
interface Page {
  readonly segments: readonly Segment[];
}

/** Rows from either edge that are looked at. */
const ROWS = 3;
/** How far the same row may stand apart on two pages, in points. */
const DRIFT = 6;
const WIDEST = 120;

interface Row {
  readonly page: number;
  readonly line: Line;
  readonly isTop: boolean;
  /** What it says on every page, where it says a number. */
  readonly pattern: string;
  /** The page's own number less its place in the file; null where the row has none. */
  readonly offset: number | null;
}

/** The pages without heads, feet and numbers: what stands at the edge of several pages at the same height. */
export function withoutRunning<P extends Page>(pages: readonly P[]): readonly P[] {
  const rows = pages.flatMap(({ segments }, page) => edgeRows(segments, page));
  const heads = rows.filter(({ isTop }) => isTop);
  const feet = rows.filter(({ isTop }) => !isTop);
  const running = new Map<number, Line[]>();
  for (const edge of [heads, feet])
    for (let page = 0; page < pages.length; page++) {
      const own = edge.filter((row) => row.page === page);
      // From the edge inwards: what stands behind words of the page's own is of the page.
      const inner = own.findIndex((row) => !isRunning(row, edge, pages.length));
      const lines = own.slice(0, inner < 0 ? own.length : inner).map(({ line }) => line);
      running.set(page, [...(running.get(page) ?? []), ...lines]);
    }
  return pages.map((page, at) => {
    const lines = running.get(at) ?? [];
    const isBody = (segment: Segment) =>
      !lines.some((line) => Math.abs(line.baseline - segment.baseline) < segment.size * 0.6 && isWithin(segment, line));
    const segments = lines.length === 0 ? page.segments : page.segments.filter(isBody);
    // A page of nothing else is no page of heads: its few words are what it says.
    return segments.length === 0 ? page : { ...page, segments };
  });
}

const isWithin = (segment: Segment, line: Line): boolean =>
  segment.left >= line.left - 1 && segment.right <= line.right + 1;

/** From either edge inwards. */
function edgeRows(segments: readonly Segment[], page: number): readonly Row[] {
  const lines = linesOf(segments);
  const top = lines.slice(0, ROWS);
  const bottom = lines.slice(Math.max(ROWS, lines.length - ROWS)).toReversed();
  return [...top.map((line) => rowOf(line, page, true)), ...bottom.map((line) => rowOf(line, page, false))];
}

const NUMBER = /(?<![\p{L}\d.,])(?:\d{1,4}|[ivxl]{1,6})(?![\p{L}\d.,])/u;
const FIRST = new RegExp(`^\\P{L}{0,3}${NUMBER.source}`, 'u');
const LAST = new RegExp(`${NUMBER.source}\\P{L}{0,3}$`, 'u');

function rowOf(line: Line, page: number, isTop: boolean): Row {
  const text = line.text.toLowerCase();
  const number = NUMBER.exec(FIRST.exec(text)?.[0] ?? LAST.exec(text)?.[0] ?? '')?.[0];
  return {
    page,
    line,
    isTop,
    pattern: text.replace(new RegExp(NUMBER.source, 'gu'), '#').replace(/\d+/g, '#'),
    offset: number === undefined ? null : amountOf(number) - page,
  };
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function amountOf(number: string): number {
  if (/\d/.test(number)) return Number(number);
  const values = [...number].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

const LETTER = /\p{L}/u;
/** `1`, `- 1 -`, `1 / 1`, `Page 1 of 1`, alone at the foot of a file of one page. */
const ONLY_PAGE = /^\P{L}{0,3}(?:\p{L}{1,8}\.? )?1(?: ?\/ ?1| \p{L}{1,4} 1)?\P{L}{0,2}$/u;

function isRunning(row: Row, others: readonly Row[], pageCount: number): boolean {
  if (row.line.text.length > WIDEST) return false;
  if (pageCount === 1) return !row.isTop && row.line.text.length < 20 && ONLY_PAGE.test(row.line.text);
  const level = others.filter(
    ({ page, line }) => page !== row.page && Math.abs(line.baseline - row.line.baseline) <= DRIFT,
  );
  const isNumberAlone = !LETTER.test(row.pattern);
  const numbered = row.offset === null ? [] : level.filter(({ offset }) => offset === row.offset);
  if (isNumberAlone) return numbered.length > 0;
  const same = level.filter(({ pattern }) => pattern === row.pattern);
  const needed = pageCount > 6 ? 2 : 1;
  return same.length >= needed || numbered.length >= 2;
}
