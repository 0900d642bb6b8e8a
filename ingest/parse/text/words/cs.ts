import type { LanguageWords } from './types.ts';

export const cs: LanguageWords = {
  months:
    'leden/ledna/lednu|únor/února/únoru|březen/března/březnu|duben/dubna/dubnu|květen/května/květnu|červen/června/červnu|červenec/července/červenci|srpen/srpna/srpnu|září|říjen/října/říjnu|listopad/listopadu|prosinec/prosince/prosinci',
  weekdays: 'pondělí/po|úterý/út|středa/středu/st|čtvrtek/čt|pátek/pá|sobota/sobotu/so|neděle/neděli/ne',
};
