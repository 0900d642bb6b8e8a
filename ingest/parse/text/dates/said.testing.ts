import type { WrittenDate } from './index.ts';

const digits = (value: number | null, size: number): string =>
  value === null ? '?'.repeat(size) : String(value).padStart(size, '0');

/** A date as far as it is written: `2021-03-12T18:05+09:00`, `????-05-03`, `2020-05-??`. */
export function said(date: WrittenDate | null): string | null {
  if (date === null) return null;
  const day = `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day, 2)}`;
  if (date.hour === null) return day;
  const seconds = date.second === null ? '' : `:${digits(date.second, 2)}`;
  return `${day}T${digits(date.hour, 2)}:${digits(date.minute ?? 0, 2)}${seconds}${date.zone ?? ''}`;
}
