import { indexText } from '../../base/words.ts';
import type { SnippetPart } from '../../contract/query.ts';
import { UNSPACED } from './expression.ts';
import { findMarks, type Mark, markedParts } from './marks.ts';
import type { Term } from './parse.ts';

const LENGTH = 220;
/** How much is read from a little before the first match on: for a single word no more than is shown. */
const LOOKED_AT = 600;
const LOOKED_AT_WORD = 320;
/** In scripts without spaces finding the words takes ten times as long, and a word is two characters. */
const LOOKED_AT_UNSPACED = 240;

/** Of a book as of an article: a hit that only its last chapter explains shows the beginning. */
const SEARCHED = 60_000;

/** A piece of a text around the place where most terms stand close together, or its beginning where none does. */
export function snippet(text: string, terms: readonly Term[]): readonly SnippetPart[] {
  for (const at of promising(text, terms)) {
    const parts = around(text, at, lengthAt(text, at, terms), terms);
    if (parts) return parts;
  }
  return beginning(text);
}

/** A place in a paragraph that may hold terms, and how many. */
interface Place {
  readonly at: number;
  readonly held: number;
}

/** How many places are tried. */
const TRIED = 3;

/** Places in paragraphs that hold most terms: cutting a whole text into words costs much more than looking for letters. Lazily: mostly the first will do. */
function* promising(text: string, terms: readonly Term[]): Generator<number> {
  let full = 0;
  const partly: Place[] = [];
  for (const place of places(text, terms)) {
    if (place.held < terms.length) partly.push(place);
    else {
      yield place.at;
      if (++full === TRIED) return;
    }
  }
  partly.sort((a, b) => b.held - a.held || a.at - b.at);
  for (const { at } of partly.slice(0, TRIED - full)) yield at;
}

function* places(text: string, terms: readonly Term[]): Generator<Place> {
  let at = 0;
  for (const paragraph of text.slice(0, SEARCHED).split('\n')) {
    const folded = lookedThrough(paragraph);
    const held = terms.filter(({ words }) => words.every((word) => folded.includes(word)));
    if (held.length > 0) {
      const length = lengthAt(text, at, terms);
      const first = Math.min(...held.map(({ words }) => folded.indexOf(words[0] ?? '')));
      // Folding moves letters a little; in a long paragraph that is why reading begins well before the match.
      const place = (first / folded.length) * paragraph.length - length / 4;
      const into = paragraph.length > length ? wordStart(paragraph, Math.max(0, Math.floor(place))) : 0;
      yield { at: at + into, held: held.length };
    }
    at += paragraph.length + 1;
  }
}

/** A paragraph as words are looked for in it: folded as in the index, but not cut where there are no spaces. */
const lookedThrough = (paragraph: string): string =>
  UNSPACED.test(paragraph) ? paragraph.normalize('NFKC').toLowerCase() : indexText(paragraph);

function lengthAt(text: string, at: number, terms: readonly Term[]): number {
  if (UNSPACED.test(text.slice(at, at + 40))) return LOOKED_AT_UNSPACED;
  return terms.length === 1 && terms[0]?.words.length === 1 ? LOOKED_AT_WORD : LOOKED_AT;
}

/** The best piece of what follows `from`; null when nothing matches there. */
function around(text: string, from: number, length: number, terms: readonly Term[]): readonly SnippetPart[] | null {
  const looked = text.slice(from, from + length);
  const marks = bestWindow(looked, terms);
  const [first] = marks;
  if (!first) return null;
  const start = first.start < LENGTH / 2 ? 0 : wordStart(looked, first.start - LENGTH / 4);
  const end = Math.max(wordEnd(looked, start + LENGTH), first.end);
  const inside = marks.filter((mark) => mark.end <= end);
  const moved = inside.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
  const parts = markedParts(looked.slice(start, end), moved).map(onOneLine);
  return [...plain(from + start > 0 ? '… ' : ''), ...parts, ...plain(from + end < text.trimEnd().length ? ' …' : '')];
}

const beginning = (text: string): readonly SnippetPart[] => {
  const end = wordEnd(text, LENGTH);
  return plain(`${text.slice(0, end).replace(/\s+/g, ' ').trim()}${end < text.trimEnd().length ? ' …' : ''}`);
};

const plain = (text: string): readonly SnippetPart[] => (text === '' ? [] : [{ text, isMatch: false }]);
const onOneLine = (part: SnippetPart): SnippetPart => ({ ...part, text: part.text.replace(/\s+/g, ' ') });

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
