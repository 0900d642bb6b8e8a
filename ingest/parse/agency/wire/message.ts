import { cleanCharacters } from '../../../clean/characters.ts';

/** A transmission, taken apart at its control characters. */
export interface WireMessage {
  /** Between the start of the heading and that of the text; its fields may be parted by control characters. */
  readonly heading: string;
  readonly text: string;
  /** What stands behind the end of the text. */
  readonly trailer: string;
}

const SOH = '\u0001';
const STX = '\u0002';
const ETX = '\u0003';

export function messageOf(raw: string): WireMessage {
  const start = raw.indexOf(SOH) + 1;
  const stx = raw.indexOf(STX, start);
  const end = raw.indexOf(ETX, Math.max(stx, start));
  const whole = end < 0 ? raw.length : end;
  return {
    heading: raw.slice(start, stx < 0 ? firstLineEnd(raw, start) : stx),
    text: cleanCharacters(raw.slice(stx < 0 ? firstLineEnd(raw, start) : stx + 1, whole)),
    trailer: cleanCharacters(raw.slice(whole)),
  };
}

function firstLineEnd(raw: string, start: number): number {
  const end = raw.indexOf('\n', start);
  return end < 0 ? raw.length : end;
}

/** Fields are parted by shifts and separators as well as by spaces. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is read
const SEPARATORS = /[\u0000-\u0009\u000E-\u001F\u007F]+/g;

/** Lines of a heading, whatever parts their fields. */
export const headingLines = (heading: string): readonly string[] =>
  cleanCharacters(heading.replace(SEPARATORS, ' '))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
