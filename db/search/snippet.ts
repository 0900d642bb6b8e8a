import type { SnippetPart } from '../../contract/query.ts';
import { findMarks, type Mark, markedParts } from './marks.ts';
import type { Term } from './parse.ts';

const LENGTH = 220;
/** How much of a text is looked through: where nothing matches (the tag did), a long text must not be read to its end. */
const LOOKED_AT = 60_000;

/** A piece of a text around the place where most terms stand close together, or its beginning where none does. */
export function snippet(text: string, terms: readonly Term[]): readonly SnippetPart[] {
  const looked = text.slice(0, LOOKED_AT);
  const marks = bestWindow(looked, terms);
  const first = marks[0];
  const start = first ? wordStart(looked, Math.max(0, first.start - LENGTH / 4)) : 0;
  const end = wordEnd(looked, start + LENGTH);
  const piece = looked.slice(start, end);
  const inside = marks
    .filter((mark) => mark.end <= end)
    .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
  const parts = markedParts(piece, inside).map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ') }));
  return [
    ...(start > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...parts,
    ...(end < text.length ? [{ text: ' …', isMatch: false }] : []),
  ];
}

/** The marks of the first stretch of text that holds more of the terms than any before it. */
function bestWindow(text: string, terms: readonly Term[]): readonly Mark[] {
  let best: readonly Mark[] = [];
  let most = 0;
  let open: Mark[] = [];
  for (const mark of findMarks(text, terms)) {
    open = [...open.filter(({ start }) => mark.end - start <= LENGTH * 0.7), mark];
    const held = new Set(open.map(({ term }) => term)).size;
    const isGrowing = best[0] !== undefined && best[0] === open[0];
    if (held > most || (held === most && isGrowing)) best = open;
    most = Math.max(most, held);
    // All terms are there, and what follows lies outside: it can only get worse.
    const isFull = most === terms.length && best[0] !== undefined && mark.start - best[0].start > LENGTH;
    if (isFull) break;
  }
  return best;
}

/** Where the word at `at` begins, or the text, or a space some way before. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space >= 0 && space < at + 20 ? space + 1 : whole(text, at);
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - 20 ? space : whole(text, at);
}

/** Never between the halves of a character outside the basic plane. */
const whole = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
};
