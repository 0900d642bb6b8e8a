import type { LanguageWords } from './types.ts';

export const ko: LanguageWords = {
  weekdays: '월요일|화요일|수요일|목요일|금요일|토요일|일요일',
};
