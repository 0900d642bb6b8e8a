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

const latin = (language: string, letters: string, foreign: string): Alphabet => ({
  language,
  letters,
  foreign,
  common: '',
});
const script = (language: string, letters: string, common: string): Alphabet => ({
  language,
  letters,
  foreign: '',
  common,
});

/** A language whose words are not known. */
export const ANY = 'any';

const WESTERN: readonly Alphabet[] = [
  latin('de', 'äöüß', ''),
  latin('fr', 'éèêëàâçîïôùûœæÿ', 'kw'),
  latin('es', 'áéíóúñü¿¡ºª', 'kw'),
  latin('pt', 'ãõáâàéêíóôúçºª', 'kwy'),
  latin('it', 'àèéìòù', 'jkwxy'),
  latin('ca', 'àçèéíïòóúü', 'kwy'),
  latin('sv', 'åäöé', 'qwz'),
  latin('da', 'æøåé', 'cqwxz'),
  latin('no', 'æøåéòô', 'cqwxz'),
  latin('nl', 'ëéïöüè', 'qx'),
  latin('is', 'áðéíóúýþæö', 'cqwz'),
  latin('fi', 'äöå', 'bcfqwxz'),
  latin('en', '£½°àéñöüïç', ''),
  // Hundreds of languages were written with these letters: better one of them than a stranger one.
  latin(ANY, 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿß', ''),
];

const CENTRAL: readonly Alphabet[] = [
  latin('pl', 'ąćęłńóśźż', 'qvx'),
  latin('cs', 'áčďéěíňóřšťúůýž', 'qwx'),
  latin('sk', 'áäčďéíĺľňóôŕšťúýž', 'qwx'),
  latin('hu', 'áéíóöőúüű', 'qwx'),
  latin('hr', 'čćđšž', 'qwxy'),
  latin('sl', 'čšž', 'qwxy'),
  latin('ro', 'ăâîșțşţ', 'kqwy'),
];

const RUSSIAN = script('ru', 'абвгдежзийклмнопрстуфхцчшщъыьэюяё', 'оеаинтсрвл');
const UKRAINIAN = script('uk', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', 'оаниітвресл');
const CYRILLIC: readonly Alphabet[] = [
  RUSSIAN,
  UKRAINIAN,
  script('bg', 'абвгдежзийклмнопрстуфхцчшщъьюя', 'аоеитнрсвл'),
  script('sr', 'абвгдђежзијклљмнњопрстћуфхцчџш', 'аоеинрсјтв'),
  script('be', 'абвгдеёжзійклмнопрстуўфхцчшыьэюя', 'анеірыотсл'),
];

const GREEK = script('el', 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ', 'αοιεητνσρυς');
const TURKISH = latin('tr', 'çğıöşüİâî', 'qwx');
const BALTIC: readonly Alphabet[] = [
  latin('lt', 'ąčęėįšųūž', 'qwx'),
  latin('lv', 'āčēģīķļņšūž', 'qwxy'),
  latin('et', 'äõöüšž', 'cqwxyz'),
];
const HEBREW = script('he', 'אבגדהוזחטיכךלמםנןסעפףצץקרשת', 'יוהלארתבשמ');
const ARABIC = script('ar', 'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ،؛؟', 'اليمونرتبةع');
const THAI = script('th', 'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึืฺุู฿เแโใไๅๆ็่้๊๋์ํ๎๏๐๑๒๓๔๕๖๗๘๙', 'านรอกเงมยล่วด');
const VIETNAMESE = latin('vi', 'ăâđêôơưàáèéìíòóùúýãõ\u0300\u0301\u0303\u0309\u0323', 'fjwz');

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
