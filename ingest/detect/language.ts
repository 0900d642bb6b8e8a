import { LanguageScores } from './language-scores.ts';

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
/** Beyond Latin letters and what stands between them in all languages: only there the script of a letter is asked for. */
const MAY_BE_OTHER = /[^\0-\u00B4\u00B6-\u024F\u1E00-\u1EFF\u2000-\u206F]/;
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
const LETTER = /\p{L}/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language of a text by its script, else by how many of its words are a language's commonest; null when unsure. */
export const detectLanguage = (text: string): string | null => lookAt(text, GLANCE) ?? lookAt(text, THOROUGH);

function lookAt(text: string, look: Look): string | null {
  const start = text.slice(0, look.characters);
  const isLatin = !MAY_BE_OTHER.test(start) || !NOT_LATIN.test(start);
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
  const scores = new LanguageScores();
  const words = scores.addWords(text.toLowerCase());
  if (words < 4) return null;
  const { best, second } = scores.leaders();
  if (!best || best.score < words * leastShare) return null;
  if (!second || best.score >= second.score * leastLead) return best.language;
  const areSiblings = tellsSiblings && SIBLINGS.includes(`${best.language} ${second.language}`);
  return areSiblings && best.score > second.score ? best.language : null;
}
