import { Names } from './names.ts';
import type { Token } from './tokens.ts';
import type { Region, ZonePart } from './written-date.ts';
import { abbreviations, byLanguage, israel, seasonless, worded } from './zone-names.ts';

let compiled: Names<number | Region> | undefined;

function wordedZones(): Names<number | Region> {
  if (compiled !== undefined) return compiled;
  const names = new Names<number | Region>();
  for (const [name, value] of worded) names.add(name, value);
  compiled = names;
  return names;
}

/** The zone that follows a time at a token, in brackets or not. `isExact` when the time leaves no doubt that a minus is a sign. */
export function zoneAt(
  tokens: readonly Token[],
  at: number,
  language: string | null,
  isExact: boolean,
): ZonePart | null {
  const mark = tokens[at]?.text;
  if (mark === '(' || mark === '[' || mark === ',') {
    const inside = namedAt(tokens, at + 1, language) ?? (mark === ',' ? null : offsetAt(tokens, at + 1, true));
    if (inside === null) return null;
    const close = tokens[inside.to]?.text;
    return mark === ',' ? inside : close === ')' || close === ']' ? { ...inside, to: inside.to + 1 } : inside;
  }
  return namedAt(tokens, at, language) ?? offsetAt(tokens, at, isExact);
}

function namedAt(tokens: readonly Token[], at: number, language: string | null): ZonePart | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const word = wordedZones().at(tokens, at);
  if (word !== null)
    return typeof word.value === 'number'
      ? { to: word.to, minutes: word.value, region: null }
      : { to: word.to, minutes: null, region: word.value };
  const place = ofPlace(tokens, at);
  if (place > 0) return { to: place, minutes: null, region: null };
  const name = token.written.toUpperCase();
  const isUpper = token.written === name;
  if (!isUpper && !inLowerCase.has(name)) return null;
  if (name === 'GMT' || name === 'UTC' || name === 'UT') {
    const offset = offsetAt(tokens, at + 1, true);
    if (offset !== null) return offset;
  }
  if (name === 'IST' && language === 'he') return { to: at + 1, minutes: null, region: israel };
  const region = isUpper ? (seasonless.get(name) ?? null) : null;
  if (region !== null) return { to: at + 1, minutes: null, region };
  const minutes = byLanguage[language ?? '']?.[name] ?? abbreviations.get(name);
  return minutes === undefined ? null : { to: at + 1, minutes, region: null };
}

/** The token behind `in the time of Cairo`, whose offset is not known; 0 when nothing like it stands there. */
function ofPlace(tokens: readonly Token[], at: number): number {
  const label = timeOfPlace.at(tokens, at);
  return label !== null && tokens[label.to]?.kind === 'word' ? label.to + 1 : 0;
}

const timeOfPlace = new Names<true>();
for (const name of ['بتوقيت', 'توقيت', 'به وقت', 'לפי שעון', 'theo giờ', 'waktu']) timeOfPlace.add(name, true);

/** Written in lower case too, and no word of a language that could follow a time. */
const inLowerCase = new Set('GMT UTC IST BST MSK WIB WITA CET CEST JST'.split(' '));

/** +02:00, +0200, +2, −5:30. */
function offsetAt(tokens: readonly Token[], at: number, isMinusSign: boolean): ZonePart | null {
  const sign = tokens[at];
  const hours = tokens[at + 1];
  if (sign === undefined || hours?.kind !== 'number' || hours.isApart) return null;
  const isMinus = sign.text === '-' || sign.text === '−' || sign.text === '–';
  if (sign.text !== '+' && !(isMinus && isMinusSign)) return null;
  const factor = isMinus ? -1 : 1;
  if (hours.text.length === 4) return bounded(factor, Math.floor(hours.value / 100), hours.value % 100, at + 2);
  const colon = tokens[at + 2];
  const minutes = tokens[at + 3];
  if (colon?.text === ':' && !colon.isApart && minutes?.text.length === 2)
    return bounded(factor, hours.value, minutes.value, at + 4);
  return hours.text.length <= 2 ? bounded(factor, hours.value, 0, at + 2) : null;
}

const bounded = (sign: number, hours: number, minutes: number, to: number): ZonePart | null =>
  hours <= 14 && minutes < 60 ? { to, minutes: sign * (hours * 60 + minutes), region: null } : null;

/** `+02:00`, or `Z` for Greenwich. */
export function zoneText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${part(size / 60)}:${part(size % 60)}`;
}
