import type { DifferenceKind, DifferencePart, ParagraphDifference } from '../contract/revisions.ts';

/** What two sequences have in common and not, in order: `at` counts in the second where it is there, else in the first. */
interface Step {
  readonly kind: DifferenceKind;
  readonly at: number;
}

/** Cells of the table of the longest common subsequence: about 20 ms. Texts that need more have little in common, and are not taken apart. */
const MOST_CELLS = 4_000_000;
/** Paragraphs with fewer words in common than that are two, and not one that was changed. */
const ALIKE = 0.35;
/** Paragraphs of one gap that are compared with each other. */
const MOST_PAIRS = 40_000;

const SPACE_OR_WORD =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+(?:['’.\-‐][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu;

/** Words, what stands between them, and spaces; joined they are the text. */
const piecesOf = (text: string): readonly string[] => text.match(SPACE_OR_WORD) ?? [];

/** Paragraph by paragraph, and in changed ones word by word, what became of a text. Blank lines part paragraphs. */
export function textDifference(before: string, after: string): readonly ParagraphDifference[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
  const all: ParagraphDifference[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const close = () => {
    all.push(...gapDifference(removed, added));
    [removed, added] = [[], []];
  };
  for (const { kind, at } of steps(old, now)) {
    if (kind === 'removed') removed.push(old[at] ?? '');
    else if (kind === 'added') added.push(now[at] ?? '');
    else {
      close();
      all.push(whole('same', now[at] ?? ''));
    }
  }
  close();
  return all;
}

const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

const whole = (kind: DifferenceKind, text: string): ParagraphDifference => ({ kind, parts: [{ kind, text }] });

/** Between two paragraphs that are the same: which of the others are the same one, changed. */
function gapDifference(removed: readonly string[], added: readonly string[]): readonly ParagraphDifference[] {
  if (removed.length * added.length > MOST_PAIRS)
    return [...removed.map((text) => whole('removed', text)), ...added.map((text) => whole('added', text))];
  const all: ParagraphDifference[] = [];
  const words = removed.map(wordSet);
  let next = 0;
  for (const text of added) {
    const own = wordSet(text);
    let best = -1;
    let alike = ALIKE;
    for (let nth = next; nth < removed.length; nth++) {
      const likeness = likenessOf(words[nth] ?? new Set(), own);
      if (likeness > alike) [best, alike] = [nth, likeness];
    }
    if (best < 0) {
      all.push(whole('added', text));
      continue;
    }
    all.push(...removed.slice(next, best).map((gone) => whole('removed', gone)));
    all.push({ kind: 'changed', parts: wordDifference(removed[best] ?? '', text) });
    next = best + 1;
  }
  return [...all, ...removed.slice(next).map((gone) => whole('removed', gone))];
}

const wordSet = (text: string): ReadonlySet<string> =>
  new Set(piecesOf(text).filter((piece) => /[\p{L}\p{N}]/u.test(piece)));

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common++;
  return common / Math.max(one.size, other.size, 1);
}

/** Word by word what became of a line. */
export function wordDifference(before: string, after: string): readonly DifferencePart[] {
  const [old, now] = [piecesOf(before), piecesOf(after)];
  const parts: { kind: DifferenceKind; text: string }[] = [];
  const add = (kind: DifferenceKind, text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let [removed, added] = ['', ''];
  const close = () => {
    if (removed !== '') add('removed', removed);
    if (added !== '') add('added', added);
    [removed, added] = ['', ''];
  };
  const all = steps(old, now);
  for (const [nth, { kind, at }] of all.entries()) {
    if (kind === 'removed') removed += old[at] ?? '';
    else if (kind === 'added') added += now[at] ?? '';
    else if (/^\s+$/.test(now[at] ?? '') && removed !== '' && added !== '' && all[nth + 1]?.kind !== 'same') {
      // A space alone between words that changed is part of the change: it reads as one.
      removed += now[at] ?? '';
      added += now[at] ?? '';
    } else {
      close();
      add('same', now[at] ?? '');
    }
  }
  close();
  return parts;
}

export const countOfWords = (text: string): number =>
  piecesOf(text).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;

/** What two sequences have in common, by the longest common subsequence, and what not: what was removed stands before what was added. */
function steps(old: readonly string[], now: readonly string[]): readonly Step[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const same = (from: number, count: number): Step[] =>
    Array.from({ length: count }, (_, nth) => ({ kind: 'same', at: from + nth }));
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return [
    ...same(0, start),
    ...middle.map(({ kind, at }) => ({ kind, at: at + start })),
    ...same(now.length - end, end),
  ];
}

function between(old: readonly string[], now: readonly string[]): readonly Step[] {
  const [rows, columns] = [old.length, now.length];
  const only = (kind: DifferenceKind, count: number): Step[] =>
    Array.from({ length: count }, (_, at) => ({ kind, at }));
  if (rows * columns > MOST_CELLS || rows === 0 || columns === 0)
    return [...only('removed', rows), ...only('added', columns)];
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row * width + column] =
        old[row] === now[column]
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
  const all: Step[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (old[row] === now[column]) {
      all.push({ kind: 'same', at: column++ });
      row++;
    } else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0))
      all.push({ kind: 'removed', at: row++ });
    else all.push({ kind: 'added', at: column++ });
  }
  while (row < rows) all.push({ kind: 'removed', at: row++ });
  while (column < columns) all.push({ kind: 'added', at: column++ });
  return all;
}
