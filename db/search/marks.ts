import { type Token, tokens } from '../../base/words.ts';
import type { SnippetPart } from '../../contract/query.ts';
import type { Term } from './parse.ts';

/** A stretch of a text that a term of the query matches. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Which term it is. */
  readonly term: number;
}

/** Finds the terms in a text as it was written, with the folding of the index. Lazily, from the beginning. */
export function* findMarks(text: string, terms: readonly Term[]): Generator<Mark> {
  const longest = Math.max(...terms.map(({ words }) => words.length), 1);
  const window: Token[] = [];
  for (const token of tokens(text)) {
    window.push(token);
    if (window.length > longest) window.shift();
    for (const [nth, term] of terms.entries()) {
      const first = window[window.length - term.words.length];
      if (first && endsWindow(window, term)) yield { start: first.start, end: token.end, term: nth };
    }
  }
}

function endsWindow(window: readonly Token[], { words, isOpen }: Term): boolean {
  const offset = window.length - words.length;
  return words.every((word, nth) => {
    const folded = window[offset + nth]?.folded;
    if (folded === undefined) return false;
    return isOpen && nth === words.length - 1 ? folded.startsWith(word) : folded === word;
  });
}

/** Cuts a text at its marks; marks that overlap become one. */
export function markedParts(text: string, marks: readonly Mark[]): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const add = (piece: string, isMatch: boolean) => {
    if (piece !== '') parts.push({ text: piece, isMatch });
  };
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    add(text.slice(at, Math.max(at, start)), false);
    add(text.slice(Math.max(at, start), end), true);
    at = end;
  }
  add(text.slice(at), false);
  return parts;
}
