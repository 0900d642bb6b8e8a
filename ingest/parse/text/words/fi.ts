import type { LanguageWords } from './types.ts';

export const fi: LanguageWords = {
  months:
    'tammikuu/tammikuuta/tammikuun/tammikuussa|helmikuu/helmikuuta/helmikuun/helmikuussa|maaliskuu/maaliskuuta/maaliskuun/maaliskuussa|huhtikuu/huhtikuuta/huhtikuun/huhtikuussa|toukokuu/toukokuuta/toukokuun/toukokuussa|kesäkuu/kesäkuuta/kesäkuun/kesäkuussa|heinäkuu/heinäkuuta/heinäkuun/heinäkuussa|elokuu/elokuuta/elokuun/elokuussa|syyskuu/syyskuuta/syyskuun/syyskuussa|lokakuu/lokakuuta/lokakuun/lokakuussa|marraskuu/marraskuuta/marraskuun/marraskuussa|joulukuu/joulukuuta/joulukuun/joulukuussa',
  weekdays:
    'maanantai/maanantaina/ma|tiistai/tiistaina/ti|keskiviikko/keskiviikkona/ke|torstai/torstaina/to|perjantai/perjantaina/pe|lauantai/lauantaina/la|sunnuntai/sunnuntaina/su',
};
