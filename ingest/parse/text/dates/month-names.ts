import type { Calendar } from './calendars.ts';
import { eachLanguage, type Found, Names } from './names.ts';
import type { Token } from './tokens.ts';

export interface MonthName {
  readonly month: number;
  readonly calendar: Calendar;
  /** Languages that call it so. */
  readonly languages: readonly string[];
}

const solarHijri =
  'فروردین/حمل|اردیبهشت/ثور|خرداد/جوزا|تیر/سرطان|مرداد/اسد|شهریور/سنبله|مهر/میزان|آبان/عقرب|آذر/قوس|دی/جدی|بهمن/دلو|اسفند/حوت';

let compiled: Names<MonthName> | undefined;

function monthNames(): Names<MonthName> {
  if (compiled !== undefined) return compiled;
  const names = new Names<MonthName>();
  const add = (language: string, months: readonly (readonly string[])[], calendar: Calendar): void => {
    months.forEach((variants, index) => {
      for (const name of variants) names.add(name, { month: index + 1, calendar, languages: [language] }, joined);
    });
  };
  for (const [language, months] of eachLanguage('months')) add(language, months, 'gregorian');
  add(
    'fa',
    solarHijri.split('|').map((variants) => variants.split('/')),
    'solar-hijri',
  );
  compiled = names;
  return names;
}

const joined = (known: MonthName, value: MonthName): MonthName =>
  known.month === value.month && known.calendar === value.calendar
    ? { ...known, languages: [...known.languages, ...value.languages] }
    : known;

/** The month named at a token, written out, shortened with or without dot, or numbered as in Vietnamese. */
export function monthAt(tokens: readonly Token[], at: number): Found<MonthName> | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const number = tokens[at + 1];
  if (token.text === 'thang' && number?.kind === 'number' && number.value >= 1 && number.value <= 12)
    return { to: at + 2, value: { month: number.value, calendar: 'gregorian', languages: ['vi'] } };
  return monthNames().at(tokens, at) ?? prefixed(tokens, at, token);
}

const hebrewPrefixes = new Set([...'בלהמ'].map((letter) => letter.charCodeAt(0)));

/** Hebrew writes `in March` as one word. */
function prefixed(tokens: readonly Token[], at: number, token: Token): Found<MonthName> | null {
  if (!hebrewPrefixes.has(token.text.charCodeAt(0))) return null;
  const bare = tokens.with(at, { ...token, text: token.text.slice(1) });
  return monthNames().at(bare, at);
}
