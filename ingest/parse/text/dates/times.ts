import { type Clock, clockAt } from './clocks.ts';
import { inHalf, meridiemAfter, meridiemBefore } from './meridiems.ts';
import { beforeHour, beforeTime, clockWords, noons } from './time-words.ts';
import type { Token } from './tokens.ts';
import type { TimePart, ZonePart } from './written-date.ts';
import { zoneAt } from './zones.ts';

/** The time of day that begins at a token, its half of the day and its zone included. */
export function timeAt(tokens: readonly Token[], at: number, language: string | null): TimePart | null {
  const noon = noons.at(tokens, at);
  if (noon !== null) {
    const zone = zoneAt(tokens, noon.to, language, false);
    return { from: at, to: zone?.to ?? noon.to, hour: noon.value, minute: 0, second: null, zone };
  }
  const early = meridiemBefore(tokens, at);
  const clock = clockAt(tokens, early?.to ?? at);
  if (clock === null) return null;
  const words = clockWords.has(tokens[clock.to]?.text ?? '') ? clock.to + 1 : clock.to;
  const late = early === null ? meridiemAfter(tokens, words) : null;
  const end = withDot(tokens, late?.to ?? words, words > clock.to && late === null);
  const isExact = clock.second !== null || tokens[at - 1]?.text === 't';
  const zone = zoneAt(tokens, end, language, isExact);
  const half = early?.value ?? late?.value;
  if (!isTime(tokens, at, clock, half !== undefined, words > clock.to, zone, end)) return null;
  return {
    from: at,
    to: zone?.to ?? end,
    hour: inHalf(clock.hour, half),
    minute: clock.minute,
    second: clock.second,
    zone,
  };
}

const withDot = (tokens: readonly Token[], at: number, isWord: boolean): number =>
  isWord && tokens[at]?.text === '.' && !tokens[at]?.isApart ? at + 1 : at;

function isTime(
  tokens: readonly Token[],
  at: number,
  clock: Clock,
  hasHalf: boolean,
  hasWord: boolean,
  zone: ZonePart | null,
  end: number,
): boolean {
  switch (clock.needs) {
    case 'nothing':
      return true;
    case 'half':
      return hasHalf || beforeHour.has(wordBefore(tokens, at));
    case 'zone':
      return hasWord || (zone !== null && isNamed(tokens, end));
    case 'company':
      return hasHalf || hasWord || zone !== null || isAlone(tokens, at, end);
  }
}

/** 1800 GMT is a time, 2016 +1 is none. */
const isNamed = (tokens: readonly Token[], at: number): boolean => tokens[at]?.kind === 'word';

/** 15.42 is a time after a word that says so, or where no word follows that it could count. */
function isAlone(tokens: readonly Token[], at: number, end: number): boolean {
  if (beforeTime.has(wordBefore(tokens, at))) return true;
  const after = tokens[end];
  return (
    after === undefined || (after.kind === 'mark' && after.text !== '%' && after.text !== '€' && after.text !== '$')
  );
}

/** The word before a token, a dot between them or a colon. */
function wordBefore(tokens: readonly Token[], at: number): string {
  const before = tokens[at - 1];
  return (before?.text === '.' || before?.text === ':' ? tokens[at - 2] : before)?.text ?? '';
}
