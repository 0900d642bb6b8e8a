import type { Column } from './columns.ts';
import { greatest } from './extremes.ts';
import type { Line } from './lines.ts';
import { markOf } from './marks.ts';

/** Lines that belong together: a paragraph, a heading, an item of a list, a table. */
export interface Passage {
  readonly lines: readonly Line[];
  readonly size: number;
  readonly isBold: boolean;
  readonly isTable: boolean;
  /** The page it begins on, from 0. */
  readonly page: number;
}

export interface PageColumns {
  readonly columns: readonly Column[];
  readonly page: number;
}

/** How lines are set in a whole document. */
export interface Setting {
  /** Height of most of its letters. */
  readonly size: number;
  /** From one line to the next, in heights of the font. */
  readonly leading: number;
}

/** How most of a document is set. */
export function settingOf(pages: readonly PageColumns[]): Setting {
  const sizes = new Map<number, number>();
  const leadings = new Map<number, number>();
  for (const { columns } of pages)
    for (const { lines } of columns)
      for (const [at, line] of lines.entries()) {
        add(sizes, Math.round(line.size * 2) / 2, line.text.length);
        const above = lines[at - 1];
        if (above && isSameSize(above, line))
          add(leadings, Math.round(((line.baseline - above.baseline) / line.size) * 20) / 20, 1);
      }
  return { size: most(sizes) ?? 10, leading: Math.min(2.2, Math.max(1, most(leadings) ?? 1.2)) };
}

const add = (counts: Map<number, number>, key: number, amount: number) =>
  counts.set(key, (counts.get(key) ?? 0) + amount);

function most(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [key, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = key;
  return best;
}

const isSameSize = (a: Line, b: Line): boolean => Math.abs(a.size - b.size) <= 0.08 * Math.max(a.size, b.size);

interface Open {
  lines: Line[];
  page: number;
  isTable: boolean;
}

/** The lines of a document as its passages: a passage may go on in the next column and on the next page. */
export function passagesOf(pages: readonly PageColumns[], setting: Setting): readonly Passage[] {
  const passages: Open[] = [];
  for (const { columns, page } of pages)
    for (const column of columns) {
      const shape = shapeOf(column, setting);
      const tables = tableLines(column.lines);
      for (const [at, line] of column.lines.entries()) {
        const open = passages.at(-1);
        const isTable = tables.has(at);
        const above = column.lines[at - 1] ?? null;
        const goesOn =
          open !== undefined &&
          (above === null
            ? !isTable && !open.isTable && continues(open.lines, line, shape)
            : isTable === open.isTable && (isTable || belongs(open.lines, line, shape)));
        if (goesOn) open.lines.push(line);
        else passages.push({ lines: [line], page, isTable });
      }
    }
  return passages.map(({ lines, page, isTable }) => ({
    lines,
    page,
    isTable,
    size: greatest(lines.map(({ size }) => size)),
    isBold: lines.every(({ isBold }) => isBold),
  }));
}

/** Three rows of cells are a table; two columns of it are enough. */
function tableLines(lines: readonly Line[]): ReadonlySet<number> {
  const tables = new Set<number>();
  let from = 0;
  for (let at = 0; at <= lines.length; at++) {
    const { cells = [] } = lines[at] ?? {};
    if (cells.length >= 2 && !(cells.length === 2 && markOf(`${cells[0]?.text} x`) !== null)) continue;
    if (at - from >= 3) for (let row = from; row < at; row++) tables.add(row);
    from = at + 1;
  }
  return tables;
}

/** How the lines of one column are set. */
interface Shape {
  /** Where most of its lines begin and the fullest end. */
  readonly start: number;
  readonly end: number;
  readonly leading: number;
  readonly isRtl: boolean;
}

function shapeOf({ lines, left, right }: Column, setting: Setting): Shape {
  const isRtl = lines.filter((line) => line.isRtl).length * 2 > lines.length;
  const edges = new Map<number, number>();
  const gaps = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    add(edges, Math.round(isRtl ? -line.right : line.left), 1);
    const above = lines[at - 1];
    if (above && isSameSize(above, line))
      add(gaps, Math.round(((line.baseline - above.baseline) / line.size) * 20) / 20, 1);
  }
  const own = most(gaps);
  const isOwn = own !== null && (gaps.get(own) ?? 0) >= 4;
  return {
    start: most(edges) ?? (isRtl ? -right : left),
    end: isRtl ? -left : right,
    leading: isOwn ? own : setting.leading,
    isRtl,
  };
}

