import { textIn } from '../xml/find.ts';
import { type Fields, fieldsOf } from './place.ts';

/** What a feed says of when to ask for it. */
export interface ScheduleHints {
  /** How long it may be kept before it is asked for again (`ttl`). */
  readonly ttlMinutes: number | null;
  /** Between two changes, as it says itself (`sy:updatePeriod` by `sy:updateFrequency`). */
  readonly updateMinutes: number | null;
  /** Hours of the day, 0 to 23, in which nothing new comes: in UTC. */
  readonly skipHours: readonly number[];
  /** Days of the week, 0 for Sunday, on which nothing new comes: in UTC. */
  readonly skipDays: readonly number[];
}

export const NO_HINTS: ScheduleHints = { ttlMinutes: null, updateMinutes: null, skipHours: [], skipDays: [] };

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

const DAYS = 'sun mon tue wed thu fri sat'.split(' ');

export function hintsIn(channel: Fields): ScheduleHints {
  const period = PERIODS[channel.text('sy:updateperiod')?.toLowerCase() ?? ''];
  const times = wholeNumber(channel.text('sy:updatefrequency')) ?? 1;
  return {
    ttlMinutes: wholeNumber(channel.text('ttl')),
    updateMinutes: period === undefined ? null : Math.max(1, Math.round(period / times)),
    skipHours: listed(channel, 'skiphours', 'hour', hourOf),
    skipDays: listed(channel, 'skipdays', 'day', dayOf),
  };
}

/** Above zero; null for what is none. */
function wholeNumber(written: string | null): number | null {
  const number = /^\d{1,9}$/.test(written ?? '') ? Number(written) : 0;
  return number > 0 ? number : null;
}

function listed(
  channel: Fields,
  list: string,
  each: string,
  read: (written: string) => readonly number[],
): readonly number[] {
  const places = channel.all(list).flatMap((place) => fieldsOf(place).all(each));
  return [...new Set(places.flatMap(({ element }) => read(textIn(element).trim().toLowerCase())))];
}

/** Old feeds count from 1 to 24. */
function hourOf(written: string): readonly number[] {
  const hour = /^\d{1,2}$/.test(written) ? Number(written) : -1;
  return hour >= 0 && hour <= 24 ? [hour % 24] : [];
}

function dayOf(written: string): readonly number[] {
  const day = DAYS.indexOf(written.slice(0, 3));
  return day < 0 ? [] : [day];
}
