import type { StatedDate } from '../../../../contract/model.ts';
import { exists } from './calendars.ts';
import type { WrittenDate } from './written-date.ts';
import { writtenDates } from './written-dates.ts';

/**
 * A written date as the model keeps it, as far as it is stated. `year` completes a day and a month without one;
 * null when no year is known or the day does not exist.
 */
export function toStatedDate(date: WrittenDate, year: number | null): StatedDate | null {
  const full = { year: date.year ?? year, month: date.month, day: date.day };
  if (full.year === null || !exists(full)) return null;
  const day = Date.UTC(full.year, (full.month ?? 1) - 1, full.day ?? 1);
  if (full.month === null) return { at: day, precision: 'year', zone: null };
  if (full.day === null) return { at: day, precision: 'month', zone: null };
  if (date.hour === null) return { at: day, precision: 'day', zone: null };
  const time = ((date.hour * 60 + (date.minute ?? 0)) * 60 + (date.second ?? 0)) * 1000;
  const precision = date.second === null ? 'minute' : 'second';
  return { at: day + time - offsetMs(date.zone), precision, zone: date.zone };
}

function offsetMs(zone: string | null): number {
  if (zone === null || zone === 'Z') return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

const monthOnly = /^(\d{4})-(\d{2})$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?=$|Z|[+-])/;

/** Reads a date that a field states, in any of the forms a line may, ISO 8601 and RFC 822 included. */
export function statedDate(text: string | null): StatedDate | null {
  if (text === null) return null;
  const plain = text.trim().replace(monthOnly, '$1年$2月').replace(compact, spaced);
  const [date] = writtenDates(plain, { order: null, language: null });
  return date === undefined ? null : toStatedDate(date, null);
}

const spaced = (_: string, y: string, m: string, d: string, h?: string, min?: string, s?: string): string =>
  `${y}-${m}-${d}${h === undefined ? '' : `T${h}:${min}${s === undefined ? '' : `:${s}`}`}`;
