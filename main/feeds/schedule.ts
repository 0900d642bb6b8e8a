import type { EpochMs } from '../../contract/model.ts';
import type { ScheduleHints } from '../../ingest/feed/hints.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** No feed is asked more often than that, whatever it or anybody says. */
export const FLOOR_MS = HOUR_MS;
/** And none less often, unless its person wants that. */
const CEILING_MS = DAY_MS;
/** What a client has done wrong is not mended by asking again. */
const REFUSED_MS = 2 * DAY_MS;
/** Of the time there is between two of its entries, so much passes between two looks. */
const LOOKS_PER_ENTRY = 4;
const WEEK_MS = 7 * DAY_MS;
/** At most this part of the time is added by chance, so that what was asked together is not always asked together. */
const JITTER = 0.1;

/** What there is to say of when a feed is to be asked next. */
export interface Rhythm {
  readonly now: EpochMs;
  readonly hints: ScheduleHints | null;
  /** How long the answer is good for, as its server says. */
  readonly maxAgeSeconds: number | null;
  readonly expiresAt: EpochMs | null;
  /** Of the last weeks; null when it has not been asked before. */
  readonly entriesPerWeek: number | null;
  /** What its person wants. */
  readonly intervalMinutes: number | null;
  /** 0 to 1. */
  readonly chance: number;
}

/** When a feed that was asked in vain or not is asked again: never sooner than it, its server or its person wants, and an hour at least. */
export function nextLook(rhythm: Rhythm): EpochMs {
  const { now, hints, maxAgeSeconds, expiresAt, entriesPerWeek, intervalMinutes, chance } = rhythm;
  const wanted = [
    (maxAgeSeconds ?? 0) * 1_000,
    expiresAt === null ? 0 : expiresAt - now,
    (hints?.ttlMinutes ?? 0) * MINUTE_MS,
    (hints?.updateMinutes ?? 0) * MINUTE_MS,
  ];
  const itsOwn = intervalMinutes === null ? ownRhythm(entriesPerWeek) : intervalMinutes * MINUTE_MS;
  const said = Math.min(Math.max(...wanted, 0), CEILING_MS);
  const pause = Math.max(FLOOR_MS, itsOwn, said);
  return awake(later(now, pause, chance), hints);
}

function ownRhythm(entriesPerWeek: number | null): number {
  if (entriesPerWeek === null) return FLOOR_MS;
  if (entriesPerWeek === 0) return CEILING_MS;
  return Math.min(WEEK_MS / entriesPerWeek / LOOKS_PER_ENTRY, CEILING_MS);
}

/** The first hour from then on in which it says that something may come; any, when it says that of none. */
function awake(at: EpochMs, hints: ScheduleHints | null): EpochMs {
  const [hours, days] = [new Set(hints?.skipHours), new Set(hints?.skipDays)];
  if (hours.size === 0 && days.size === 0) return at;
  const isAsleep = (time: EpochMs) => hours.has(new Date(time).getUTCHours()) || days.has(new Date(time).getUTCDay());
  for (let time = at, nth = 0; nth <= 7 * 24; nth++) {
    if (!isAsleep(time)) return time;
    time = Math.floor(time / HOUR_MS + 1) * HOUR_MS;
  }
  return at;
}

/** How it failed. */
export interface Failure {
  readonly now: EpochMs;
  readonly code: string;
  /** In a row, this one counted. */
  readonly failures: number;
  /** What its server asked for. */
  readonly retryAt: EpochMs | null;
  readonly chance: number;
}

/** When a feed that could not be fetched is tried again; null: not before somebody asks. */
export function nextTry({ now, code, failures, retryAt, chance }: Failure): EpochMs | null {
  if (code === 'gone' || code === 'bad-address' || code === 'private-address') return null;
  if (REFUSALS.has(code)) return later(now, REFUSED_MS, chance);
  const pause = later(now, Math.min(FLOOR_MS * 2 ** Math.min(failures - 1, 10), CEILING_MS), chance);
  return Math.max(pause, retryAt ?? 0);
}

const REFUSALS: ReadonlySet<string> = new Set(['not-found', 'refused', 'http']);

const later = (now: EpochMs, pause: number, chance: number): EpochMs =>
  Math.round(now + pause + pause * JITTER * Math.min(Math.max(chance, 0), 1));
