import { hourWords, minuteWords, secondWords } from './time-words.ts';
import type { Token } from './tokens.ts';

/** Hours and minutes as they stand, before halves of the day and zones. */
export interface Clock {
  readonly to: number;
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  /** What else must stand there for it to be a time. */
  readonly needs: 'nothing' | 'company' | 'half' | 'zone';
}

/** What may be a time at a token: 18:05, 15.42, 17h12, 18時05分, 1800, 5. */
export function clockAt(tokens: readonly Token[], at: number): Clock | null {
  const hour = tokens[at];
  if (hour?.kind !== 'number') return null;
  if (hour.text.length === 4) return military(hour, at);
  if (hour.text.length > 2 || hour.value > 24) return null;
  const mark = tokens[at + 1];
  if (mark?.kind === 'word' && hourWords.has(mark.text)) return counted(tokens, at, hour.value);
  const minute = tokens[at + 2];
  const isMinute = minute?.text.length === 2 && minute.value < 60 && !minute.isApart && mark?.isApart === false;
  if (isMinute && mark.text === ':') return { ...seconds(tokens, at + 3), hour: hour.value, minute: minute.value };
  const isLonger = tokens[at + 3]?.text === '.' && tokens[at + 4]?.kind === 'number' && !tokens[at + 4]?.isApart;
  if (isMinute && mark.text === '.' && !isLonger)
    return { to: at + 3, hour: hour.value, minute: minute.value, second: null, needs: 'company' };
  return { to: at + 1, hour: hour.value, minute: null, second: null, needs: 'half' };
}

function military(token: Token, at: number): Clock | null {
  const hour = Math.floor(token.value / 100);
  const minute = token.value % 100;
  return hour < 24 && minute < 60 ? { to: at + 1, hour, minute, second: null, needs: 'zone' } : null;
}

/** Seconds after minutes, a fraction stepped over. */
function seconds(tokens: readonly Token[], at: number): Pick<Clock, 'to' | 'second' | 'needs'> {
  const second = tokens[at + 1];
  const mark = tokens[at];
  const isSecond = (mark?.text === ':' || mark?.text === '.') && !mark.isApart && second?.text.length === 2;
  if (!isSecond || second.kind !== 'number' || second.isApart || second.value > 60)
    return { to: at, second: null, needs: 'nothing' };
  const point = tokens[at + 2];
  const fraction = tokens[at + 3];
  const isFraction =
    (point?.text === '.' || point?.text === ',') && !point.isApart && fraction?.kind === 'number' && !fraction.isApart;
  return { to: isFraction ? at + 4 : at + 2, second: Math.min(second.value, 59), needs: 'nothing' };
}

const isShortened = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '.' && tokens[at]?.isApart === false;

/** Numbers followed by what they count. */
function counted(tokens: readonly Token[], at: number, hour: number): Clock {
  const from = isShortened(tokens, at + 2) ? at + 3 : at + 2;
  const minute = tokens[from];
  const isCounted = minuteWords.has(tokens[from + 1]?.text ?? '');
  const isMinute = minute?.kind === 'number' && minute.text.length <= 2 && minute.value < 60;
  if (!isMinute || tokens[from + 1]?.text === '.' || (from > at + 2 && !isCounted))
    return { to: at + 2, hour, minute: null, second: null, needs: 'nothing' };
  const to = isCounted ? from + 2 : from + 1;
  const second = tokens[to];
  const isSecond = second?.kind === 'number' && secondWords.has(tokens[to + 1]?.text ?? '') && second.value < 60;
  return {
    to: isSecond ? to + 2 : to,
    hour,
    minute: minute.value,
    second: isSecond ? second.value : null,
    needs: 'nothing',
  };
}
