import type { StatedDate } from '../../contract/model.ts';
import { statedDate, toStatedDate } from '../parse/text/dates/stated-date.ts';
import { abbreviations } from '../parse/text/dates/zone-names.ts';
import { zoneText } from '../parse/text/dates/zones.ts';

/** Minutes east of Greenwich by names that only feeds and old mail use, those of half the year left out of them, and letters of the military. */
const ZONES: Readonly<Record<string, number>> = {
  ET: -300,
  CT: -360,
  MT: -420,
  PT: -480,
  AT: -240,
  MET: 60,
  MEST: 120,
  MSD: 240,
  A: -60,
  N: 60,
  M: -720,
  Y: 720,
};
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const ISO =
  /^([+-]?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[Tt\s]\s*(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d*)?)?)?\s*(.*))?$/;
const OF_YEAR = /^(\d{4})-?(\d{3})(?:[Tt\s](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d*)?)?\s*(.*))?$/;
const MAIL =
  /^(?:[^\s,\d]+[,.]?\s*|,\s*)?(\d{1,2})[\s.-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})\b(?:,?[\sT]+(\d{1,2})(?:[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d*)?)?)?\s*(am|pm)?\s*(.*))?$/i;
const MONTH_FIRST =
  /^(?:[a-z]+,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:,|\s)\s*(?:(\d{4})\b,?\s*)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*(.*?)\s*(\d{4})?$/i;

/** A date as feeds write it: ISO 8601 in all its shortness, that of mail with the slips of thirty years, else as a line of text may say it. */
export function feedDate(written: string | null | undefined): StatedDate | null {
  const text = written?.replace(/\s+/g, ' ').trim() ?? '';
  if (text === '' || text.length > 120) return null;
  return (
    ofIso(text) ??
    ofYear(text) ??
    ofMail(text) ??
    ofMonthFirst(text) ??
    (/\d/.test(text) && !isBroken(text) ? statedDate(text) : null)
  );
}

/** In the shape of ISO 8601 or mail, but of no day: nothing is made up from the rest of it. */
const isBroken = (text: string): boolean =>
  /^\d{4}-(?:\d\d|[a-z]{2})-\d\d/i.test(text) || MAIL.test(text) || /[+-]\d\d:[a-z]/i.test(text);

interface Parts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly half?: string | undefined;
  readonly zone: string | undefined;
}

function ofIso(text: string): StatedDate | null {
  const [, year, month, day, hour, minute, second, zone] = ISO.exec(text) ?? [];
  if (year === undefined) return null;
  return date({
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
    hour,
    minute,
    second,
    zone,
  });
}

function ofYear(text: string): StatedDate | null {
  const [, year, day, hour, minute, second, zone] = OF_YEAR.exec(text) ?? [];
  if (year === undefined || Number(day) < 1 || Number(day) > 366) return null;
  const first = new Date(Date.UTC(Number(year), 0, Number(day)));
  return date({
    year: Number(year),
    month: first.getUTCMonth() + 1,
    day: first.getUTCDate(),
    hour,
    minute,
    second,
    zone,
  });
}

function ofMail(text: string): StatedDate | null {
  const [, day, name = '', year, hour, minute, second, half, zone] = MAIL.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (day === undefined || month === 0) return null;
  return date({ year: fullYear(year ?? ''), month, day: Number(day), hour, minute, second, half, zone });
}

function ofMonthFirst(text: string): StatedDate | null {
  const [, name = '', day, before, hour, minute, second, half, zone, after] = MONTH_FIRST.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  const year = before ?? after;
  if (day === undefined || month === 0 || year === undefined) return null;
  return date({ year: Number(year), month, day: Number(day), hour, minute, second, half, zone });
}

/** Two digits are of the hundred years that were half over in 2020. */
const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);

function date({ year, month, day, hour, minute, second, half, zone }: Parts): StatedDate | null {
  const written = { start: 0, end: 0, year, month, day, hour: null, minute: null, second: null, zone: null };
  if (hour === undefined) return toStatedDate(written, null);
  const [h, m, s] = [Number(hour), Number(minute ?? 0), Number(second ?? 0)];
  const at = half === undefined ? h : (h % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (at > 24 || m > 59 || s > 60) return null;
  const offset = offsetOf(zone ?? '');
  if (offset === undefined) return null;
  return toStatedDate(
    {
      ...written,
      hour: at,
      minute: m,
      second: second === undefined ? null : s,
      zone: offset === null ? null : zoneText(offset),
    },
    null,
  );
}

/** In minutes; null where none is named, undefined for what cannot be one. */
function offsetOf(written: string): number | null | undefined {
  const text = written.replace(/\(.*\)$/, '').trim();
  if (text === '') return null;
  const [, name = '', sign, hours, minutes = '0'] =
    /^(?:Etc\/)?([a-z]*)\s*(?:([+-]|−)\s*(\d{1,2}):?(\d{2})?)?$/i.exec(text) ??
    /^()([+-])(\d{1,2})(\d{2})\b.*$/.exec(text) ??
    [];
  if (sign !== undefined) {
    if (Number(hours) > 18 || Number(minutes) > 59) return undefined;
    return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  }
  const known = name.toUpperCase();
  const minutesEast = abbreviations.get(known) ?? ZONES[known];
  if (minutesEast !== undefined) return minutesEast;
  return /^[a-z]{1,5}$/i.test(name) ? null : undefined;
}
