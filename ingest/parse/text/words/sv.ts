import type { LanguageWords } from './types.ts';

export const sv: LanguageWords = {
  months:
    'januari/jan|februari/feb|mars/mar|april/apr|maj|juni/jun|juli/jul|augusti/aug|september/sept/sep|oktober/okt|november/nov|december/dec',
  weekdays:
    'måndag/måndagen/mån|tisdag/tisdagen/tis|onsdag/onsdagen/ons|torsdag/torsdagen/tor/tors|fredag/fredagen/fre|lördag/lördagen/lör|söndag/söndagen/sön',
};