const startOf = (line: Line, { isRtl }: Shape): number => (isRtl ? -line.right : line.left);
const endOf = (line: Line, { isRtl }: Shape): number => (isRtl ? -line.left : line.right);

const ENDS = /[.!?…:;。！？：؟।]["'”’»«“‘)\]）」』]*$/u;
/** The dots of a table of contents, and the page behind them. */
export const LEADERS = /(?:\. ?){4,}\s*\S{0,6}$/;
/** A word goes on in the next line. */
const BROKEN = /\p{L}[-\u00AD\u2010]$/u;
const SMALL_START = /^["'“‘«(]?\p{Ll}/u;

/** Whether a line goes on with what is above it in its column. */
function belongs(lines: readonly Line[], line: Line, shape: Shape): boolean {
  const above = lines.at(-1) as Line;
  if (!isSameSize(above, line) || isTurn(lines, line)) return false;
  const gap = (line.baseline - above.baseline) / line.size;
  if (gap > shape.leading * 1.28 + 0.05 || gap < 0) return false;
  const mark = markOf(line.text);
  if (mark !== null && (!mark.isOrdered || isNextItem(lines, line, shape))) return false;
  // A sentence goes on, wherever its lines begin.
  if (LEADERS.test(above.text)) return false;
  if (SMALL_START.test(line.text) && !ENDS.test(above.text)) return !isShort(above, line, shape);
  const [start, before] = [startOf(line, shape), startOf(above, shape)];
  const step = 0.6 * line.size;
  const isItem = markOf(lines[0]?.text ?? '') !== null;
  const isHanging = isItem || startOf(lines[0] as Line, shape) < shape.start - step;
  if (start < shape.start - step && before >= shape.start - step / 2 && !isCentred(above, line)) return false;
  if (start > shape.start + step && before <= shape.start + step / 2 && !isHanging && !isCentred(above, line))
    return false;
  if (
    lines.length >= 2 &&
    start < before - step &&
    startOf(lines.at(-2) as Line, shape) >= before - 1 &&
    !isCentred(above, line)
  )
    return false;
  return !isShort(above, line, shape);
}

/** From bold to light or back. */
const isTurn = (lines: readonly Line[], line: Line): boolean =>
  (lines[0]?.isBold === true && lines.at(-1)?.isBold === true) !== line.isBold;

function isNextItem(lines: readonly Line[], line: Line, shape: Shape): boolean {
  const number = markOf(line.text)?.number ?? 0;
  const first = markOf(lines[0]?.text ?? '');
  if (first?.isOrdered) return number === first.number + 1;
  return number === 1 && isShort(lines.at(-1) as Line, line, shape);
}

const isCentred = (a: Line, b: Line): boolean =>
  Math.abs(a.left + a.right - b.left - b.right) < a.size && Math.abs(a.left - b.left) > a.size;

/** Whether a line ends where the first word of the next would still have fitted: somebody ended it. */
function isShort(above: Line, line: Line, shape: Shape): boolean {
  if (isCentred(above, line) || BROKEN.test(above.text)) return false;
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  const width = ((line.right - line.left) / Math.max(1, line.text.length)) * (Math.min(word.length, 20) + 1);
  const room = shape.end - endOf(above, shape) - width;
  if (room <= 0) return false;
  if (ENDS.test(above.text)) return room > 0.3 * line.size;
  if (SMALL_START.test(line.text)) return room > 0.5 * (shape.end - shape.start);
  return room > 2.5 * line.size;
}

/** Whether a line at the top of a column goes on with the end of the one before. */
function continues(lines: readonly Line[], line: Line, shape: Shape): boolean {
  const above = lines.at(-1) as Line;
  if (!isSameSize(above, line) || isTurn(lines, line) || markOf(line.text) !== null) return false;
  if (SMALL_START.test(line.text) && !ENDS.test(above.text.replace(/[:;]$/, ''))) return true;
  if (BROKEN.test(above.text)) return true;
  const isIndented = startOf(line, shape) > shape.start + 0.6 * line.size;
  const longest = greatest(lines.map(({ left, right }) => right - left));
  const isFull = above.right - above.left >= longest - 2 * above.size && lines.length > 1;
  return isFull && !isIndented && !ENDS.test(above.text);
}
