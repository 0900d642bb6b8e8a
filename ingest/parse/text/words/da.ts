import type { LanguageWords } from './types.ts';

export const da: LanguageWords = {
  months:
    'januar/jan|februar/feb|marts/mar|april/apr|maj|juni/jun|juli/jul|august/aug|september/sept/sep|oktober/okt|november/nov|december/dec',
  weekdays: 'mandag/man|tirsdag/tir/tirs|onsdag/ons|torsdag/tor/tors|fredag/fre|lørdag/lør|søndag/søn',
};
