import { characterClass, isHalf } from '../../../base/character-class.ts';

/** One line of a file as its shape tells it. */
export interface Line {
  /** Without surrounding space; runs of space inside are one. */
  readonly text: string;
  /** Columns of space before the text. */
  readonly indent: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** Columns the text takes: wide characters are two. */
  readonly width: number;
  /** The line with its columns, when it has any: several spaces or a tab between words. */
  readonly columns: string | null;
  /** Whether a soft hyphen ended it. */
  readonly isHyphenated: boolean;
}

/** Whether a text is quoted is told by this much of it. */
const QUOTES_IN = 8_000;
const QUOTE_MARK = /^(?:> ?)+/;
/** Widths beyond this are all the same: a paragraph on one line. */
const WIDTH_LIMIT = 1_000;
const TAB_COLUMNS = 8;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/;
const MARK = /\p{M}/u;
const NEEDS_COUNTING = /[^ -~\u00A1-\u02FF\u0370-\u0482\u048A-\u0590\u2010-\u2027]/;
const SOFT_HYPHENS = /\u00AD/g;
const COLUMNS = /\S(?: {2,}|\t\s*)\S/;
/** Space that is not one space already, which most of it is. An ideographic space is a mark of punctuation rather than a gap. */
const LOOSE_SPACES = /[^\S \u3000][^\S\u3000]*| [^\S\u3000]+/g;
const columnsOf = characterClass((character) => (WIDE.test(character) ? 3 : MARK.test(character) ? 1 : 2));

/** The lines that hold text, in order. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  const isQuoted = isQuotedMail(text);
  let gap = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const raw = text.slice(start, end);
    const line = readLine(isQuoted ? raw.replace(QUOTE_MARK, '') : raw, gap);
    if (line === null) gap++;
    else {
      lines.push(line);
      gap = 0;
    }
    start = end + 1;
  }
  return lines;
}

/** Whether a mail quotes the whole text: nearly every line begins with the mark of a quotation. */
function isQuotedMail(text: string): boolean {
  if (!text.includes('\n>')) return false;
  const lines = text
    .slice(0, QUOTES_IN)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.length >= 4 && lines.filter((line) => line.startsWith('>')).length > lines.length * 0.7;
}

function readLine(raw: string, gap: number): Line | null {
  const trimmed = raw.trim();
  if (trimmed === '') return null;
  const isHyphenated = trimmed.endsWith('\u00AD');
  const whole = trimmed.includes('\u00AD') ? trimmed.replace(SOFT_HYPHENS, '') : trimmed;
  if (whole === '') return null;
  const text = whole.replace(LOOSE_SPACES, ' ');
  return {
    text,
    indent: indentOf(raw),
    gap,
    width: widthOf(text),
    columns: text !== whole && whole.length < WIDTH_LIMIT && COLUMNS.test(whole) ? whole : null,
    isHyphenated,
  };
}

function indentOf(raw: string): number {
  let columns = 0;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 0x20) columns++;
    else if (code === 0x3000) columns += 2;
    else if (code === 0x09) columns += TAB_COLUMNS;
    else if (code !== 0x0c) break;
  }
  return columns;
}

/** Columns a text takes, up to a limit beyond which it does not matter. */
export function widthOf(text: string): number {
  if (text.length >= WIDTH_LIMIT) return WIDTH_LIMIT;
  if (!NEEDS_COUNTING.test(text)) return text.length;
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPair = isHalf(code) && at + 1 < text.length;
    if (isPair) width += MARK.test(text.slice(at, at + 2)) ? 0 : 1;
    else width += columnsOf(code) - 1;
    if (isPair) at++;
  }
  return width;
}
