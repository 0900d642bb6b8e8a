import { digitOf, fold } from '../words/fold.ts';
import { hanNumber, hanNumeral } from './han-numerals.ts';

/** A piece of a line: digits, a run of letters, or one other character. White space is no token. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** Words folded, marks as written; digits as ASCII. */
  readonly text: string;
  readonly written: string;
  /** Of a number, else NaN. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it. */
  readonly isApart: boolean;
}

/** What dates are looked for in: what is further right is no line that states a date. */
const longest = 400;

const space = /[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/y;
const digits = /\p{Nd}+/uy;
const unspaced = /\p{Script=Hangul}+|[\u0e01-\u0e3a\u0e40-\u0e4e]+|\p{Script=Han}|[\u3005〇]/uy;
const letters = /(?:(?![\p{Script=Hangul}\p{Script=Han}\u0e01-\u0e3a\u0e40-\u0e4e])[\p{L}\p{M}])+/uy;

/** Splits a line into tokens. Han numerals before a unit of time are numbers. */
export function tokensOf(line: string): readonly Token[] {
  const text = line.length > longest ? line.slice(0, longest) : line;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const start = afterSpace(text, at);
    if (start >= text.length) break;
    const isApart = start > at || start === 0;
    at = add(tokens, text, start, isApart);
  }
  return tokens;
}

function afterSpace(text: string, at: number): number {
  const first = text.charCodeAt(at);
  return first > 0x20 && first < ASCII_END ? at : endOf(space, text, at);
}

function add(tokens: Token[], text: string, start: number, isApart: boolean): number {
  const plain = plainAt(text, start, isApart);
  if (plain !== null) {
    tokens.push(plain);
    return plain.end;
  }
  const numeral = hanNumeral(text, start);
  const digitEnd = numeral > start ? numeral : endOf(digits, text, start);
  if (digitEnd > start) {
    const written = text.slice(start, digitEnd);
    const value = numeral > start ? hanNumber(written) : numberOf(written);
    tokens.push({ kind: 'number', text: asciiDigits(written), written, value, start, end: digitEnd, isApart });
    return digitEnd;
  }
  const wordEnd = Math.max(endOf(unspaced, text, start), endOf(letters, text, start));
  if (wordEnd > start) {
    const written = text.slice(start, wordEnd);
    tokens.push({ kind: 'word', text: fold(written), written, value: Number.NaN, start, end: wordEnd, isApart });
    return wordEnd;
  }
  const end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  const written = text.slice(start, end);
  tokens.push({ kind: 'mark', text: written.normalize('NFKC'), written, value: Number.NaN, start, end, isApart });
  return end;
}

const ASCII_END = 0x80;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** A token of ASCII with ASCII behind it, which most are; patterns tell the others. */
function plainAt(text: string, start: number, isApart: boolean): Token | null {
  const first = text.charCodeAt(start);
  if (first >= ASCII_END) return null;
  const kind = isDigit(first) ? 'number' : isLetter(first) ? 'word' : 'mark';
  const isSame = kind === 'number' ? isDigit : isLetter;
  let end = start + 1;
  if (kind !== 'mark') {
    while (end < text.length && isSame(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) >= ASCII_END) return null;
  }
  const written = text.slice(start, end);
  const value = kind !== 'number' || written.length > 9 ? Number.NaN : Number(written);
  return { kind, text: kind === 'word' ? written.toLowerCase() : written, written, value, start, end, isApart };
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const asciiDigits = (written: string): string => [...written].map((char) => digitOf(char.codePointAt(0) ?? 0)).join('');
const numberOf = (written: string): number => (written.length > 9 ? Number.NaN : Number(asciiDigits(written)));
