import { monthAt } from './month-names.ts';
import type { Token } from './tokens.ts';
import type { DayPart } from './written-date.ts';

const joints = new Set(
  '- – — to until till through bis au al a до по do tot til az εωσ μεχρι pana ~ 〜 至 到 から 부터 الي حتي تا עד से থেকে hingga sampai ถึง'.split(
    ' ',
  ),
);

/** Whether a day ends a range: 3–5 May, from 3 to 5 May, March–May 2017. */
export function endsRange(tokens: readonly Token[], day: DayPart): boolean {
  const joint = tokens[day.from - 1];
  const first = tokens[day.from - 2];
  if (joint === undefined || first === undefined) return false;
  if (day.day === null) return (joint.text === '/' || joints.has(joint.text)) && isMonth(tokens, day.from - 2);
  if (!joints.has(joint.text) || tokens[day.from]?.kind !== 'number') return false;
  const dayToken = first.text === '.' ? tokens[day.from - 3] : first;
  const before = tokens[day.from - (first.text === '.' ? 4 : 3)];
  const isLoose = dayToken?.isApart !== false || before?.kind === 'word';
  return isDayNumber(dayToken) && isLoose;
}

/** Where a range ends that a day begins: May 3-5, May 3 to 5; the token after it, or 0. */
export function rangeFrom(tokens: readonly Token[], day: DayPart): number {
  const joint = tokens[day.to];
  const last = tokens[day.to + 1];
  if (joint === undefined || !joints.has(joint.text) || !isDayNumber(last)) return 0;
  const after = tokens[day.to + 2];
  const isYearFirst = tokens[day.from]?.text.length === 4;
  if ((day.year !== null && !isYearFirst) || after?.text === ':' || isDecimal(tokens, day.to + 2)) return 0;
  return day.to + 2;
}

/** 15.42 is a time, the dot behind a day is none. */
const isDecimal = (tokens: readonly Token[], dot: number): boolean =>
  tokens[dot]?.text === '.' && tokens[dot]?.isApart === false && tokens[dot + 1]?.kind === 'number';

/** Whether nothing but a range's joint stands between two days. */
export const isJoined = (tokens: readonly Token[], first: DayPart, second: DayPart): boolean =>
  second.from === first.to + 1 && joints.has(tokens[first.to]?.text ?? '');

const isDayNumber = (token: Token | undefined): boolean =>
  token?.kind === 'number' && token.text.length <= 2 && token.value >= 1 && token.value <= 31;

const isMonth = (tokens: readonly Token[], at: number): boolean => monthAt(tokens, at) !== null;
