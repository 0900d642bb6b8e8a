import { Names } from './names.ts';
import type { Token } from './tokens.ts';

/** A part of the day that an hour up to twelve is told with; `noon` and `night` reach over both halves. */
export type Meridiem = 'am' | 'pm' | 'noon' | 'night';

const names = (parts: Readonly<Record<Meridiem, string>>): Names<Meridiem> => {
  const known = new Names<Meridiem>();
  for (const part of ['am', 'pm', 'noon', 'night'] as const)
    for (const name of parts[part].split('|')) known.add(name, part);
  return known;
};

const before = names({
  am: '오전|새벽|아침|午 前|上 午|凌 晨|清 晨|早 上|早 晨|पूर्वाह्न|सुबह|সকাল|ভোর|পূর্বাহ্ণ|পূর্বাহ্ন|de',
  pm: '오후|저녁|午 後|午 后|下 午|晚 上|傍 晚|अपराह्न|शाम|বিকেল|বিকাল|সন্ধ্যা|অপরাহ্ণ|অপরাহ্ন|du',
  noon: '낮|中 午|दोपहर|দুপুর',
  night: '밤|深 夜|夜 里|夜 裡|半 夜|रात|রাত',
});

const after = names({
  am: 'am|a m|πμ|π μ|ص|صباحا|فجرا|ق ظ|قبل از ظهر|صبح|بامداد|בבוקר|לפנות בוקר|öö|sáng|pagi|पूर्वाह्न|एएम|এএম',
  pm: 'pm|p m|μμ|μ μ|م|مساء|ظهرا|عصرا|ب ظ|بعد از ظهر|عصر|אחר הצהריים|אחה"צ|בערב|ös|chiều|tối|sore|petang|अपराह्न|पीएम|পিএম',
  noon: 'ظهر|בצהריים|trưa|siang',
  night: 'ليلا|شب|בלילה|malam',
});

/** Words before an hour that tell its half of the day; `de` and `du` only shortened, as Hungarian does. */
export function meridiemBefore(tokens: readonly Token[], at: number): { to: number; value: Meridiem } | null {
  const found = before.at(tokens, at) ?? upperBefore(tokens, at);
  if (found === null) return null;
  const isDot = tokens[found.to]?.text === '.' && !tokens[found.to]?.isApart;
  const isShort = tokens[at]?.text === 'de' || tokens[at]?.text === 'du';
  return isShort && !isDot ? null : { to: found.to + (isDot ? 1 : 0), value: found.value };
}

/** Korean pages write PM 3:20. */
const upperBefore = (tokens: readonly Token[], at: number) => inCapitals(tokens, at, 'AM', 'PM');

/** Vietnamese ones 3:20 CH. */
const upperAfter = (tokens: readonly Token[], at: number) => inCapitals(tokens, at, 'SA', 'CH');

function inCapitals(tokens: readonly Token[], at: number, am: string, pm: string) {
  const written = tokens[at]?.written;
  return written === am || written === pm ? ({ to: at + 1, value: written === am ? 'am' : 'pm' } as const) : null;
}

/** a.m., PM, مساء after a time, a dot included. */
export function meridiemAfter(tokens: readonly Token[], at: number): { to: number; value: Meridiem } | null {
  const found = after.at(tokens, at) ?? upperAfter(tokens, at);
  if (found === null) return null;
  const isDot = tokens[found.to]?.text === '.' && !tokens[found.to]?.isApart;
  return { to: found.to + (isDot ? 1 : 0), value: found.value };
}

/** The hour of the day that an hour told with a part of it is. */
export function inHalf(hour: number, half: Meridiem | undefined): number {
  if (half === undefined || hour > 12) return hour;
  const inMorning = hour % 12;
  switch (half) {
    case 'am':
      return inMorning;
    case 'pm':
      return inMorning + 12;
    case 'noon':
      return inMorning < 6 ? inMorning + 12 : inMorning;
    case 'night':
      return inMorning < 6 ? inMorning : inMorning + 12;
  }
}
