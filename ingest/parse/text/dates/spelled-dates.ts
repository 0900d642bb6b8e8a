import { exists, fullYear, toGregorian } from './calendars.ts';
import { habitOf } from './habits.ts';
import { type MonthName, monthAt } from './month-names.ts';
import type { Token } from './tokens.ts';
import type { DateOptions, DayPart } from './written-date.ts';

/** What makes a number a day: 1st, 1er, 3-го, 12-én, 1º. */
const ordinals = new Set(
  'st nd rd th er re ere e eme o a η ησ ο го е ое ого га an en ten in jen n den te de ste ki ei aan na'.split(' '),
);
/** Small words and marks between month and day. */
const beforeDay = new Set(['.', '-', '/', 'the', ',']);
/** And between day and month. */
const beforeMonth = new Set(', . - – / de d of den the ta του da من ngay thang'.split(' '));
/** And between month and year. */
const beforeYear = new Set(", ، . - – / ' ’ ` de del of nam ปี พ ค ศ m in anul".split(' '));
/** And after the year: what `year` is called or shortened to. */
const afterYear = new Set('г года год р року рік r roku y יוליאני م هـ'.split(' '));

/** A date with the month in words that begins at a token: 3 May 2020, May 3, 2020, 2021. április 12., May 2020. */
export const spelledAt = (tokens: readonly Token[], at: number, options: DateOptions): DayPart | null =>
  tokens[at]?.kind === 'number'
    ? (dayFirst(tokens, at) ?? yearFirst(tokens, at, options))
    : tokens[at]?.kind === 'word'
      ? monthFirst(tokens, at, options)
      : null;

function dayFirst(tokens: readonly Token[], at: number): DayPart | null {
  const day = dayAt(tokens, at);
  if (day === null) return null;
  const name = monthAfter(tokens, day.to);
  if (name === null) return null;
  const year = yearAt(tokens, name.to, name.value);
  return part(name.value, at, year?.to ?? name.to, year?.value ?? null, day.value, tokens);
}

function yearFirst(tokens: readonly Token[], at: number, { language }: DateOptions): DayPart | null {
  if (tokens[at]?.text.length !== 4) return null;
  const name = monthAfter(tokens, at + 1);
  const day = name === null ? null : dayAt(tokens, skip(tokens, name.to, beforeMonth, 1));
  if (name === null) return null;
  if (day === null) {
    const isHabit = habitOf(language) === 'ymd' && name.value.languages.includes(language ?? '');
    return isHabit ? part(name.value, at, name.to, tokens[at]?.value ?? null, null, tokens) : null;
  }
  const dot = tokens[day.to]?.text === '.' && !tokens[day.to]?.isApart ? 1 : 0;
  return part(name.value, at, day.to + dot, tokens[at]?.value ?? null, day.value, tokens);
}

function monthFirst(tokens: readonly Token[], at: number, { language }: DateOptions): DayPart | null {
  const name = monthAt(tokens, at);
  if (name === null) return null;
  const next = skip(tokens, name.to, beforeDay, 2);
  const day = dayAt(tokens, next);
  if (day !== null && !isTime(tokens, next)) {
    const year = yearAt(tokens, day.to, name.value);
    if (year === null && dayFirst(tokens, next) !== null) return null;
    return part(name.value, at, year?.to ?? day.to, year?.value ?? null, day.value, tokens);
  }
  const year = yearAt(tokens, name.to, name.value);
  const isOwn = language === null || name.value.languages.includes(language);
  if (year === null || !isOwn || isAfterDay(tokens, at)) return null;
  return part(name.value, at, year.to, year.value, null, tokens);
}

/** 31 June 2020 is no day, and not June 2020 either. */
function isAfterDay(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const number = before?.text === '.' && !before.isApart ? tokens[at - 2] : before;
  return number?.kind === 'number' && number.text.length <= 2;
}

