import { expect, test } from 'vitest';
import type { Usage } from './model.ts';
import { usageMark } from './usage.ts';

const usage = (stated: Partial<Usage>): Usage => ({
  ...{ status: 'usable', embargoedUntil: null, note: null, revision: null, isCorrection: false },
  ...stated,
});
const SIX = Date.UTC(2026, 2, 4, 6);
const until = { at: SIX, precision: 'minute', zone: 'Z' } as const;

test.each([
  ['of no agency', null, null],
  ['usable', usage({ note: 'Pictures later' }), null],
  ['corrected', usage({ isCorrection: true }), 'corrected'],
  ['killed, although it is a correction', usage({ status: 'canceled', isCorrection: true }), 'killed'],
  ['withheld, although an embargo is over', usage({ status: 'withheld', embargoedUntil: until }), 'withheld'],
  ['embargoed without an end', usage({ status: 'embargoed' }), 'embargoed'],
])('%s', (_, stated, mark) => {
  expect(usageMark(stated, SIX)).toBe(mark);
});

test('an embargo ends at its moment, and what was corrected shows again', () => {
  const stated = usage({ status: 'embargoed', embargoedUntil: until, isCorrection: true });
  expect(usageMark(stated, SIX - 1)).toBe('embargoed');
  expect(usageMark(stated, SIX)).toBe('corrected');
});
