import { functionWords } from './function-words.ts';
import { LETTERS } from './letters.ts';

/** How much of a text is looked at, and from when on a language is believed. */
interface Look {
  readonly characters: number;
  /** Of the words being its commonest ones. */
  readonly leastShare: number;
  /** Over the next likely language. */
  readonly leastLead: number;
  /** Whether a smaller lead will do between siblings. */
  readonly tellsSiblings: boolean;
}

/** Of a hundred news texts 99 show plainly in their first lines what they are; the others are looked at for longer. */
const GLANCE: Look = { characters: 500, leastShare: 0.18, leastLead: 1.75, tellsSiblings: false };
const THOROUGH: Look = { characters: 4_000, leastShare: 0.12, leastLead: 1.25, tellsSiblings: true };
/** Languages so near each other that a few words must decide. */
const SIBLINGS: readonly string[] = ['cs sk', 'da no', 'id ms', 'sk cs', 'no da', 'ms id'];

/** Scripts that one language of the news is written in; the rest is told by letters or words. */
const BY_SCRIPT: readonly (readonly [script: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];
const NOT_ASCII = /\P{ASCII}/u;
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
const LETTER = /\p{L}/gu;
const LETTER_BEYOND = /(?!\p{ASCII})[\p{L}\p{M}]/gu;
const WORD = /[\p{L}\p{M}]+/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language of a text by its script, else by how many of its words are a language's commonest; null when unsure. */
export const detectLanguage = (text: string): string | null => lookAt(text, GLANCE) ?? lookAt(text, THOROUGH);

function lookAt(text: string, look: Look): string | null {
  const start = text.slice(0, look.characters);
  const isLatin = !NOT_ASCII.test(start) || !NOT_LATIN.test(start);
  return (isLatin ? null : byScript(start)) ?? byWords(start, look);
}

function byScript(text: string): string | null {
  const letters = count(text, LETTER);
  for (const [script, language] of BY_SCRIPT) {
    const share = count(text, script) / letters;
    // Japanese mixes its syllables with Chinese characters.
    if (share > (language === 'ja' ? 0.05 : 0.5)) return language;
  }
  return null;
}

function byWords(text: string, { leastShare, leastLead, tellsSiblings }: Look): string | null {
  const lower = text.toLowerCase();
  const words = lower.match(WORD) ?? [];
  if (words.length < 4) return null;
  const scores = new Map<string, number>();
  for (const word of words) for (const language of functionWords.get(word) ?? []) add(scores, language, 1);
  if (NOT_ASCII.test(lower)) weighLetters(lower, scores);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < words.length * leastShare) return null;
  if (!second || best[1] >= second[1] * leastLead) return best[0];
  const areSiblings = tellsSiblings && SIBLINGS.includes(`${best[0]} ${second[0]}`);
  return areSiblings && best[1] > second[1] ? best[0] : null;
}

/** A letter that few languages have speaks for them, and against those that do not have it. */
function weighLetters(text: string, scores: Map<string, number>): void {
  for (const letter of text.match(LETTER_BEYOND) ?? []) {
    const owners = ownersOf.get(letter);
    if (!owners) continue;
    if (owners.length <= FEW_OWNERS) for (const language of owners) add(scores, language, 1 / owners.length);
    for (const language of scores.keys())
      if (language in LETTERS && !owners.includes(language)) add(scores, language, -STRANGER);
  }
}

function add(scores: Map<string, number>, language: string, score: number): void {
  scores.set(language, (scores.get(language) ?? 0) + score);
}

/** How many languages may share a letter that still tells something. */
const FEW_OWNERS = 3;
/** Names bring strange letters with them. */
const STRANGER = 0.5;

const ownersOf: ReadonlyMap<string, readonly string[]> = owners();

function owners(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [language, letters] of Object.entries(LETTERS))
    for (const letter of letters) found.set(letter, [...(found.get(letter) ?? []), language]);
  return found;
}
