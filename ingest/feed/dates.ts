import type { StatedDate } from '../../contract/model.ts';
import { monthAt } from '../parse/text/dates/month-names.ts';
import { statedDate, toStatedDate } from '../parse/text/dates/stated-date.ts';
import { tokensOf } from '../parse/text/dates/tokens.ts';
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
  /^(?:[^\s,\d]+[,.]?\s*|,\s*)?(\d{1,2})[\s.-]+(\p{L}{3,20})\.?,?[\s-]+(\d{4}|\d{2})\b(?:,?[\sT]+(\d{1,2})(?:[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d*)?)?)?\s*(am|pm)?\s*(.*))?$/iu;
const MONTH_FIRST =
  /^(?:[a-z]+,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:,|\s)\s*(?:(\d{4})\b,?\s*)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*(.*?)\s*(?:(\d{4})\s*([+-]\d{2}:?\d{2})?)?$/i;

const KOREAN =
  /^(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*일?(?:\s+(오전|오후)?\s*(\d{1,2})(?::|시\s*)(\d{2})(?:(?::|분\s*)(\d{2})초?)?분?)?$/;

/** A date as feeds write it: ISO 8601 in all its shortness, that of mail with the slips of thirty years, else as a line of text may say it. */
export function feedDate(written: string | null | undefined): StatedDate | null {
  const text =
    written
      ?.replace(/\s+/g, ' ')
      .replace(/\[[\w/+-]+\]$/, '')
      .trim() ?? '';
  if (text === '' || text.length > 120) return null;
  return (
    ofSeconds(text) ??
    ofShortIso(text) ??
    ofIso(text) ??
    ofYear(text) ??
    ofKorea(text) ??
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

/** Seconds, or thousandths, since 1970. */
function ofSeconds(text: string): StatedDate | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return null;
  return { at: Number(text.slice(0, 10)) * 1_000, precision: 'second', zone: 'Z' };
}

/** ISO 8601 with the century left out: a month `-0312`, a day `031231`, a day of the year `03335`. */
function ofShortIso(text: string): StatedDate | null {
  const [, monthsYear, month] = /^-(\d{2})-?(\d{2})?$/.exec(text) ?? [];
  if (monthsYear !== undefined) return ofIso(`${fullYear(monthsYear)}${month === undefined ? '' : `-${month}`}`);
  const [, year, ofItsYear] = /^(\d{2})-?(\d{3})$/.exec(text) ?? [];
  if (year !== undefined) return ofYear(`${fullYear(year)}-${ofItsYear}`);
  const [, daysYear, itsMonth, day] = /^(\d{2})(-?)(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01])$/.test(text)
    ? (/^(\d{2})-?(\d{2})-?(\d{2})$/.exec(text) ?? [])
    : [];
  return daysYear === undefined ? null : ofIso(`${fullYear(daysYear)}-${itsMonth}-${day}`);
}

/** Where dates are written in Korean words there is one time. */
function ofKorea(text: string): StatedDate | null {
  const [, year, month, day, half, hour, minute, second] = KOREAN.exec(text) ?? [];
  if (year === undefined || !/[\u3131-\uD7A3]/.test(text)) return null;
  return date({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour,
    minute,
    second,
    half: half && (half === '오후' ? 'pm' : 'am'),
    zone: hour === undefined ? undefined : '+0900',
  });
}

function ofMail(text: string): StatedDate | null {
  const [, day, name = '', year, hour, minute, second, half, zone] = MAIL.exec(text) ?? [];
  const month = monthNamed(name);
  if (day === undefined || month === null) return null;
  return date({ year: fullYear(year ?? ''), month, day: Number(day), hour, minute, second, half, zone });
}

/** In English, as the format has it, else in any language that is read. */
function monthNamed(name: string): number | null {
  const english = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (english > 0) return english;
  const found = monthAt(tokensOf(name), 0)?.value;
  return found?.calendar === 'gregorian' ? found.month : null;
}

function ofMonthFirst(text: string): StatedDate | null {
  const [, name = '', day, before, hour, minute, second, half, zone, after, behind] = MONTH_FIRST.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  const year = before ?? after;
  if (day === undefined || month === 0 || year === undefined) return null;
  return date({ year: Number(year), month, day: Number(day), hour, minute, second, half, zone: behind ?? zone });
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
