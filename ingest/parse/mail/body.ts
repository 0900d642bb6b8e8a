import { fieldOf } from '../../mime/fields.ts';
import { readParameters } from '../../mime/parameters.ts';
import { type Part, textOf } from '../../mime/parts.ts';

/** A piece of what a message says. */
export interface Piece {
  readonly kind: 'html' | 'plain';
  readonly text: string;
  /** Whether its lines end in a space where they go on (`format=flowed`). */
  readonly isFlowed: boolean;
}

const HTML = new Set(['text/html', 'application/xhtml+xml']);
const PLAIN = new Set(['text/plain', 'text/markdown', 'text/enriched']);

/** What a message says, in order: of two ways of saying the same the one with markup, of pages with pictures the page; no attachments. */
export function piecesOf(part: Part): readonly Piece[] {
  if (!part.type.startsWith('multipart/')) return isAttached(part) ? [] : pieceOf(part);
  // One that is not divided is as good as a text.
  if (part.parts.length === 0) return pieceOf({ ...part, type: 'text/plain' });
  switch (part.type) {
    case 'multipart/alternative':
      return richest(part.parts);
    case 'multipart/related':
      return first([rootOf(part), ...part.parts]);
    // What is signed or reported comes first; the rest is for programs.
    case 'multipart/signed':
    case 'multipart/report':
      return first(part.parts);
    default:
      return part.parts.flatMap(piecesOf);
  }
}

/** The part of a page with its pictures that is the page. */
export function rootOf({ parts, parameters }: Part): Part | undefined {
  const start = parameters.get('start');
  return (start === undefined ? undefined : parts.find((part) => idOf(part) === bare(start))) ?? parts[0];
}

/** How other parts name it: the value of `cid:`. */
export const idOf = ({ fields }: Part): string | null => {
  const id = fieldOf(fields, 'content-id');
  return id === null ? null : bare(id);
};

const bare = (id: string): string => id.trim().replace(/^<(.*)>$/, '$1');

export const isAttached = ({ fields }: Part): boolean =>
  /^attachment\b/i.test(fieldOf(fields, 'content-disposition') ?? '');

/** What a part calls itself; null when it has no name. */
export const fileNameOf = ({ fields, parameters }: Part): string | null =>
  readParameters(fieldOf(fields, 'content-disposition')).parameters.get('filename') ?? parameters.get('name') ?? null;

function pieceOf(part: Part): readonly Piece[] {
  const kind = HTML.has(part.type) ? 'html' : PLAIN.has(part.type) ? 'plain' : null;
  if (kind === null) return [];
  const text = textOf(part);
  const isFlowed = part.parameters.get('format')?.toLowerCase() === 'flowed';
  return text.trim() === '' ? [] : [{ kind, text, isFlowed }];
}

/** The last is the one that its writer likes best. */
function richest(ways: readonly Part[]): readonly Piece[] {
  let best: readonly Piece[] = [];
  for (const way of ways.toReversed()) {
    const pieces = piecesOf(way);
    if (pieces.some(({ kind }) => kind === 'html')) return pieces;
    if (best.length === 0) best = pieces;
  }
  return best;
}

function first(parts: readonly (Part | undefined)[]): readonly Piece[] {
  for (const part of parts) {
    const pieces = part ? piecesOf(part) : [];
    if (pieces.length > 0) return pieces;
  }
  return [];
}
