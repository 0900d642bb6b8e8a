import { exists, fullYear } from './calendars.ts';
import { eraAt } from './eras.ts';
import type { Token } from './tokens.ts';
import type { DayPart } from './written-date.ts';

const yearMarks = new Set(['年', '년']);
const monthMarks = new Set(['月', '월']);
const dayMarks = new Set(['日', '号', '號', '일']);

/** A date whose numbers are followed by what they count: 2018年5月23日, 令和2年4月1日, 2021년 3월 5일, 5月23日. */
export function markedAt(tokens: readonly Token[], at: number): DayPart | null {
  const era = eraAt(tokens, at);
  const yearFrom = era?.to ?? at;
  const year = counted(tokens, yearFrom, yearMarks);
  const month = counted(tokens, year === null ? yearFrom : withoutTwin(tokens, year.to), monthMarks);
  if (month === null || (era !== null && year === null)) return null;
  const day = counted(tokens, month.to, dayMarks);
  if (year === null && day === null) return null;
  const fullOf = (value: number): number => (era !== null ? era.value + value : value < 100 ? fullYear(value) : value);
  const parts = { year: year === null ? null : fullOf(year.value), month: month.value, day: day?.value ?? null };
  return exists(parts) ? { from: at, to: day?.to ?? month.to, ...parts } : null;
}

function counted(tokens: readonly Token[], at: number, marks: ReadonlySet<string>) {
  const number = tokens[at];
  const mark = tokens[at + 1];
  if (number?.kind !== 'number' || mark === undefined || !marks.has(mark.text)) return null;
  return { to: at + 2, value: number.value };
}

/** The year in brackets as another calendar counts it: 令和3年（2021年）. */
function withoutTwin(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(') return at;
  const year = counted(tokens, eraAt(tokens, at + 1)?.to ?? at + 1, yearMarks);
  return year !== null && tokens[year.to]?.text === ')' ? year.to + 1 : at;
}
