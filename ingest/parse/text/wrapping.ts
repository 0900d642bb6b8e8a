import type { Line } from './lines.ts';
import { isWithoutEnds } from './shapes.ts';

/** What a line of a file means after all its lines were looked at: a paragraph, a heading, an item, a label. */
export interface Unit {
  readonly text: string;
  /** Blank lines before it; one at least for a paragraph told by its indent. */
  readonly gap: number;
  readonly width: number;
  /** How many lines of the file it took. */
  readonly lines: number;
  /** See `Line.columns`; null when several lines were joined. */
  readonly columns: string | null;
}

/** A file is not called wrapped by fewer broken lines than this. */
const LEAST_BREAKS = 3;
const NARROWEST = 34;
/** Few lines tell a measure only when they are as long as mail has them, and alike. */
const SURE = 55;
const WIDEST = 100;
/** Lines this wide are paragraphs: no mail or typescript breaks there. */
const PARAGRAPH_WIDTH = 112;
/** How far a line may fall short of the measure for reasons of its own. */
const SLACK = 2;
/** How far beyond the measure a line goes that is not broken at it. */
const OVERHANG = 20;
const LOOKED_AT = 4_000;

const WIDE_START = /^[\u2E80-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u30FF]/;
/** Columns of a word where words are not spaced. */
const UNSPACED_WORD = 8;
const FIRST_WORD = /^\S{1,40}/;
const ITEM = /^(?:[•‣▪■◦●·・*◆►–—-]|\(?\d{1,2}[.)])\s+\S/;
const SENTENCE_END = /[.!?…:。！？।۔؟]["'”’»“)\]」』]*$/;
const SIGN = /^\(c\)/i;
const LOWER_START = /^["'“„«‘(]?\p{Ll}/u;

/** Joins what only the width of a page has broken. Whether a line break means anything is decided over the whole file. */
export function joinWrapped(lines: readonly Line[]): readonly Unit[] {
  const spaced = withoutDoubledGaps(lines);
  const measure = measureOf(spaced);
  const isIndented = measure !== null && usesIndents(spaced);
  const units: Unit[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) units.push(unitOf(open));
    open = [];
  };
  for (const line of spaced) {
    const previous = open.at(-1);
    const first = open[0] ?? line;
    if (!previous || !isContinued(previous, line, first, measure) || (isIndented && opensParagraph(line, first)))
      close();
    open.push(line);
  }
  close();
  return hasGaps(units) ? units : units.map((unit) => ({ ...unit, gap: 0 }));
}

/** Blank lines between all lines tell no more than none. */
const hasGaps = (units: readonly Unit[]): boolean => units.some(({ gap }, at) => gap === 0 && at > 0);

/** Whether `line` goes on where `previous` was broken. `first` begins their paragraph. */
function isContinued(previous: Line, line: Line, first: Line, measure: number | null): boolean {
  if (line.gap > 0) return false;
  if (previous.isHyphenated) return true;
  if (measure === null || ITEM.test(line.text)) return false;
  if (line.indent > previous.indent + 1 && !(ITEM.test(first.text) && line.indent <= first.indent + 6)) return false;
  if (previous.width > PARAGRAPH_WIDTH || line.width > PARAGRAPH_WIDTH) return false;
  if (isFull(previous, line, measure)) return true;
  return (
    LOWER_START.test(line.text) &&
    !SENTENCE_END.test(previous.text) &&
    previous.width > measure * 0.7 &&
    !SIGN.test(line.text)
  );
}

/** Whether paragraphs begin with an indent: indented lines followed by lines that are not. */
function usesIndents(lines: readonly Line[]): boolean {
  let seen = 0;
  for (let at = 0; at < Math.min(lines.length, LOOKED_AT) && seen < 2; at++) {
    const next = lines[at + 1];
    if ((lines[at]?.indent ?? 0) >= 2 && next?.gap === 0 && next.indent === 0) seen++;
  }
  return seen >= 2;
}

const opensParagraph = (line: Line, first: Line): boolean => line.indent >= 2 && !ITEM.test(first.text);

/** Whether the next line's first word would not have fitted: the break is the page's. */
const isFull = (line: Line, next: Line, measure: number): boolean =>
  line.width + line.indent + roomFor(next.text) > measure - SLACK;

function roomFor(text: string): number {
  if (WIDE_START.test(text)) return 2;
  if (isWithoutEnds(text.charAt(0))) return 1 + UNSPACED_WORD;
  return 1 + (FIRST_WORD.exec(text)?.[0].length ?? 0);
}

/** The width the file is wrapped at; null when its lines are paragraphs. */
function measureOf(lines: readonly Line[]): number | null {
  const seen = lines.length > LOOKED_AT ? lines.slice(0, LOOKED_AT) : lines;
  const broken: number[] = [];
  let all = 0;
  let wide = 0;
  for (const [at, line] of seen.entries()) {
    all += line.width;
    if (line.width > PARAGRAPH_WIDTH) wide += line.width;
    const next = seen[at + 1];
    if (next?.gap === 0 && line.width <= WIDEST && line.width >= NARROWEST / 2) broken.push(line.width + line.indent);
  }
  if (broken.length < LEAST_BREAKS || wide > all / 4) return null;
  broken.sort((a, b) => a - b);
  const measure = broken[Math.floor((broken.length - 1) * 0.95)] ?? 0;
  if (measure < NARROWEST) return null;
  // Where most of a text stands in longer lines, short ones are labels.
  if (widthBeyond(seen, measure + OVERHANG) > all / 2) return null;
  let full = 0;
  let ended = 0;
  let looked = 0;
  for (const [at, line] of seen.entries()) {
    const next = seen[at + 1];
    if (next?.gap !== 0 || line.width > WIDEST || line.width < NARROWEST / 2) continue;
    looked++;
    if (!isFull(line, next, measure)) continue;
    full++;
    if (SENTENCE_END.test(line.text)) ended++;
  }
  // Where a page breaks its lines sentences seldom end: such lines are paragraphs.
  if (ended > full * 0.6) return null;
  if (looked === LEAST_BREAKS)
    return full === looked && measure >= SURE && (broken[0] ?? 0) > measure * 0.8 ? measure : null;
  return full >= LEAST_BREAKS && full >= looked * 0.55 ? measure : null;
}

function widthBeyond(lines: readonly Line[], measure: number): number {
  let width = 0;
  for (const line of lines) if (line.width + line.indent > measure) width += line.width;
  return width;
}

/** A typescript with a blank line after every line: the breaks that count are the wider ones. */
function withoutDoubledGaps(lines: readonly Line[]): readonly Line[] {
  if (lines.length < 6 || lines.some((line, at) => at > 0 && line.gap === 0)) return lines;
  const narrower = lines.map((line) => ({ ...line, gap: Math.max(0, line.gap - 1) }));
  return measureOf(narrower) === null ? lines : narrower;
}

function unitOf(lines: readonly Line[]): Unit {
  const [first] = lines as readonly [Line, ...Line[]];
  if (lines.length === 1) {
    return { text: first.text, gap: first.gap, width: first.width, lines: 1, columns: first.columns };
  }
  let text = first.text;
  let width = first.width;
  for (const [at, line] of lines.entries()) {
    if (at === 0) continue;
    text += joint(lines[at - 1] ?? first, line) + line.text;
    width += line.width + 1;
  }
  return { text, gap: first.gap, width, lines: lines.length, columns: null };
}

/** What stands between two halves of a broken line: nothing inside a word or between wide characters. */
function joint(previous: Line, line: Line): string {
  if (previous.isHyphenated || /[\p{L}\p{N}][-‐]$/u.test(previous.text)) return '';
  return WIDE_START.test(line.text) && /[\u2E80-\u9FFF\u3000-\u30FF\uFF00-\uFFEF]$/.test(previous.text) ? '' : ' ';
}
