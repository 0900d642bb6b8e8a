import { fold, phraseAtStart } from '../words/index.ts';
import { type Label, labelAfter, labelBefore } from './labels.ts';
import type { DateOptions, WrittenDate } from './written-date.ts';
import { readLine } from './written-dates.ts';

/** What a line says its dates are. */
export interface DateLine {
  readonly published: WrittenDate | null;
  readonly modified: WrittenDate | null;
  /** What the line says besides dates and their labels; empty when it states dates and nothing else. */
  readonly rest: string;
}

interface Item {
  readonly date: WrittenDate;
  readonly label: Label | null;
}

/**
 * Reads a line as one that states dates, by the words before (or after) each: `Published: 3 May 2020 10:00 | Updated 4 May 2020`.
 * A date without a label is the date of publication. Null when the line holds no date.
 */
export function dateLine(line: string, options: DateOptions): DateLine | null {
  const { dates, times } = readLine(line, options);
  if (dates.length === 0) return labelledYear(line);
  const items = labelled(line, inOrder(dates, times));
  const published = items.find(({ label }) => label?.kind !== 'updated')?.date ?? null;
  const modified = items.findLast(({ label }) => label?.kind === 'updated')?.date ?? null;
  return { published: withDay(published, dates), modified: withDay(modified, dates), rest: restOf(line, items) };
}

const inOrder = (dates: readonly WrittenDate[], times: readonly WrittenDate[]): readonly WrittenDate[] =>
  [...dates, ...times].sort((a, b) => a.start - b.start);

/** A time alone is of the day the line states: `3 May 2020 10:00, updated 12:15`. */
const withDay = (date: WrittenDate | null, dates: readonly WrittenDate[]): WrittenDate | null => {
  if (date === null || date.month !== null || date.year !== null) return date;
  const { year = null, month = null, day = null } = dates.findLast(({ start }) => start < date.start) ?? dates[0] ?? {};
  return { ...date, year, month, day };
};

const isTimeOnly = (date: WrittenDate): boolean => date.year === null && date.month === null;

/** Each date with its label: before it, or after it where no date of the line has one before. */
function labelled(line: string, dates: readonly WrittenDate[]): readonly Item[] {
  const before: Item[] = [];
  for (const date of dates) {
    const from = before.at(-1)?.date.end ?? 0;
    const label = within(labelBefore(line.slice(from, date.start)), from);
    if (label !== null || !isTimeOnly(date)) before.push({ date, label });
  }
  if (before.some(({ label }) => label !== null)) return before;
  return before.map(({ date }, index) => {
    const until = before[index + 1]?.date.start ?? line.length;
    return { date, label: within(labelAfter(line.slice(date.end, until)), date.end) };
  });
}

const within = (label: Label | null, from: number): Label | null =>
  label === null ? null : { ...label, start: label.start + from, end: label.end + from };

/** `Published: 2017` states a year. */
function labelledYear(line: string): DateLine | null {
  const match = /^(?<label>\D{2,40}?)[\s:]*(?<year>(?:1[6-9]|20)\d\d)\s*\.?$/.exec(line.trim());
  const label = match?.groups === undefined ? null : labelBefore(match.groups['label'] ?? '');
  if (match === null || label === null || label.start > 0) return null;
  const start = line.indexOf(match.groups?.['year'] ?? '');
  const year = Number(match.groups?.['year']);
  const date = {
    start,
    end: start + 4,
    year,
    month: null,
    day: null,
    hour: null,
    minute: null,
    second: null,
    zone: null,
  };
  return label.kind === 'updated'
    ? { published: null, modified: date, rest: '' }
    : { published: date, modified: null, rest: '' };
}

function restOf(line: string, items: readonly Item[]): string {
  const taken = items
    .flatMap(({ date, label }) => (label === null ? [date] : [date, label]))
    .sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of taken) {
    pieces.push(line.slice(from, Math.max(from, start)));
    from = Math.max(from, end);
  }
  pieces.push(line.slice(from));
  return pieces
    .map((piece) => piece.replace(edges, ''))
    .filter((piece) => !isSmall(piece))
    .join(' ');
}

const edges = /^[\s|•·●,;:()[\]–—/.-]+|[\s|•·●,;:()[\]–—/-]+$/gu;

/** Whether a piece holds nothing but small words of dates. */
function isSmall(piece: string): boolean {
  const folded = fold(piece);
  let at = 0;
  while (at < folded.length) {
    const length = Math.max(...smallKinds.map((kind) => phraseAtStart(kind, folded, at)));
    if (length === 0) return false;
    at += length;
    if (folded[at] === ' ') at++;
  }
  return true;
}

const smallKinds = ['dateWords', 'published', 'updated'] as const;
