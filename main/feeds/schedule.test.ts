import { describe, expect, test } from 'vitest';
import { NO_HINTS, type ScheduleHints } from '../../ingest/feed/hints.ts';
import { nextLook, nextTry, type Rhythm } from './schedule.ts';

/** A Thursday, in the middle of the day. */
const NOW = Date.UTC(2026, 0, 15, 12);
const HOUR = 3_600_000;

const hoursUntil = (at: number | null) => (at === null ? null : (at - NOW) / HOUR);
const look = (rhythm: Partial<Rhythm> & { readonly said?: Partial<ScheduleHints> } = {}) => {
  const { said, ...rest } = rhythm;
  return hoursUntil(
    nextLook({
      ...{ now: NOW, hints: said ? { ...NO_HINTS, ...said } : null, maxAgeSeconds: null, expiresAt: null },
      ...{ entriesPerWeek: null, intervalMinutes: null, chance: 0 },
      ...rest,
    }),
  );
};

describe('a feed is asked again', () => {
  test.each<[string, Parameters<typeof look>[0], number]>([
    ['after an hour when nothing is known of it', {}, 1],
    ['not sooner than its answer grows old', { maxAgeSeconds: 3 * 3_600 }, 3],
    ['not sooner than its answer expires', { expiresAt: NOW + 5 * HOUR }, 5],
    ['not sooner than it says itself', { said: { ttlMinutes: 240 } }, 4],
    ['not sooner than it changes, as it says', { said: { updateMinutes: 720 } }, 12],
    ['after the longest of all that', { maxAgeSeconds: 60, said: { ttlMinutes: 120, updateMinutes: 60 } }, 2],
    ['within a day, whatever its server says', { maxAgeSeconds: 31_536_000 }, 24],
    [
      'no sooner than an hour, whatever is said',
      { maxAgeSeconds: 5, said: { ttlMinutes: 1 }, entriesPerWeek: 5_000 },
      1,
    ],
    ['by its own rhythm', { entriesPerWeek: 7 }, 6],
    ['once a day when nothing comes any more', { entriesPerWeek: 0 }, 24],
    ['as often as its person wants', { intervalMinutes: 90, entriesPerWeek: 0 }, 1.5],
    ['as seldom as its person wants', { intervalMinutes: 10_080 }, 168],
    ['not as often as its person wants when its server says no', { intervalMinutes: 60, maxAgeSeconds: 7_200 }, 2],
    ['not in hours in which nothing comes', { said: { skipHours: [13, 14, 15] } }, 4],
    ['not on days on which nothing comes', { maxAgeSeconds: 24 * 3_600, said: { skipDays: [5, 6, 0] } }, 84],
    ['after all when it says that nothing ever comes', { said: { skipDays: [0, 1, 2, 3, 4, 5, 6] } }, 1],
    ['a little later by chance, and never sooner', { chance: 1 }, 1.1],
  ])('%s', (_, rhythm, hours) => {
    expect(look(rhythm)).toBeCloseTo(hours, 6);
  });
});

describe('a feed that failed is tried again', () => {
  const tried = (code: string, failures = 1, retryAt: number | null = null) =>
    hoursUntil(nextTry({ now: NOW, code, failures, retryAt, chance: 0 }));

  test('less and less often while its server or the way to it fails', () => {
    expect([1, 2, 3, 5, 6, 99].map((failures) => tried('server-error', failures))).toEqual([1, 2, 4, 16, 24, 24]);
    expect(tried('connection', 2)).toBe(2);
  });

  test('not before its server says, however long that is', () => {
    expect(tried('too-many-requests', 1, NOW + 100 * HOUR)).toBe(100);
    expect(tried('too-many-requests', 1, NOW + 5_000)).toBe(1);
  });

  test('after two days when it is not there or lets nobody in', () => {
    expect(['not-found', 'refused', 'http'].map((code) => tried(code))).toEqual([48, 48, 48]);
  });

  test('never when it is gone, or may not be asked', () => {
    expect(['gone', 'bad-address', 'private-address'].map((code) => tried(code))).toEqual([null, null, null]);
  });
});
