import { habitOf } from './habits.ts';
import type { NumericOrder } from './written-date.ts';
import { writtenDates } from './written-dates.ts';

const ambiguous = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g;
const mayBeAmbiguous = /\d[./-]\d/;
/** What is looked through for dates that are written out. */
const REACH = 20_000;
const monthName = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';
/** What a day-first writer writes: 4 May 2020, 04/05/2020 18:30, BST. */
const dayFirst = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${monthName},? (?:19|20)\\d\\d|\\d/\\d{4},? (?:at )?(?:1[3-9]|2[0-3])[:.]\\d\\d|\\d (?:BST|IST|AE[SD]T|NZ[SD]T|PKT|SAST|WAT|EAT)\\b`,
);
/** What a month-first writer writes: May 4, 2020, 6:30 p.m. ET. */
const monthFirst = new RegExp(
  `\\b${monthName} \\d{1,2}(?:st|nd|rd|th)?, (?:19|20)\\d\\d|[\\dmM]\\.? (?:[ECMP][SD]?T)\\b`,
);

/**
 * What the numeric dates of a text tell of their order: a number over 12, a date written out that is one of the two readings,
 * an American or a British way of writing dates and times beside it.
 */
export function numericOrder(text: string, language: string | null): NumericOrder | null {
  const found = mayBeAmbiguous.test(text) ? [...text.matchAll(ambiguous)].slice(0, 40) : [];
  if (found.length === 0) return habit(language);
  const over = found.map(([, a, , b]) => (Number(a) > 12 ? 'dmy' : Number(b) > 12 ? 'mdy' : null));
  return decided(over) ?? habit(language) ?? byWrittenOut(text, found, language) ?? byManner(text);
}

const habit = (language: string | null): NumericOrder | null => {
  const known = habitOf(language);
  return known === 'ymd' ? null : known;
};

const decided = (votes: readonly (NumericOrder | null)[]): NumericOrder | null => {
  const cast = new Set(votes.filter((vote) => vote !== null));
  return cast.size === 1 ? ([...cast][0] ?? null) : null;
};

/** By a day the text also writes out, which only one of the readings is. */
function byWrittenOut(text: string, found: readonly RegExpMatchArray[], language: string | null): NumericOrder | null {
  const days = new Set<string>();
  for (const line of text.slice(0, REACH).split('\n'))
    for (const { month, day } of writtenDates(line, { order: null, language }))
      if (month !== null && day !== null && month !== day) days.add(`${month}/${day}`);
  return decided(
    found.map(([, a, , b]) => {
      const isMonthFirst = days.has(`${Number(a)}/${Number(b)}`);
      const isDayFirst = days.has(`${Number(b)}/${Number(a)}`);
      return isMonthFirst === isDayFirst ? null : isMonthFirst ? 'mdy' : 'dmy';
    }),
  );
}

/** By how the text writes dates and times elsewhere. */
function byManner(text: string): NumericOrder | null {
  const head = text.slice(0, REACH);
  const isDayFirst = dayFirst.test(head);
  return isDayFirst === monthFirst.test(head) ? null : isDayFirst ? 'dmy' : 'mdy';
}
