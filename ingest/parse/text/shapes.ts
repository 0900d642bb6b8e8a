import { characterClass } from '../../../base/character-class.ts';

/** What can be told of a text from its letters and marks alone, whatever its language. */

/** Endings are looked for in this much of a text. */
const END_WINDOW = 16;
const SENTENCE_END = /[.!?…‥。．！？।۔؟։።](?:\[\d+\])?[\s"'”’»“‘«)\]」』）〉》】♦◆■□●▪]*$/u;
const PERIOD_END = /[.…。．।۔։።][\s"'”’»“‘«)\]」』）〉》】♦◆■□●▪]*$/u;
const INNER_END =
  /[.!?…][)"'”’»“]*\s+["'“„«‘(¿¡—–-]*\s?[\p{Lu}\p{Lt}\p{Lo}\p{N}]|[。！？।۔؟]["”’»」』）)]*\s*[^\s"”’»」』）)]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const CASED = /\p{Lu}|\p{Ll}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const SPACE = /\s+/;
const OTHER_SPACE = /[^\S ]|\s\s/;
/** Western letters and what stands between them: nothing that is written without spaces. */
const MAY_BE_UNSPACED = /[^\0-\u0DFF\u2000-\u206F]/;
/** Nothing ends here: most lines are told by their last character. */
const GOES_ON = /[A-Za-z0-9,:]/;

/** Columns of a script without spaces that make a word. */
const COLUMNS_PER_WORD = 4;

export const endsSentence = (text: string): boolean => hasEnd(text, SENTENCE_END);

/** Ends as a statement does: not as a question or a cry, which headlines end with as well. */
export const endsStatement = (text: string): boolean => hasEnd(text, PERIOD_END);

function hasEnd(text: string, end: RegExp): boolean {
  const last = text.charAt(text.length - 1);
  return last === '.' || (!GOES_ON.test(last) && end.test(text.slice(-END_WINDOW)));
}

/** Whether a text of bounded length holds more than one sentence. */
export const hasSentences = (text: string): boolean => INNER_END.test(text.slice(0, 1_000));

const WITHOUT_ENDS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
export const isWithoutEnds = (text: string): boolean => WITHOUT_ENDS.test(text);

export const isUnspaced = (text: string): boolean => MAY_BE_UNSPACED.test(text) && UNSPACED.test(text);

/** Parts of a text between its spaces. Nearly all spaces are single ones, which no pattern is needed for. */
export const wordsOf = (text: string): readonly string[] => text.split(OTHER_SPACE.test(text) ? SPACE : ' ');

const IS_SPACE = 1;
const spaceClass = characterClass((character) => (SPACE.test(character) ? IS_SPACE : 2));

/** How many runs of space a text has. */
function gapsIn(text: string): number {
  let gaps = 0;
  let isGap = false;
  for (let at = 0; at < text.length; at++) {
    const isSpace = spaceClass(text.charCodeAt(at)) === IS_SPACE;
    if (isSpace && !isGap) gaps++;
    isGap = isSpace;
  }
  return gaps;
}

/** About how many words a short text has. */
export function wordsIn(text: string, width: number): number {
  const spaced = 1 + gapsIn(text);
  return isUnspaced(text) ? Math.max(spaced, Math.round(width / COLUMNS_PER_WORD)) : spaced;
}

/** Written in capitals throughout, in a script that has them. */
export const isCapitals = (text: string): boolean => UPPER.test(text) && !LOWER.test(text);

const PARTICLES = new Set(
  'de del della delle di da das do dos du d la le las los van von der den des ten ter te zu zum zur af av al el bin ibn bint ben abu y e i und'.split(
    ' ',
  ),
);
/** No person's name begins with one. */
const ARTICLES = new Set(['The', 'Der', 'Die', 'Das', 'Il', 'Het']);
const NAME_WORD = /^[\p{Lu}\p{Lt}][\p{L}\p{M}.'’‘`-]*$/u;
const CASELESS_WORD = /^(?:\p{Lo}|\p{M}|['’׳״"-]|\u200C|\u200D){2,14}$/u;
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
/** A family name and a given name written with signs of sound, not an ending or a form of address. */
const GIVEN_IN_KANA =
  /^\p{Script=Han}{2,3}(?!さん|くん|ちゃん|たち|あり|ため|から|まで|など|する|した|のみ)\p{Script=Hiragana}{2,4}$/u;
const HANGUL_NAME = /^\p{Script=Hangul}{2,4}$/u;
const KANA_NAME = /^[\p{Script=Katakana}・ー]{2,20}$/u;

/** Two to five capitalised words, as persons are called; in scripts without capitals as much as can be told. */
export function isName(text: string): boolean {
  if (text.length > 60 || text.length < 2) return false;
  const words = wordsOf(text);
  if (!CASED.test(text)) return isCaselessName(text, words);
  if (words.length < 2 || words.length > 5 || ARTICLES.has(words[0] ?? '')) return false;
  let capitalised = 0;
  for (const [at, word] of words.entries()) {
    if (NAME_WORD.test(word)) capitalised++;
    else if (at === 0 ? !PARTICLES.has(word.toLowerCase()) : !PARTICLES.has(word)) return false;
  }
  return capitalised >= 2 || (capitalised === 1 && PARTICLES.has(words[0] ?? ''));
}

function isCaselessName(text: string, words: readonly string[]): boolean {
  if (HAN_NAME.test(text) || GIVEN_IN_KANA.test(text) || HANGUL_NAME.test(text) || KANA_NAME.test(text)) return true;
  if (isUnspaced(text))
    return (
      words.length <= 3 &&
      words.every((word) => HAN_NAME.test(word) || KANA_NAME.test(word) || /^\p{Script=Han}{1,3}$/u.test(word)) &&
      words.length > 1
    );
  return words.length >= 2 && words.length <= 4 && words.every((word) => CASELESS_WORD.test(word));
}

/** A capitalised word that may stand inside a name or a place. */
export const isNameWord = (word: string): boolean => NAME_WORD.test(word);
export const isParticle = (word: string): boolean => PARTICLES.has(word);
