import type { LanguageWords } from './types.ts';

export const pl: LanguageWords = {
  months:
    'styczeń/stycznia/styczniu/sty|luty/lutego/lutym/lut|marzec/marca/marcu/mar|kwiecień/kwietnia/kwietniu/kwi|maj/maja/maju|czerwiec/czerwca/czerwcu/cze|lipiec/lipca/lipcu/lip|sierpień/sierpnia/sierpniu/sie|wrzesień/września/wrześniu/wrz|październik/października/październiku/paź|listopad/listopada/listopadzie/lis|grudzień/grudnia/grudniu/gru',
  weekdays:
    'poniedziałek/poniedziałku/pon|wtorek/wtorku/wt|środa/środę/śr|czwartek/czwartku/czw|piątek/piątku/pt|sobota/sobotę/sob|niedziela/niedzielę/niedz/nd',
};