/** A day of the month, its ordinal included. */
function dayAt(tokens: readonly Token[], at: number): { readonly to: number; readonly value: number } | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length > 2 || token.value < 1 || token.value > 31) return null;
  const next = tokens[at + 1];
  if (next === undefined) return { to: at + 1, value: token.value };
  if (!next.isApart && (next.text === '°' || (next.kind === 'word' && ordinals.has(next.text))))
    return { to: at + 2, value: token.value };
  const suffix = tokens[at + 2];
  if (
    (next.text === '-' || next.text === ':') &&
    !next.isApart &&
    suffix?.kind === 'word' &&
    !suffix.isApart &&
    ordinals.has(suffix.text)
  )
    return { to: at + 3, value: token.value };
  return { to: at + 1, value: token.value };
}

function monthAfter(tokens: readonly Token[], at: number) {
  for (let next = at; next <= at + 2; next++) {
    const name = monthAt(tokens, next);
    if (name !== null) return twin(tokens, name);
    if (!beforeMonth.has(tokens[next]?.text ?? '')) return null;
  }
  return null;
}

/** Arabic papers name a month twice: حزيران/يونيو. */
function twin(tokens: readonly Token[], name: { readonly to: number; readonly value: MonthName }) {
  const isSlash = tokens[name.to]?.text === '/' || tokens[name.to]?.text === '(';
  const second = isSlash ? monthAt(tokens, name.to + 1) : null;
  if (second?.value.month !== name.value.month) return name;
  return { to: second.to + (tokens[second.to]?.text === ')' ? 1 : 0), value: name.value };
}

/** The year after a month, with what stands before and after it. */
function yearAt(
  tokens: readonly Token[],
  at: number,
  name: MonthName,
): { readonly to: number; readonly value: number } | null {
  const next = skip(tokens, at, beforeYear, 4);
  const token = tokens[next];
  if (token?.kind !== 'number' || isTime(tokens, next)) return null;
  const before = tokens[next - 1];
  const language = shorteningLanguage(name);
  const isLate = language !== null && token.value >= 40;
  const isShort = token.text.length === 2 && (isLate || isApostrophe(before) || isGluedBy(before, token));
  if (token.text.length !== 4 && !isShort) return null;
  const value = isShort ? fullYear(token.value, language) : token.value;
  if (value < 1000 || value > 2600) return null;
  const isWord = afterYear.has(tokens[next + 1]?.text ?? '');
  const isDot = isWord && tokens[next + 2]?.text === '.' && !tokens[next + 2]?.isApart;
  return { to: next + 1 + (isWord ? 1 : 0) + (isDot ? 1 : 0), value };
}

/** Where months tell that a year of two digits is no day: 23 พ.ค. 61, ۵ دی ۹۹. */
const shorteningLanguage = ({ calendar, languages }: MonthName): string | null =>
  calendar === 'solar-hijri' ? 'fa' : languages.includes('th') ? 'th' : null;

const isApostrophe = (token: Token | undefined): boolean => token?.text === "'" || token?.text === '’';
const isGluedBy = (before: Token | undefined, token: Token): boolean =>
  (before?.text === '-' || before?.text === '/') && !before.isApart && !token.isApart;

/** Whether the number at a token is the hour of a time. */
const isTime = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === ':' && tokens[at + 1]?.isApart === false && tokens[at + 2]?.kind === 'number';

function skip(tokens: readonly Token[], at: number, words: ReadonlySet<string>, most: number): number {
  let next = at;
  while (next < at + most && words.has(tokens[next]?.text ?? '')) next++;
  return next;
}

function part(
  name: MonthName,
  from: number,
  to: number,
  year: number | null,
  day: number | null,
  tokens: readonly Token[],
): DayPart | null {
  const calendar =
    name.calendar === 'gregorian' && year !== null && year >= 2400 && name.languages.includes('th')
      ? 'buddhist'
      : name.calendar;
  const gregorian = toGregorian(calendar, { year, month: name.month, day });
  if (gregorian === null || !exists(gregorian) || tokens[from] === undefined) return null;
  return { from, to, ...gregorian };
}
