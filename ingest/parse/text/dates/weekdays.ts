import { eachLanguage, type Found, Names } from './names.ts';
import type { Token } from './tokens.ts';

interface WeekdayName {
  /** 0 is Monday. */
  readonly value: number;
  readonly languages: readonly string[];
}

let compiled: Names<WeekdayName> | undefined;

function weekdayNames(): Names<WeekdayName> {
  if (compiled !== undefined) return compiled;
  const names = new Names<WeekdayName>();
  for (const [language, weekdays] of eachLanguage('weekdays'))
    weekdays.forEach((variants, index) => {
      for (const name of variants)
        names.add(
          /\p{Script=Han}/u.test(name) ? [...name].join(' ') : name,
          { value: index, languages: [language] },
          (known, { languages }) => ({ ...known, languages: [...known.languages, ...languages] }),
        );
    });
  compiled = names;
  return names;
}

/** One letter stands for a weekday where brackets hold it: （水）, (금). */
const letters = new Map([...'月火水木金土日'].map((letter, index) => [letter, index]));
for (const [index, letter] of [...'월화수목금토일'].entries()) letters.set(letter, index);
for (const [index, letter] of [...'一二三四五六日'].entries()) letters.set(letter, index);

/** What may end a shortened weekday. */
const stops = new Set(['.', "'", '’', '׳']);

export interface Weekday {
  /** The token after it. */
  readonly to: number;
  /** 0 is Monday. */
  readonly value: number;
}

/** The weekday named at a token, in brackets or not, a dot after it included. */
export function weekdayAt(tokens: readonly Token[], at: number, language: string | null): Weekday | null {
  const isOpen = tokens[at]?.text === '(';
  const first = isOpen ? at + 1 : at;
  const found = weekdayNames().at(tokens, first);
  const named = found !== null && isSure(tokens, first, found, language) ? found : null;
  const letter = isOpen && named === null ? letters.get(tokens[first]?.text ?? '') : undefined;
  if (named === null && letter === undefined) return null;
  let to = named?.to ?? first + 1;
  if (stops.has(tokens[to]?.text ?? '') && !tokens[to]?.isApart) to++;
  if (isOpen && tokens[to]?.text !== ')') return null;
  return { to: isOpen ? to + 1 : to, value: named?.value.value ?? letter ?? 0 };
}

/** Short names are little words of other languages: they count in their own one only. */
const isSure = (tokens: readonly Token[], at: number, found: Found<WeekdayName>, language: string | null): boolean =>
  found.to - at > 1 ||
  (tokens[at]?.text.length ?? 0) > 3 ||
  found.value.languages.includes(language ?? 'en') ||
  (found.value.languages.includes('en') && tokens[at]?.text.length === 3);
