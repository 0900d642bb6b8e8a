import { isSpacedBetween } from './lines.ts';

/** A hyphen at the end of a line, soft or real. */
const HYPHEN = /\p{L}[-\u00AD\u2010]$/u;
/** `Haupt- und Nebenstraße`: the hyphen stands for the rest of a word. */
const JOINS = /^(?:und|oder|bzw|sowie|bis|and|or|to|et|ou|en|of|och|eller|og|y|o|e|i|lub|oraz)(?![\p{L}])/u;
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

/** Two lines as one. A word broken at the end of the first is whole again; a hyphen that is its own stays. */
export function rejoin(before: string, after: string, known: ReadonlySet<string>): string {
  if (before === '') return after;
  if (!HYPHEN.test(before)) {
    const isDash = /[\p{L}\d]—$/u.test(before) || /\d[-–]$/.test(before);
    return `${before}${isDash || !isSpacedBetween(before, after) ? '' : ' '}${after}`;
  }
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
  if (JOINS.test(after)) return `${before} ${after}`;
  if (!/^\p{Ll}/u.test(after)) return before + after;
  const head = /[\p{L}\p{M}\u2010-]+$/u.exec(before.slice(0, -1))?.[0] ?? '';
  const tail = /^[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/u.exec(after)?.[0] ?? '';
  const isWhole = known.has(fold(head + tail));
  const isCompound = /[-\u2010]/.test(head) || known.has(fold(`${head}-${tail}`));
  return isCompound && !isWhole ? before + after : before.slice(0, -1) + after;
}
