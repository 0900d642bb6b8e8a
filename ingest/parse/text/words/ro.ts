import type { LanguageWords } from './types.ts';

export const ro: LanguageWords = {
  months:
    'ianuarie/ian|februarie/feb|martie/mar|aprilie/apr|mai|iunie/iun|iulie/iul|august/aug|septembrie/sept/sep|octombrie/oct|noiembrie/noi/nov|decembrie/dec',
  weekdays: 'luni|marți|miercuri|joi|vineri|sâmbătă|duminică',
};
