/** Where in a text something stands: from, and to before. */
export type Span = readonly [number, number];

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Scripts that put no spaces between words; what was typed is looked for as it stands. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
/** A quotation mark that was closed has ended its last word. */
const CLOSED = /["”“»’]\s*$/u;
/** A shorter last word is a whole one; from here on it may be the beginning of one, as in the search itself. */
const PREFIX_LETTERS = 3;

const folded = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds where the words of a search stand in a text, with any accents, the last of them also as a beginning. */
export function wordFinder(query: string): (text: string) => readonly Span[] {
  const words = query.match(WORDS) ?? [];
  const whole = new Set(words.filter((word) => !UNSPACED.test(word)).map(folded));
  const unspaced = words.filter((word) => UNSPACED.test(word));
  const last = folded(words.at(-1) ?? '');
  const beginning = !CLOSED.test(query) && last.length >= PREFIX_LETTERS ? last : null;

  return (text) => {
    const spans: Span[] = [];
    for (const { 0: word, index } of text.matchAll(WORDS)) {
      const plain = folded(word);
      if (whole.has(plain) || (beginning !== null && plain.startsWith(beginning)))
        spans.push([index, index + word.length]);
    }
    for (const part of unspaced) {
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
        spans.push([at, at + part.length]);
    }
    return spans;
  };
}
