import { afterEach, expect, test, vi } from 'vitest';
import type { DatePrecision, StatedDate } from '../../contract/model.ts';
import { formatRowTime, formatStated, formatUntil, machineDate, readingMinutes } from './dates.ts';

const stated = (iso: string, precision: DatePrecision, zone: string | null = null): StatedDate => ({
  at: Date.parse(iso),
  precision,
  zone,
});
const now = Date.parse('2026-11-24T12:00:00Z');
const locale = 'en-GB';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['a moment today', stated('2026-11-24T09:12:00Z', 'minute', 'Z'), '09:12'],
  ['a day that is today', stated('2026-11-24T00:00:00Z', 'day'), 'Today'],
  ['yesterday', stated('2026-11-23T00:00:00Z', 'day'), 'Yesterday'],
  ['earlier this week', stated('2026-11-20T00:00:00Z', 'day'), 'Fri'],
  ['a week ago', stated('2026-11-17T00:00:00Z', 'day'), '17 Nov'],
  ['earlier this year', stated('2026-10-03T08:00:00Z', 'minute', 'Z'), '3 Oct'],
  ['a month of this year', stated('2026-03-01T00:00:00Z', 'month'), 'Mar'],
  ['this year', stated('2026-01-01T00:00:00Z', 'year'), '2026'],
  ['years ago', stated('2016-08-26T00:00:00Z', 'day'), '26 Aug 2016'],
  ['a month years ago', stated('2016-08-01T00:00:00Z', 'month'), 'Aug 2016'],
  ['only a year', stated('2016-01-01T00:00:00Z', 'year'), '2016'],
  ['a day to come', stated('2026-11-30T00:00:00Z', 'day'), '30 Nov'],
])('%s is shown as it should', (_, date, expected) => {
  vi.stubEnv('TZ', 'UTC');
  expect(formatRowTime(date, now, now, locale)).toBe(expected);
});

test('an undated article shows when it was added', () => {
  vi.stubEnv('TZ', 'UTC');
  expect(formatRowTime(null, Date.parse('2026-11-24T08:40:00Z'), now, locale)).toBe('08:40');
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata', 'UTC'])('a day is that day in %s', (zone) => {
  vi.stubEnv('TZ', zone);
  expect(formatStated(stated('2016-08-26T00:00:00Z', 'day'), 'en-GB')).toMatch(/^Friday,? 26 August 2016$/);
  expect(formatStated(stated('2016-08-01T00:00:00Z', 'month'), 'en-GB')).toBe('August 2016');
  expect(formatStated(stated('2016-01-01T00:00:00Z', 'year'), 'en-GB')).toBe('2016');
});

test('a time without a zone is the time as written, wherever it is read', () => {
  vi.stubEnv('TZ', 'America/New_York');
  expect(formatStated(stated('2016-08-26T23:30:00Z', 'minute'), 'en-GB')).toMatch(/^Friday,? 26 August 2016, 23:30$/);
});

test('dates speak the reader’s language', () => {
  expect(formatStated(stated('2016-08-26T00:00:00Z', 'day'), 'de')).toBe('Freitag, 26. August 2016');
});

test.each([
  ['year', '2016'],
  ['month', '2016-08'],
  ['day', '2016-08-26'],
  ['minute', '2016-08-26T07:30Z'],
  ['second', '2016-08-26T07:30:15Z'],
] satisfies [DatePrecision, string][])('for machines a %s says no more than was stated', (precision, expected) => {
  expect(machineDate(stated('2016-08-26T07:30:15Z', precision, 'Z'))).toBe(expected);
});

test('reading takes at least a minute', () => {
  expect([0, 200, 690].map(readingMinutes)).toEqual([1, 1, 3]);
});

test('a number that is no date is shown as none, and breaks nothing', () => {
  const broken: StatedDate = { at: 9e15, precision: 'day', zone: null };
  expect([formatRowTime(broken, now, now, locale), formatStated(broken, locale), machineDate(broken)]).toEqual([
    '',
    '',
    '',
  ]);
});

test('when something ends is told with its zone', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(formatUntil(stated('2026-03-04T06:00:00Z', 'minute', 'Z'), locale)).toMatch(
    /^4 March 2026, 07:00 (CET|GMT\+1)$/,
  );
  expect(formatUntil(stated('2026-03-04T06:00:00Z', 'second'), locale)).toBe('4 March 2026, 06:00');
  expect(formatUntil(stated('2026-03-04T00:00:00Z', 'day'), locale)).toBe('4 March 2026');
});
