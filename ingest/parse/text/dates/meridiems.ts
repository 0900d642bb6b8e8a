import { Names } from './names.ts';
import type { Token } from './tokens.ts';

export type Meridiem = 'am' | 'pm';

const before = new Names<Meridiem>();
for (const name of ['오전', '午 前', '上 午', '凌 晨', '早 上', '早 晨', 'पूर्वाह्न', 'सुबह', 'de']) before.add(name, 'am');
for (const name of ['오후', '午 後', '下 午', '晚 上', '傍 晚', 'अपराह्न', 'शाम', 'du']) before.add(name, 'pm');

const after = new Names<Meridiem>();
for (const name of ['am', 'a m', 'πμ', 'π μ', 'ص', 'صباحا', 'ق ظ', 'قبل از ظهر', 'öö', 'sáng', 'पूर्वाह्न'])
  after.add(name, 'am');
for (const name of ['pm', 'p m', 'μμ', 'μ μ', 'م', 'مساء', 'ظهرا', 'ب ظ', 'بعد از ظهر', 'ös', 'chiều', 'tối', 'अपराह्न'])
  after.add(name, 'pm');

/** Words before an hour that tell its half of the day; `de` and `du` only shortened, as Hungarian does. */
export function meridiemBefore(tokens: readonly Token[], at: number): { to: number; value: Meridiem } | null {
  const found = before.at(tokens, at) ?? upperBefore(tokens, at);
  if (found === null) return null;
  const isDot = tokens[found.to]?.text === '.' && !tokens[found.to]?.isApart;
  const isShort = tokens[at]?.text === 'de' || tokens[at]?.text === 'du';
  return isShort && !isDot ? null : { to: found.to + (isDot ? 1 : 0), value: found.value };
}

/** Korean pages write PM 3:20. */
function upperBefore(tokens: readonly Token[], at: number) {
  const written = tokens[at]?.written;
  return written === 'AM' || written === 'PM' ? ({ to: at + 1, value: written === 'AM' ? 'am' : 'pm' } as const) : null;
}

/** a.m., PM, مساء after a time, a dot included. */
export function meridiemAfter(tokens: readonly Token[], at: number): { to: number; value: Meridiem } | null {
  const found = after.at(tokens, at);
  if (found === null) return null;
  const isDot = tokens[found.to]?.text === '.' && !tokens[found.to]?.isApart;
  return { to: found.to + (isDot ? 1 : 0), value: found.value };
}

export const inHalf = (hour: number, half: Meridiem | undefined): number =>
  half === 'am' && hour === 12 ? 0 : half === 'pm' && hour < 12 ? hour + 12 : hour;
