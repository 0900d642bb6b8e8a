import { minutesOn } from './daylight.ts';
import { markedAt } from './marked-dates.ts';
import { numericAt } from './numeric-dates.ts';
import { endsRange, isJoined, rangeFrom } from './ranges.ts';
import { spelledAt } from './spelled-dates.ts';
import { betweenDayAndTime } from './time-words.ts';
import { timeAt } from './times.ts';
import { type Token, tokensOf } from './tokens.ts';
import { weekdayAt } from './weekdays.ts';
import type { DateOptions, DayPart, TimePart, WrittenDate } from './written-date.ts';
import { zoneText } from './zones.ts';

const anyDigit = /\p{Nd}|[〇零一二三四五六七八九十元][年月]/u;

/** All dates in one line, left to right. Ranges and days that do not exist are none. */
export const writtenDates = (line: string, options: DateOptions): readonly WrittenDate[] =>
  readLine(line, options).dates;

/** A line's dates, and the times that belong to none of them. */
export interface LineDates {
  readonly dates: readonly WrittenDate[];
  readonly times: readonly WrittenDate[];
}

const nothing: LineDates = { dates: [], times: [] };

/** Reads all dates and times of a line. */
export function readLine(line: string, options: DateOptions): LineDates {
  if (!anyDigit.test(line)) return nothing;
  const tokens = tokensOf(line);
  const { days, times } = partsOf(tokens, options);
  if (days.length === 0) return { dates: yearAlone(tokens), times: [] };
  const free = new Set(times);
  const dates = days.map((day) => {
    const time = timeBefore(tokens, day, free, options) ?? timeAfter(tokens, day, free, options);
    if (time !== null) free.delete(time);
    return written(tokens, day, time, options);
  });
  return { dates, times: [...free].map((time) => timeOnly(tokens, time)) };
}

const timeOnly = (tokens: readonly Token[], { from, to, hour, minute, second, zone }: TimePart): WrittenDate => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
  year: null,
  month: null,
  day: null,
  hour,
  minute,
  second,
  zone: zone?.minutes == null ? null : zoneText(zone.minutes),
});

interface Parts {
  readonly days: readonly DayPart[];
  readonly times: readonly TimePart[];
}

/** Days and times where they stand, days of a range left out. */
function partsOf(tokens: readonly Token[], options: DateOptions): Parts {
  const days: DayPart[] = [];
  const times: TimePart[] = [];
  let isInRange = false;
  let last: DayPart | null = null;
  for (let at = 0; at < tokens.length; ) {
    const day = dayAt(tokens, at, options);
    const time = day === null ? timeAt(tokens, at, options.language) : null;
    if (day !== null) {
      const range = rangeFrom(tokens, day);
      const isSecond = last !== null && isJoined(tokens, last, day);
      if (last !== null && isSecond && isSameDay(last, day)) {
        const whole: DayPart = { ...day, from: last.from };
        days.splice(-1, 1, whole);
        last = whole;
        at = day.to;
        continue;
      }
      if (isSecond && !isInRange) days.pop();
      isInRange = isSecond || range > 0 || endsRangeAfter(tokens, day, times.at(-1));
      if (!isInRange) days.push(day);
      last = day;
      at = Math.max(day.to, range);
    } else if (time !== null) {
      times.push(time);
      at = time.to;
    } else at++;
  }
  return { days, times };
}

/** The same day in two calendars or ways of writing. */
const isSameDay = (a: DayPart, b: DayPart): boolean =>
  a.year !== null && a.day !== null && a.year === b.year && a.month === b.month && a.day === b.day;

const endsRangeAfter = (tokens: readonly Token[], day: DayPart, time: TimePart | undefined): boolean =>
  time?.to !== day.from - 1 && endsRange(tokens, day);

const dayAt = (tokens: readonly Token[], at: number, options: DateOptions): DayPart | null =>
  tokens[at]?.kind === 'mark'
    ? null
    : (markedAt(tokens, at) ?? numericAt(tokens, at, options) ?? spelledAt(tokens, at, options));

const timeBefore = (tokens: readonly Token[], day: DayPart, free: ReadonlySet<TimePart>, options: DateOptions) =>
  [...free].find((time) => time.to <= day.from && isGap(tokens, time.to, day.from, options)) ?? null;

const timeAfter = (tokens: readonly Token[], day: DayPart, free: ReadonlySet<TimePart>, options: DateOptions) =>
  [...free].find((time) => time.from >= day.to && isGap(tokens, day.to, time.from, options)) ?? null;

/** Whether only weekdays, marks and small words stand between two tokens. */
function isGap(tokens: readonly Token[], from: number, to: number, { language }: DateOptions): boolean {
  if (to - from > 8) return false;
  let at = from;
  while (at < to) {
    const weekday = weekdayAt(tokens, at, language);
    if (weekday !== null && weekday.to <= to) at = weekday.to;
    else if (betweenDayAndTime.has(tokens[at]?.text ?? '')) at++;
    else return false;
  }
  return true;
}

/** A line that is nothing but a year. */
function yearAlone(tokens: readonly Token[]): readonly WrittenDate[] {
  const [token] = tokens;
  const isYear = tokens.length === 1 && token?.text.length === 4 && token.value >= 1500 && token.value < 2200;
  if (token === undefined || !isYear) return [];
  const nothing = { month: null, day: null, hour: null, minute: null, second: null, zone: null };
  return [{ start: token.start, end: token.end, year: token.value, ...nothing }];
}

function written(tokens: readonly Token[], day: DayPart, time: TimePart | null, options: DateOptions): WrittenDate {
  const lateYear = day.year === null && time !== null && time.from >= day.to ? yearAfter(tokens, time.to) : null;
  const year = day.year ?? lateYear;
  const from = Math.min(weekdayBefore(tokens, day.from, options), time?.from ?? day.from);
  const to = Math.max(weekdayAfter(tokens, day.to, options), lateYear === null ? (time?.to ?? 0) : (time?.to ?? 0) + 1);
  const minutes = time?.zone?.minutes ?? (time?.zone?.region ? minutesOn(time.zone.region, { ...day, year }) : null);
  return {
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    year,
    month: day.month,
    day: day.day,
    hour: time?.hour ?? null,
    minute: time?.minute ?? null,
    second: time?.second ?? null,
    zone: minutes === null ? null : zoneText(minutes),
  };
}

/** Mail and logs write the year last: Fri Aug 26 14:05:00 2016. */
function yearAfter(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  return token?.text.length === 4 && token.value >= 1900 && token.value < 2200 ? token.value : null;
}

const aroundWeekday = new Set([',', '.', '(', '،', 'the', 'den', 'ngay', 'le', 'el', 'dnia', '-', '–', 'd']);

function weekdayBefore(tokens: readonly Token[], from: number, { language }: DateOptions): number {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const weekday = weekdayAt(tokens, at, language);
    if (weekday === null || weekday.to > from || !onlyOf(tokens, weekday.to, from)) continue;
    return weekdayAt(tokens, at - 1, language)?.to === weekday.to ? at - 1 : at;
  }
  return from;
}

function weekdayAfter(tokens: readonly Token[], to: number, { language }: DateOptions): number {
  const at = tokens[to]?.text === ',' ? to + 1 : to;
  return weekdayAt(tokens, at, language)?.to ?? to;
}

const onlyOf = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ text }) => aroundWeekday.has(text));
