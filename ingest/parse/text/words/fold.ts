const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ـ: '',
  'ँ': 'ं',
  '়': '',
  '़': '',
};

/** Scripts whose marks are accents; in others a mark is a letter. */
const accented = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u;
const silent =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]|\u200d|[\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ufe00-\ufe0f]/u;
const wordly = /[\p{L}\p{N}\p{M}]/u;

/** First digits of the scripts whose digits news are dated with. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];

/** The ASCII digit a digit of another script stands for, or -1. */
export const digitOf = (code: number): number => {
  if (code < 0x660) return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? -1 : code - zero;
};

/** What one code point is folded to: letters and digits bare, nothing for marks, a space for all that is no word. */
function foldedOf(code: number): string {
  const digit = digitOf(code);
  if (digit >= 0) return String(digit);
  const char = String.fromCodePoint(code);
  if (silent.test(char)) return '';
  if (!wordly.test(char)) return ' ';
  const lower = char.toLowerCase();
  const whole = special[lower];
  if (whole !== undefined) return whole;
  const isAccented = accented.test(char);
  const bare = isAccented ? lower.normalize('NFKD').replace(/\p{M}/gu, '') : lower.normalize('NFKC');
  return [...bare].map((part) => special[part] ?? part).join('');
}

const table: (string | undefined)[] = new Array(0x10000);

/** Beyond ASCII and the dashes, quotes and dots of Western texts, which are no words: most lines need no table. */
const needsTable = /[^\0-\x7f\u2010-\u2027]/;
/** What stands between words and is not one space already, which most of it is. */
const apart = /[^a-z0-9 ][^a-z0-9]*| [^a-z0-9]+/g;

/** What a code point is folded to, worked out once. */
function foldCodePoint(code: number): string {
  if (code > 0xffff) return foldedOf(code);
  const known = table[code];
  if (known !== undefined) return known;
  const folded = foldedOf(code);
  table[code] = folded;
  return folded;
}

/**
 * A line as phrases are compared: lower case, no accents, one letter for Arabic variants, ASCII digits,
 * and a single space for whatever stands between words.
 */
export function fold(line: string): string {
  if (!needsTable.test(line)) return line.toLowerCase().replace(apart, ' ').trim();
  let folded = '';
  let isApart = false;
  for (let at = 0; at < line.length; at++) {
    const code = line.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    const part = foldCodePoint(code);
    if (part === ' ') isApart = folded !== '';
    else if (part !== '') {
      folded += isApart ? ` ${part}` : part;
      isApart = false;
    }
  }
  return folded;
}

/** How many units of `line` the first `length` units of its folded form stand for. */
export function lengthInLine(line: string, length: number): number {
  let folded = 0;
  let isApart = false;
  for (let at = 0; at < line.length; at++) {
    if (folded >= length) return marksAfter(line, at);
    const code = line.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    const part = foldCodePoint(code);
    if (part === ' ') isApart = folded > 0;
    else if (part !== '') {
      folded += part.length + (isApart ? 1 : 0);
      isApart = false;
    }
  }
  return line.length;
}

/** Steps over accents that belong to the letter before `at`. */
function marksAfter(line: string, at: number): number {
  let end = at;
  while (end < line.length && foldCodePoint(line.charCodeAt(end)) === '') end++;
  return end;
}
