import type { NumericOrder } from './written-date.ts';

const dayFirst = new Set(
  'de fr es it nl pt ru uk pl cs sk sl hr sr bs bg mk sv da no nb nn fi et lv tr el ar he hi bn ur ta te ml mr gu vi id ms ro th ca gl eu is ga cy az ka hy kk sw'.split(
    ' ',
  ),
);
const yearFirst = new Set('zh ja ko hu fa lt mn'.split(' '));

/** How a language writes a date in numbers, where it has one habit. English has two. */
export function habitOf(language: string | null): NumericOrder | 'ymd' | null {
  if (language === null) return null;
  if (dayFirst.has(language)) return 'dmy';
  return yearFirst.has(language) ? 'ymd' : null;
}
