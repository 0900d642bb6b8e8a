import { expect, test } from 'vitest';
import type { TripProgress } from '../../../contract/trip.ts';
import { tripWords } from './trip-words.ts';

const progress: TripProgress = {
  plan: { scope: { feeds: null }, hours: 2, megabytes: null, isSynced: true },
  ...{ state: 'running', articles: 1, minutes: 61.4, bytes: 2_000_000, end: null, missing: [], missingCount: 0 },
};

test('a trip says what is ready, how it ended and what is missing', () => {
  expect(tripWords(progress)).toMatch(/^Ready so far: 1 article, 1 h 1 min of reading, /);
  expect(tripWords({ ...progress, state: 'done', end: 'hours', minutes: 59 })).toMatch(
    /59 min of reading.* That is enough\.$/,
  );
  expect(tripWords({ ...progress, state: 'done', end: 'all', missingCount: 2 })).toMatch(
    /There is no more to be had\. 2 articles could not be made ready\.$/,
  );
});
