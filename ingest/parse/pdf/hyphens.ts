import { isSpacedBetween } from './lines.ts';

/** A hyphen at the end of a line, soft or real. */
const HYPHEN = /\p{L}[-\u00AD\u2010]$/u;
/** `Haupt- und Nebenstraße`: the hyphen stands for the rest of a word. */
const JOINS = /^(?:und|oder|bzw|sowie|bis|and|or|to|et|ou|en|of|och|eller|og|y|o|e|i|lub|oraz)(?![\p{L}])/u;
/** No word is longer. */
const LONGEST = 80;
const WORD = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;

/** The words of a text that stand within its lines, so that those at their ends can be told. */
export function wordsWithin(lines: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    const found = line.match(WORD) ?? [];
    const isBroken = HYPHEN.test(line);
    for (const word of isBroken ? found.slice(1, -1) : found.slice(1)) words.add(fold(word));
  }
  return words;
}

const fold = (word: string): string => word.toLowerCase().replaceAll('\u2010', '-');

/** Lines as one text. A word broken at the end of one is whole again; a hyphen that is its own stays. */
export const rejoin = (lines: readonly string[], known: ReadonlySet<string>): string =>
  lines.map((line, at) => beforeNext(line, lines[at + 1], known)).join('');

/** A line as it stands before the next, with the blank between them, if there is one. */
function beforeNext(line: string, next: string | undefined, known: ReadonlySet<string>): string {
  if (next === undefined) return line;
  if (!HYPHEN.test(line)) {
    const isDash = /[\p{L}\d]—$/u.test(line) || /\d[-–]$/.test(line);
    return isDash || !isSpacedBetween(line, next) ? line : `${line} `;
  }
  const bare = line.slice(0, -1);
  if (line.endsWith('\u00AD')) return bare;
  if (JOINS.test(next)) return `${line} `;
  if (!/^\p{Ll}/u.test(next)) return line;
  const head = /[\p{L}\p{M}\u2010-]+$/u.exec(bare.slice(-LONGEST))?.[0] ?? '';
  const tail = /^[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/u.exec(next)?.[0] ?? '';
  const isWhole = known.has(fold(head + tail));
  const isCompound = /[-\u2010]/.test(head) || known.has(fold(`${head}-${tail}`));
  return isCompound && !isWhole ? line : bare;
}
