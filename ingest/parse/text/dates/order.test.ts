import { describe, expect, test } from 'vitest';
import { numericOrder } from './index.ts';

const orders = [
  ['a day over twelve', 'Posted 23/04/2021\nUpdated 04/05/2021', 'en', 'dmy'],
  ['a month in second place', 'Posted 04/23/2021\nUpdated 04/05/2021', 'en', 'mdy'],
  ['a day that is also written out', 'May 4\nPosted 05/04/2021', 'en', 'mdy'],
  [
    'a day that is also written out, the other way',
    'LONDON, May 4 - Ferries stood still.\nPosted 04/05/2021',
    'en',
    'dmy',
  ],
  ['dates written with the day first', 'Posted 04/05/2021\nIt opened on 12 March 1987.', 'en', 'dmy'],
  ['dates written with the month first', 'Posted 04/05/2021\nIt opened on March 12, 1987.', 'en', 'mdy'],
  ['an American zone', 'Posted 04/05/2021 6:15 p.m. EDT', 'en', 'mdy'],
  ['a British zone', 'Posted 04/05/2021 6:15 BST', 'en', 'dmy'],
  ['a clock of 24 hours', 'Posted 04/05/2021 18:15', 'en', 'dmy'],
  ['a language of one habit', 'Julkaistu 4.5.2021', 'fi', 'dmy'],
  ['nothing', 'Posted 04/05/2021', 'en', null],
  ['signs that contradict each other', 'Posted 04/05/2021\n12 March 1987\nMarch 12, 1987', 'en', null],
] as const;

describe('the order of day and month', () => {
  test.each(orders)('is told by %s', (_what, text, language, order) => {
    expect(numericOrder(text, language)).toBe(order);
  });
});
