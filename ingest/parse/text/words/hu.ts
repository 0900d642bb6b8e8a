import type { LanguageWords } from './types.ts';

export const hu: LanguageWords = {
  months:
    'január/jan|február/febr/feb|március/márc/már|április/ápr|május/máj|június/jún|július/júl|augusztus/aug|szeptember/szept/szep|október/okt|november/nov|december/dec',
  weekdays: 'hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap',
};
