import type { EpochMs, StatedDate } from '../../contract/model.ts';

const DAY_MS = 86_400_000;

/** The furthest moment a Date can hold; a number beyond it is no date, and is shown as none. */
const FURTHEST_MS = 8.64e15;
const isDate = (at: EpochMs) => Math.abs(at) <= FURTHEST_MS;

/** Making a formatter is dear, and a list makes hundreds of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();
function format(at: EpochMs, locale: string, options: Intl.DateTimeFormatOptions): string {
  if (!isDate(at)) return '';
  const key = `${locale}${JSON.stringify(options)}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, formatter);
  return formatter.format(at);
}

/**
 * A stated date counts in UTC unless it names a moment: a day is that day in every time zone, and a time without a zone
 * is the clock on the wall where it was written.
 */
const isMoment = ({ precision, zone }: StatedDate) =>
  (precision === 'minute' || precision === 'second') && zone !== null;
const hasTime = ({ precision }: StatedDate) => precision === 'minute' || precision === 'second';

/** Midnight UTC of the calendar day on which `at` falls for the reader. */
function localDay(at: EpochMs): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

const utcDay = (at: EpochMs) => Math.floor(at / DAY_MS) * DAY_MS;

/**
 * When an article is from, coarser with age: 09:12, Yesterday, Fri, 3 Oct, 3 Oct 2016. Takes the published date when one is
 * stated, else the date added. Never finer than what was stated.
 */
export function formatRowTime(published: StatedDate | null, addedAt: EpochMs, now: EpochMs, locale: string): string {
  const date = published ?? ({ at: addedAt, precision: 'minute', zone: 'Z' } satisfies StatedDate);
  const zone: Intl.DateTimeFormatOptions = isMoment(date) ? {} : { timeZone: 'UTC' };
  const today = localDay(now);
  const day = isMoment(date) ? localDay(date.at) : utcDay(date.at);
  const isThisYear = new Date(day).getUTCFullYear() === new Date(today).getUTCFullYear();

  const year: Intl.DateTimeFormatOptions = isThisYear ? {} : { year: 'numeric' };
  if (date.precision === 'year') return format(date.at, locale, { ...zone, year: 'numeric' });
  if (date.precision === 'month') return format(date.at, locale, { ...zone, ...year, month: 'short' });
  if (!isThisYear) return format(date.at, locale, { ...zone, ...year, day: 'numeric', month: 'short' });
  const age = Math.round((today - day) / DAY_MS);
  if (age === 0 && hasTime(date))
    return format(date.at, locale, { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (age === 0 || age === 1) return relativeDay(-age, locale);
  if (age > 1 && age < 7) return format(date.at, locale, { ...zone, weekday: 'short' });
  return format(date.at, locale, { ...zone, day: 'numeric', month: 'short' });
}

function relativeDay(days: number, locale: string): string {
  const text = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** A stated date in full, to the precision it was stated with. */
export function formatStated(date: StatedDate, locale: string): string {
  const zone: Intl.DateTimeFormatOptions = isMoment(date) ? {} : { timeZone: 'UTC' };
  if (date.precision === 'year') return format(date.at, locale, { ...zone, year: 'numeric' });
  if (date.precision === 'month') return format(date.at, locale, { ...zone, year: 'numeric', month: 'long' });
  const day = format(date.at, locale, { ...zone, dateStyle: 'full' });
  return hasTime(date) ? `${day}, ${format(date.at, locale, { ...zone, timeStyle: 'short' })}` : day;
}

/** When something ends, to the minute and with the zone it is told in: what is due must not be read an hour wrong. */
export function formatUntil(date: StatedDate, locale: string): string {
  const zone: Intl.DateTimeFormatOptions = isMoment(date) ? {} : { timeZone: 'UTC' };
  const day = format(date.at, locale, { ...zone, day: 'numeric', month: 'long', year: 'numeric' });
  if (!hasTime(date)) return day;
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const named: Intl.DateTimeFormatOptions = date.zone === null ? {} : { timeZoneName: 'short' };
  return `${day}, ${format(date.at, locale, { ...zone, ...clock, ...named })}`;
}

/** A moment of this computer's own: when something was added or imported. */
export const formatMoment = (at: EpochMs, locale: string): string =>
  format(at, locale, { dateStyle: 'medium', timeStyle: 'short' });

/** A stated date for machines, no finer than it was stated. */
export function machineDate({ at, precision, zone }: StatedDate): string {
  if (!isDate(at)) return '';
  const iso = new Date(at).toISOString();
  const length = { year: 4, month: 7, day: 10, minute: 16, second: 19 }[precision];
  return iso.slice(0, length) + (zone !== null && length > 10 ? 'Z' : '');
}

const WORDS_PER_MINUTE = 230;

/** How long reading takes, in whole minutes, at least one. */
export const readingMinutes = (wordCount: number): number => Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE));
