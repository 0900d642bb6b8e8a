import { characterClass, isHalf } from '../../base/character-class.ts';
import { functionWords } from './function-words.ts';
import { LETTERS } from './letters.ts';

/** How many languages may share a letter that still tells something. */
const FEW_OWNERS = 3;
/** Names bring strange letters with them. */
const STRANGER = 0.5;
const LETTER = /^[\p{L}\p{M}]/u;
const LETTER_BEYOND = /(?!\p{ASCII})[\p{L}\p{M}]/gu;

/** All languages with words or letters. Scores are kept by their places here, because every word of a text is scored. */
const LANGUAGES: readonly string[] = [...new Set([...[...functionWords.values()].flat(), ...Object.keys(LETTERS)])];
const placeOf = (language: string): number => LANGUAGES.indexOf(language);
const hasLetters: readonly boolean[] = LANGUAGES.map((language) => language in LETTERS);

const speakersOf: ReadonlyMap<string, readonly number[]> = new Map(
  [...functionWords].map(([word, languages]) => [word, languages.map(placeOf)]),
);
const LONGEST_WORD = Math.max(...[...speakersOf.keys()].map((word) => word.length));
const ownersOf: ReadonlyMap<string, readonly number[]> = owners();

const IS_LETTER = 1;
const classOf = characterClass((character) => (LETTER.test(character) ? IS_LETTER : 2));

export interface Scored {
  readonly language: string;
  readonly score: number;
}

/** How much of a text speaks for each language: its commonest words, and letters that few have. */
export class LanguageScores {
  readonly #scores = new Float64Array(LANGUAGES.length);
  readonly #isSeen: boolean[] = hasLetters.map(() => false);

  /** Adds a text in lower case and returns how many words it has. */
  addWords(lower: string): number {
    let words = 0;
    let isBeyondAscii = false;
    for (let at = 0; at < lower.length; ) {
      const start = at;
      for (let length = letterAt(lower, at); length > 0; length = letterAt(lower, at)) {
        if (lower.charCodeAt(at) > 0x7f) isBeyondAscii = true;
        at += length;
      }
      if (at === start) at++;
      else {
        words++;
        if (at - start <= LONGEST_WORD) this.#add(speakersOf.get(lower.slice(start, at)) ?? [], 1);
      }
    }
    if (isBeyondAscii) this.#weighLetters(lower);
    return words;
  }

  /** The likeliest languages; undefined where nothing speaks for any. */
  leaders(): { readonly best: Scored | undefined; readonly second: Scored | undefined } {
    let best: Scored | undefined;
    let second: Scored | undefined;
    for (let place = 0; place < LANGUAGES.length; place++) {
      const score = this.#scores[place] ?? 0;
      if (!this.#isSeen[place] || (second && score <= second.score)) continue;
      const scored = { language: LANGUAGES[place] ?? '', score };
      if (best && score <= best.score) second = scored;
      else [best, second] = [scored, best];
    }
    return { best, second };
  }

  /** A letter that few languages have speaks for them, and against those that do not have it. */
  #weighLetters(text: string): void {
    for (const letter of text.match(LETTER_BEYOND) ?? []) {
      const owners = ownersOf.get(letter);
      if (!owners) continue;
      if (owners.length <= FEW_OWNERS) this.#add(owners, 1 / owners.length);
      for (const [place, isSeen] of this.#isSeen.entries())
        if (isSeen && hasLetters[place] && !owners.includes(place)) this.#add([place], -STRANGER);
    }
  }

  #add(places: readonly number[], score: number): void {
    for (const place of places) {
      this.#scores[place] = (this.#scores[place] ?? 0) + score;
      this.#isSeen[place] = true;
    }
  }
}

/** Length of the letter or mark at a place of a text, 0 if none stands there. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isHalf(code)) return LETTER.test(text.slice(at, at + 2)) ? 2 : 0;
  return at < text.length && classOf(code) === IS_LETTER ? 1 : 0;
}

function owners(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [language, letters] of Object.entries(LETTERS))
    for (const letter of letters) found.set(letter, [...(found.get(letter) ?? []), placeOf(language)]);
  return found;
}
