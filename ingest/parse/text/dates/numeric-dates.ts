import { type CalendarDay, exists, fullYear, toGregorian } from './calendars.ts';
import { habitOf } from './habits.ts';
import { beforeTime } from './time-words.ts';
import { timeAt } from './times.ts';
import type { Token } from './tokens.ts';
import type { DateOptions, DayPart } from './written-date.ts';

const separators = new Set(['.', '/', '-', '‐', '‑', '–']);

/** Three numbers that may be a date, as they stand. */
interface NumericDate {
  readonly from: number;
  readonly to: number;
  readonly numbers: readonly [Token, Token, Token];
  readonly separator: string;
}

/** Three numbers with one and the same separator at a token, standing free. */
function threeNumbersAt(tokens: readonly Token[], at: number): NumericDate | null {
  const [first, mark, second, mark2, third] = tokens.slice(at, at + 5);
  if (first?.kind !== 'number' || second?.kind !== 'number' || third?.kind !== 'number') return null;
  if (mark === undefined || mark2 === undefined || !separators.has(mark.text) || mark2.text !== mark.text) return null;
  if (mark.text !== '/' && (mark.isApart || mark2.isApart)) return null;
  if (mark.text !== '/' && mark.text !== '.' && (second.isApart || third.isApart)) return null;
  if (!isFree(tokens, at, at + 5) || (third.isApart && tokens[at + 5]?.text === ':')) return null;
  const isDotted = mark.text === '.' && tokens[at + 5]?.text === '.' && tokens[at + 5]?.isApart === false;
  return { from: at, to: isDotted ? at + 6 : at + 5, numbers: [first, second, third], separator: mark.text };
}

/** Part of a longer number, an address or a version is no date. */
function isFree(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  const before = tokens[from - 1];
  const after = tokens[to];
  const isGluedBefore =
    first?.isApart === false && before !== undefined && glue.has(before.text) && !isPrefix(tokens, from);
  const isLetterBefore = first?.isApart === false && before?.kind === 'word' && /[a-z]$/.test(before.text);
  const isNumberAfter = after?.isApart === false && glue.has(after.text) && tokens[to + 1]?.isApart === false;
  const isLetterAfter = after?.isApart === false && /^[a-su-z]/.test(after.text);
  return !isGluedBefore && !isLetterBefore && !isNumberAfter && !isLetterAfter;
}

/** Hebrew glues its small words to what follows: ב-12.3.21. */
const isPrefix = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at - 1]?.text === '-' || tokens[at - 1]?.text === '־') && /^[בהלמ]$/.test(tokens[at - 2]?.text ?? '');

const glue = new Set(['/', '-', '.', '_', '=', '&', '+', '#', '@', '$', '%']);

/** A date in numbers that begins at a token: 2018-05-23, 12.03.2021, 03/04/2019. */
export function numericAt(tokens: readonly Token[], at: number, options: DateOptions): DayPart | null {
  const found = threeNumbersAt(tokens, at);
  if (found === null) return twoNumbersAt(tokens, at, options);
  const day = dayOf(found, options);
  return day === null ? null : { from: found.from, to: found.to, ...day };
}

/** Month and day as numbers before a time, in languages that begin with the year: `11/20 19:05`, `04-18 09:26`. */
function monthFirstAt(tokens: readonly Token[], at: number, language: string | null): DayPart | null {
  const [month, mark, day, hour] = tokens.slice(at, at + 4);
  if (month?.kind !== 'number' || day?.kind !== 'number' || month.text.length > 2 || day.text.length > 2) return null;
  if (mark?.isApart !== false || !separators.has(mark.text) || day.isApart || hour?.isApart !== true) return null;
  if (tokens[at + 4]?.text !== ':' || !isFree(tokens, at, at + 3) || timeAt(tokens, at + 3, language) === null)
    return null;
  const parts = existing({ year: null, month: month.value, day: day.value });
  return parts && { from: at, to: at + 3, ...parts };
}

/** Day and month as numbers in languages that begin with the day: `23/2 2022`, `3.5.` before a time. */
function twoNumbersAt(tokens: readonly Token[], at: number, { language }: DateOptions): DayPart | null {
  if (habitOf(language) === 'ymd') return monthFirstAt(tokens, at, language);
  const [day, mark, month, next, after] = tokens.slice(at, at + 5);
  if (habitOf(language) !== 'dmy' || day?.kind !== 'number' || month?.kind !== 'number') return null;
  if (day.text.length > 2 || month.text.length > 2 || mark?.isApart !== false || month.isApart) return null;
  const isYear = mark.text === '/' && next?.text.length === 4 && next.kind === 'number' && next.isApart;
  if (isYear && isFree(tokens, at, at + 4)) {
    const parts = existing({ year: next.value, month: month.value, day: day.value });
    return parts && { from: at, to: at + 4, ...parts };
  }
  const isDotted = mark.text === '.' && next?.text === '.' && !next.isApart;
  if (!isDotted || after?.isApart === false || !isTimeAhead(tokens, at + 4, language)) return null;
  const parts = existing({ year: null, month: month.value, day: day.value });
  return parts && { from: at, to: at + 4, ...parts };
}

/** Whether a time stands at a token, or behind the small word that says so. */
function isTimeAhead(tokens: readonly Token[], at: number, language: string | null): boolean {
  const from = beforeTime.has(tokens[at]?.text ?? '') ? at + 1 : at;
  const first = tokens[from]?.text === '.' ? from + 1 : from;
  return timeAt(tokens, first, language) !== null;
}

function dayOf({ numbers, separator }: NumericDate, { order, language }: DateOptions): CalendarDay | null {
  const [a, b, c] = numbers.map(({ value }) => value) as [number, number, number];
  const [first, second, third] = numbers.map(({ text }) => text.length) as [number, number, number];
  if (first === 4 && second <= 2 && third <= 2) return inCalendar({ year: a, month: b, day: c }, language);
  if (first > 2 || second > 2 || (third !== 4 && third !== 2)) return null;
  if (third === 2 && (second !== 2 || separator === '-') && habitOf(language) === null) return null;
  if (third === 2 && habitOf(language) === 'ymd')
    return inCalendar({ year: fullYear(a, language), month: b, day: c }, language);
  const year = third === 2 ? fullYear(c, language) : c;
  const resolved = a > 12 ? 'dmy' : b > 12 ? 'mdy' : a === b ? 'dmy' : (order ?? habitOf(language));
  if (resolved === 'dmy') return inCalendar({ year, month: b, day: a }, language);
  return resolved === 'mdy' ? inCalendar({ year, month: a, day: b }, language) : null;
}

/** Thai years are counted from the Buddha, Persian ones from the Hijra. */
function inCalendar(day: CalendarDay, language: string | null): CalendarDay | null {
  const year = day.year ?? 0;
  if (year >= 2400 && year < 2700 && language === 'th') return existing(toGregorian('buddhist', day));
  if (year >= 1300 && year < 1500 && language === 'fa') return existing(toGregorian('solar-hijri', day));
  return existing(day);
}

const existing = (day: CalendarDay | null): CalendarDay | null => (day !== null && exists(day) ? day : null);
