import { LETTERS, type LetteredLanguage } from './letters.ts';

/** A language as it shows in text of one byte per character. */
export interface Alphabet {
  /** Key of its commonest words in `function-words.ts`. */
  readonly language: string;
  /** Its letters beyond ASCII, in lower case. */
  readonly letters: string;
  /** ASCII letters it hardly uses: a text full of them is in another language. */
  readonly foreign: string;
  /** Of alphabets that are not Latin, the letters that make up two thirds of any text. */
  readonly common: string;
}

/** An encoding and the languages people wrote in it. */
export interface LegacyEncoding {
  readonly encoding: string;
  readonly languages: readonly Alphabet[];
}

/** @param signs what it writes beside its letters */
const latin = (language: LetteredLanguage, foreign: string, signs = ''): Alphabet => ({
  language,
  letters: LETTERS[language] + signs,
  foreign,
  common: '',
});
const script = (language: LetteredLanguage, common: string, signs = ''): Alphabet => ({
  language,
  letters: LETTERS[language] + signs,
  foreign: '',
  common,
});

/** A language whose words are not known. */
export const ANY = 'any';

const WESTERN: readonly Alphabet[] = [
  latin('de', ''),
  latin('fr', 'kw'),
  latin('es', 'kw', '¿¡ºª'),
  latin('pt', 'kwy', 'ºª'),
  latin('it', 'jkwxy'),
  latin('ca', 'kwy'),
  latin('sv', 'qwz'),
  latin('da', 'cqwxz'),
  latin('no', 'cqwxz'),
  latin('nl', 'qx'),
  latin('is', 'cqwz'),
  latin('fi', 'bcfqwxz'),
  latin('en', '', '£½°·àñöüç'),
  // Hundreds of languages were written with these letters: better one of them than a stranger one.
  { language: ANY, letters: 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿß', foreign: '', common: '' },
];

const CENTRAL: readonly Alphabet[] = [
  latin('pl', 'qvx'),
  latin('cs', 'qwx'),
  latin('sk', 'qwx'),
  latin('hu', 'qwx'),
  latin('hr', 'qwxy'),
  latin('sl', 'qwxy'),
  latin('ro', 'kqwy'),
];

const RUSSIAN = script('ru', 'оеаинтсрвл');
const UKRAINIAN = script('uk', 'оаниітвресл');
const CYRILLIC: readonly Alphabet[] = [
  RUSSIAN,
  UKRAINIAN,
  script('bg', 'аоеитнрсвл'),
  script('sr', 'аоеинрсјтв'),
  script('be', 'анеірыотсл'),
];

const GREEK = script('el', 'αοιεητνσρυς');
const TURKISH = latin('tr', 'qwx');
const BALTIC: readonly Alphabet[] = [latin('lt', 'qwx'), latin('lv', 'qwxy'), latin('et', 'cqwxyz')];
const HEBREW = script('he', 'יוהלארתבשמ');
const ARABIC = script('ar', 'اليمونرتبةع', '،؛؟');
const THAI = script('th', 'านรอกเงมยล่วด');
const VIETNAMESE = latin('vi', 'fjwz');

/** In order of preference: where two read the same bytes alike, the first is taken. */
export const alphabets: readonly LegacyEncoding[] = [
  { encoding: 'windows-1252', languages: WESTERN },
  { encoding: 'iso-8859-15', languages: WESTERN },
  { encoding: 'windows-1250', languages: CENTRAL },
  { encoding: 'iso-8859-2', languages: CENTRAL },
  { encoding: 'windows-1251', languages: CYRILLIC },
  { encoding: 'koi8-r', languages: [RUSSIAN] },
  { encoding: 'koi8-u', languages: [UKRAINIAN] },
  { encoding: 'iso-8859-5', languages: CYRILLIC },
  { encoding: 'ibm866', languages: [RUSSIAN] },
  { encoding: 'windows-1253', languages: [GREEK] },
  { encoding: 'iso-8859-7', languages: [GREEK] },
  { encoding: 'windows-1254', languages: [TURKISH] },
  { encoding: 'windows-1255', languages: [HEBREW] },
  { encoding: 'windows-1256', languages: [ARABIC] },
  { encoding: 'iso-8859-6', languages: [ARABIC] },
  { encoding: 'windows-1257', languages: BALTIC },
  { encoding: 'windows-1258', languages: [VIETNAMESE] },
  { encoding: 'windows-874', languages: [THAI] },
  { encoding: 'macintosh', languages: WESTERN },
];
