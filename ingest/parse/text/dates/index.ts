export { type DateLine, dateLine } from './date-line.ts';
export { numericOrder } from './order.ts';
export { statedDate, toStatedDate } from './stated-date.ts';
export type { DateOptions, NumericOrder, WrittenDate } from './written-date.ts';
export { writtenDates } from './written-dates.ts';
