import { type Alphabet, ANY, alphabets } from './alphabets.ts';
import { functionWords } from './function-words.ts';

/** How well a text read in some encoding looks like one; below zero it is no reading. */
export interface Reading {
  readonly encoding: string;
  readonly score: number;
}

/** Punctuation of any text; everything else that is no letter of the language counts against it. */
const PUNCTUATION = '–—‘’‚“”„…«»°§•·№€\u00A0\u00AD';
const SYMBOL = /[^\p{L}\p{M}]/u;
const WORD = /[A-Za-z\x80-\xff]+/g;
const HIGH = /[\x80-\xff]/;
/** A capital within a word: text read in the wrong Cyrillic encoding is full of them. */
const INNER_CAPITAL = /\p{Ll}\p{Lu}/gu;
/** Letters of two scripts side by side, and one alone among those of another. */
const MIXED = /[a-z](?!\p{Script=Latin})\p{L}|(?!\p{Script=Latin})\p{L}[a-z]/giu;
const ALONE = /(?<=[a-z])(?!\p{Script=Latin})\p{L}(?=[a-z])/giu;

/** What a sample holds, whatever its encoding. */
interface Sample {
  /** How often each byte beyond ASCII occurs. */
  readonly bytes: ReadonlyMap<number, number>;
  readonly total: number;
  /** Words with a byte beyond ASCII, one character for each byte. */
  readonly highWords: readonly string[];
  readonly wordCount: number;
  /** Hits of plain words in each language's commonest. */
  readonly plainHits: ReadonlyMap<string, number>;
  /** The share of each ASCII letter. */
  readonly shareOf: ReadonlyMap<string, number>;
}

/** For each encoding of one byte per character, how well the language that fits it best does. */
export function narrowReadings(bytes: Uint8Array): readonly Reading[] {
  const sample = takeSample(bytes);
  return alphabets.map(({ encoding, languages }) => ({ encoding, score: scoreOf(sample, encoding, languages) }));
}

function takeSample(sample: Uint8Array): Sample {
  const bytes = new Map<number, number>();
  let total = 0;
  for (const byte of sample) {
    if (byte < 0x80) continue;
    bytes.set(byte, (bytes.get(byte) ?? 0) + 1);
    total++;
  }
  const words = Buffer.from(sample).toString('latin1').match(WORD) ?? [];
  const plain = words.filter((word) => !HIGH.test(word)).map((word) => word.toLowerCase());
  return {
    bytes,
    total,
    highWords: words.filter((word) => HIGH.test(word)),
    wordCount: Math.max(1, words.length),
    plainHits: hits(plain),
    shareOf: letterShares(plain.join('')),
  };
}

function hits(words: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of words)
    for (const language of functionWords.get(word) ?? []) found.set(language, (found.get(language) ?? 0) + 1);
  return found;
}

function letterShares(text: string): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const letter of text) shares.set(letter, (shares.get(letter) ?? 0) + 1 / text.length);
  return shares;
}

function scoreOf(sample: Sample, encoding: string, languages: readonly Alphabet[]): number {
  if (sample.total === 0) return -1;
  const decoder = new TextDecoder(encoding);
  const characters = [...sample.bytes].map(([byte, count]) => ({
    character: decoder.decode(new Uint8Array([byte])),
    share: count / sample.total,
  }));
  const words = decoder.decode(Buffer.from(sample.highWords.join('\n'), 'latin1')).normalize('NFC');
  const highHits = hits(words.toLowerCase().split('\n'));
  const isLatin = languages.every(({ common }) => common === '');
  const mixed = isLatin ? 0 : count(words, MIXED) + count(words, ALONE);
  const disorder = (count(words, INNER_CAPITAL) * 2 + mixed) / sample.total;
  const fits = languages.map((alphabet) => {
    const wordShare =
      ((sample.plainHits.get(alphabet.language) ?? 0) + (highHits.get(alphabet.language) ?? 0)) / sample.wordCount;
    const handicap = alphabet.language === ANY ? 0.15 : 0;
    return inAlphabet(characters, alphabet) - handicap + Math.min(0.6, wordShare * 1.5) - foreignness(sample, alphabet);
  });
  return Math.max(...fits) - disorder;
}

/** The share of characters that are letters of the language, common ones counting more, symbols against it. At most 1.5. */
function inAlphabet(
  characters: readonly { readonly character: string; readonly share: number }[],
  { letters, common }: Alphabet,
): number {
  let sum = 0;
  for (const { character, share } of characters) {
    const lower = character.toLowerCase();
    if (letters.includes(lower)) sum += share;
    // A text in another script has more to show than its quotation marks.
    else if (PUNCTUATION.includes(character)) sum += common === '' ? share : share / 2;
    else if (SYMBOL.test(character)) sum -= share * 1.5;
    if (common.includes(lower)) sum += share / 2;
  }
  return sum;
}

/** How much of the text is letters the language hardly uses; a few come with names. */
function foreignness({ shareOf }: Sample, { foreign }: Alphabet): number {
  const share = [...foreign].reduce((sum, letter) => sum + (shareOf.get(letter) ?? 0), 0);
  return Math.max(0, share - 0.005) * 6;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
