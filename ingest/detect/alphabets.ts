/** A language as it shows in text of one byte per character: its letters beyond ASCII and its commonest words. */
interface Alphabet {
  readonly letters: RegExp;
  readonly words: RegExp;
}

/** An encoding and the languages people wrote in it. */
interface LegacyEncoding {
  readonly encoding: string;
  readonly languages: readonly Alphabet[];
}

const alphabet = (letters: string, words: string): Alphabet => ({
  letters: new RegExp(`[${letters}${letters.toUpperCase()}–—‘’“”„…«»°]`, 'gu'),
  words: new RegExp(`(?<![\\p{L}])(?:${words.replaceAll(' ', '|')})(?![\\p{L}])`, 'giu'),
});

const WESTERN: readonly Alphabet[] = [
  alphabet('äöüß', 'der die und das ist nicht ein eine den von mit dem sich auf für'),
  alphabet('éèêëàâçîïôùûœ', 'le la les des et est une dans que qui pour sur pas du'),
  alphabet('áéíóúñü¿¡', 'el la los las que y en un una por con para del se no'),
  alphabet('ãõáâàéêíóôúç', 'o os as que e do da em um uma para com não no na'),
  alphabet('àèéìòù', 'il la di che e un una per non del con sono le gli'),
  alphabet('åäöé', 'och att det som en på är av för med den till inte har'),
  alphabet('æøåé', 'og i det er en at på som til av for med ikke har den af'),
  alphabet('ëéïöü', 'de het een van en in is dat op te niet met voor zijn'),
  alphabet('áðéíóúýþæö', 'og að í er á sem til við um en það'),
  alphabet('äöå', 'ja on ei että oli se hän joka mutta kun'),
  alphabet('£½°·àéñ', 'the and of to in is that for on with it was as at'),
];

const CENTRAL: readonly Alphabet[] = [
  alphabet('ąćęłńóśźż', 'w i na się z do nie że jest to od po o przez'),
  alphabet('áčďéěíňóřšťúůýž', 'a se na v je že s z do to o i ve pro jako'),
  alphabet('áäčďéíĺľňóôŕšťúýž', 'a sa na v je že s z do to o aj vo pre ako'),
  alphabet('áéíóöőúüű', 'a az és hogy nem is egy van meg csak volt'),
  alphabet('čćđšž', 'i u je na se da za od su sa koji ne kao in za so pa'),
  alphabet('ăâîșțşţ', 'și şi de la în a cu din nu pe care este un o'),
];

const CYRILLIC: readonly Alphabet[] = [
  alphabet('абвгдежзийклмнопрстуфхцчшщъыьэюяё', 'и в не на что с по как это к из за от'),
  alphabet('абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', 'і в не на що з та до як це за від у'),
  alphabet('абвгдежзийклмнопрстуфхцчшщъьюя', 'и на да се в за не от с е че по'),
  alphabet('абвгдђежзијклљмнњопрстћуфхцчџш', 'и у је на се да за од су не као'),
];

const GREEK = alphabet('αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ', 'και το να του η της με που την από για ο');
const TURKISH = alphabet('çğıöşüİâî', 've bir bu da de için ile olarak daha çok en ne');
const BALTIC: readonly Alphabet[] = [
  alphabet('ąčęėįšųūž', 'ir kad yra su į iš tai kaip buvo o ne'),
  alphabet('āčēģīķļņšūž', 'un ir ar no uz ka par tas kas bija'),
  alphabet('äõöüšž', 'ja on ei et see oli ta kui mis'),
];
const HEBREW = alphabet('אבגדהוזחטיכךלמםנןסעפףצץקרשת', 'של את על לא הוא היא זה כי עם');
const ARABIC = alphabet('ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ،؛؟', 'في من على أن إلى عن مع هذا التي');
const THAI: Alphabet = { letters: /[\u0E01-\u0E5B]/gu, words: /ที่|และ|การ|ของ|เป็น|ใน/gu };
const VIETNAMESE = alphabet(
  'ăâđêôơưàáèéìíòóùúýãõ\u0300\u0301\u0303\u0309\u0323',
  'và của là không có được trong người',
);

/** In order of preference: where two read the same bytes alike, the first is taken. */
export const alphabets: readonly LegacyEncoding[] = [
  { encoding: 'windows-1252', languages: WESTERN },
  { encoding: 'iso-8859-15', languages: WESTERN },
  { encoding: 'windows-1250', languages: CENTRAL },
  { encoding: 'iso-8859-2', languages: CENTRAL },
  { encoding: 'windows-1251', languages: CYRILLIC },
  { encoding: 'koi8-r', languages: CYRILLIC.slice(0, 1) },
  { encoding: 'koi8-u', languages: CYRILLIC.slice(1, 2) },
  { encoding: 'iso-8859-5', languages: CYRILLIC },
  { encoding: 'ibm866', languages: CYRILLIC.slice(0, 1) },
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
