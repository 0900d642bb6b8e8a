import type { CalendarDay } from './calendars.ts';
import type { Region } from './written-date.ts';

/**
 * Minutes east of Greenwich on a day in a region that changes its clocks; null where the rule does not say:
 * on the days of the change, and before the years it has held.
 */
export function minutesOn(region: Region, { year, month, day }: CalendarDay): number | null {
  if (year === null || month === null || day === null) return null;
  const change = changes(region.rule, year);
  if (change === null) return null;
  const at = month * 100 + day;
  if (at === change.spring || at === change.autumn) return null;
  return region.standard + (at > change.spring && at < change.autumn ? 60 : 0);
}

/** The days the clocks change, as month * 100 + day. */
function changes(rule: Region['rule'], year: number): { readonly spring: number; readonly autumn: number } | null {
  switch (rule) {
    case 'us':
      if (year >= 2007) return { spring: 300 + sundayFrom(year, 3, 8), autumn: 1100 + sundayFrom(year, 11, 1) };
      return year >= 1987 ? { spring: 400 + sundayFrom(year, 4, 1), autumn: 1000 + sundayFrom(year, 10, 25) } : null;
    case 'eu':
      return year >= 1996 ? { spring: 300 + sundayFrom(year, 3, 25), autumn: 1000 + sundayFrom(year, 10, 25) } : null;
    case 'il':
      return year >= 2013
        ? { spring: 300 + sundayFrom(year, 3, 25) - 2, autumn: 1000 + sundayFrom(year, 10, 25) }
        : null;
  }
}

/** The first Sunday on or after a day of a month. */
function sundayFrom(year: number, month: number, day: number): number {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return day + ((7 - weekday) % 7);
}
