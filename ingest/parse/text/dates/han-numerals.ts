const digitsOf = new Map([...'〇一二三四五六七八九'].map((char, value) => [char, value]));
digitsOf.set('零', 0).set('○', 0).set('元', 1);

const numeral = /(?:[〇○零一二三四五六七八九十廿]{1,5}|元)(?=[年月日号號时時点點分])/y;

/** Where a number in Han numerals ends, or `at` if none stands there before a unit of time. */
export function hanNumeral(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x3007 && code !== 0x25cb) return at;
  numeral.lastIndex = at;
  return numeral.test(text) ? numeral.lastIndex : at;
}

/** 二〇一八 is 2018, 二十三 is 23, 元 (of an era's first year) is 1. */
export function hanNumber(written: string): number {
  const [tens, ones] = written.replace('廿', '二十').split('十');
  if (ones === undefined) return [...written].reduce((sum, char) => sum * 10 + (digitsOf.get(char) ?? Number.NaN), 0);
  const digit = (part: string | undefined, none: number): number =>
    part === undefined || part === '' ? none : (digitsOf.get(part) ?? Number.NaN);
  return digit(tens, 1) * 10 + digit(ones, 0);
}
