import type { LanguageWords } from './types.ts';

export const no: LanguageWords = {
  months:
    'januar/jan|februar/feb|mars/mar|april/apr|mai|juni/jun|juli/jul|august/aug|september/sept/sep|oktober/okt|november/nov|desember/des',
  weekdays:
    'mandag/måndag/man|tirsdag/tysdag/tir|onsdag/ons|torsdag/tor|fredag/fre|lørdag/laurdag/lør|søndag/sundag/søn',
};
