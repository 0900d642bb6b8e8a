/** Scripts without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}ー]+/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’._-]*/gu;
/** Reading speeds make two characters of Chinese or Japanese about one word. */
const CHARACTERS_PER_WORD = 2;

/** How many words a text has, for the reading time. */
export function countWords(text: string): number {
  if (!UNSPACED.test(text)) return count(text);
  let unspaced = 0;
  const spaced = text.replace(UNSPACED_RUN, (run) => {
    unspaced += run.length;
    return ' ';
  });
  return Math.ceil(unspaced / CHARACTERS_PER_WORD) + count(spaced);
}

function count(text: string): number {
  WORD.lastIndex = 0;
  let words = 0;
  while (WORD.test(text)) words++;
  return words;
}

/** The beginning of a text, at most `limit` characters, cut between words and never through a character. */
export function firstWords(text: string, limit: number): string {
  const line = text
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= limit) return line;
  const space = line.lastIndexOf(' ', limit);
  if (space > limit / 2) return line.slice(0, space).replace(/[\s,;:–—-]+$/u, '');
  return [...line].slice(0, limit).join('');
}
