/** How the years of a written date are counted. */
export type Calendar = 'gregorian' | 'solar-hijri' | 'buddhist';

/** A day of the calendar as numbers; a year-only or month-only date has nulls. */
export interface CalendarDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const dayMs = 86_400_000;

/** The Gregorian day of a day in another calendar; null where it cannot be told. */
export function toGregorian(calendar: Calendar, { year, month, day }: CalendarDay): CalendarDay | null {
  if (calendar === 'buddhist') return { year: year === null ? null : year - 543, month, day };
  if (calendar === 'gregorian') return { year, month, day };
  if (year === null || month === null || day === null) return null;
  if (month < 1 || month > 12 || day > solarHijriDays(year, month)) return null;
  const at = new Date(nowruz(year) + ((month - 1) * 30 + Math.min(month - 1, 6) + day - 1) * dayMs);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** Remainders by 33 of the years that have 366 days, as the calendar has been reckoned since 1925. */
const leapRemainders = new Set([1, 5, 9, 13, 17, 22, 26, 30]);
const isSolarHijriLeap = (year: number): boolean => leapRemainders.has(year % 33);
const solarHijriDays = (year: number, month: number): number =>
  month <= 6 ? 31 : month <= 11 || isSolarHijriLeap(year) ? 30 : 29;

/** 1 Farvardin of a year: 1400 began on 21 March 2021. */
function nowruz(year: number): number {
  let days = 0;
  for (let y = Math.min(year, 1400); y < Math.max(year, 1400); y++) days += isSolarHijriLeap(y) ? 366 : 365;
  return Date.UTC(2021, 2, 21) + (year < 1400 ? -days : days) * dayMs;
}

/** Whether the day exists in the Gregorian calendar, as far as it is written: 29 February needs a year that has one. */
export function exists({ year, month, day }: CalendarDay): boolean {
  if (year !== null && (year < 1000 || year > 2199)) return false;
  if (month === null) return true;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= daysIn(year ?? 2000, month));
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The year a date with two digits means, in the calendar its language counts years by. */
export function fullYear(value: number, language: string | null = null): number {
  if (language === 'th' && value >= 40) return 2500 + value;
  if (language === 'fa') return value < 50 ? 1400 + value : 1300 + value;
  return value < 70 ? 2000 + value : 1900 + value;
}
