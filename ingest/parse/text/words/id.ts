import type { LanguageWords } from './types.ts';

export const id: LanguageWords = {
  months:
    'januari/jan|februari/pebruari/feb|maret/mar|april/apr|mei|juni/jun|juli/jul|agustus/agu/ags/agt|september/sep/sept|oktober/okt|november/nopember/nov|desember/des',
  weekdays: 'senin/sen|selasa/sel|rabu/rab|kamis/kam|jumat/jum’at/jum|sabtu/sab|minggu/ahad/min',
};
