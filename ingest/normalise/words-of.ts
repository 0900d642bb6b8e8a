import { characterClass, isHalf } from '../../base/character-class.ts';

/** Scripts without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const BEGINS_WORD = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
/** What a word may hold but not begin with, marks aside. */
const JOINERS = "'’._-";
/** Belongs to no script, and to the Japanese word it stands in. */
const LONG_VOWEL = 'ー';
/** Reading speeds make two characters of Chinese or Japanese about one word. */
const CHARACTERS_PER_WORD = 2;

/** What a character is to the words around it. */
const PART = { unspaced: 1, begins: 2, mark: 3, joins: 4, between: 5 } as const;
type Part = (typeof PART)[keyof typeof PART];

const partOfCode = characterClass(partOf);

/** How many words a text has, for the reading time. */
export function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let before: Part = PART.between;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const part = isHalf(code) ? partOf(text.slice(at, at + 2)) : partOfCode(code);
    at += isHalf(code) ? 2 : 1;
    if (part === PART.begins) {
      if (before !== PART.begins) words++;
      at = endOfWord(text, at);
      before = PART.begins;
    } else if (part === PART.unspaced || (before === PART.unspaced && part === PART.mark)) {
      unspaced++;
      before = PART.unspaced;
    } else if (part === PART.between || before !== PART.begins) before = PART.between;
  }
  return Math.ceil(unspaced / CHARACTERS_PER_WORD) + words;
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** Where a word ends, as far as the basic plane goes: most of a text is passed over here. */
function endOfWord(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= SMALL_A && code <= SMALL_Z) continue;
    const part = isHalf(code) ? PART.between : partOfCode(code);
    if (part === PART.between || part === PART.unspaced) break;
  }
  return at;
}

function partOf(character: string): Part {
  if (UNSPACED.test(character) || character === LONG_VOWEL) return PART.unspaced;
  if (BEGINS_WORD.test(character)) return PART.begins;
  if (MARK.test(character)) return PART.mark;
  return JOINERS.includes(character) ? PART.joins : PART.between;
}

const LOOSE_END = /[\s,;:–—-]/u;
/** White space that is not one space already, which most of it is. */
const LOOSE_SPACE = /[^\S ]\s*| \s+/g;

/** The beginning of a text, at most `limit` characters, cut between words and never through a character. */
export function firstWords(text: string, limit: number): string {
  const line = text
    .slice(0, limit * 4)
    .replace(LOOSE_SPACE, ' ')
    .trim();
  if (line.length <= limit) return line;
  const space = line.lastIndexOf(' ', limit);
  if (space <= limit / 2) return [...line].slice(0, limit).join('');
  let end = space;
  while (end > 0 && LOOSE_END.test(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}
