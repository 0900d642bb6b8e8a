import { type DateOptions, dateLine, writtenDates } from '../text/dates/index.ts';
import { markAll } from '../text/kinds.ts';
import { widthOf } from '../text/lines.ts';
import type { Kind, Marked } from '../text/marked.ts';
import { endsSentence } from '../text/shapes.ts';
import { fold, isPhrase } from '../text/words/index.ts';
import { innerBlocks } from './blocks.ts';
import { isInDataTable } from './data-table.ts';
import { isElement, type PageElement, TEXT } from './dom.ts';
import { bylineOn } from './metadata/byline.ts';
import { linkedLength } from './prose.ts';

/** Kinds of lines that are no piece of a story, wherever they stand in it. */
const FURNITURE = new Set<Kind>([
  'advert',
  'more',
  'plea',
  'share',
  'reading',
  'comments',
  'crumbs',
  'tags',
  'copyright',
  'author',
  'continued',
  'rule',
  'embargo',
]);
/** Labels of what follows them: links to other stories. */
const LABELS = new Set<Kind>(['moreLabel', 'after']);
const HEADING = /^h[1-6]$/;

interface Piece {
  readonly element: PageElement;
  readonly marked: Marked;
  readonly isLinks: boolean;
}

/** Takes out of an article what its words give away as furniture: share rows, pleas, links to other stories and their headings. */
export function tidy(content: PageElement, title: string | null): void {
  const pieces = piecesOf(content);
  const gone = new Set<Piece>();
  removeHead(pieces, title, gone);
  const comments = pieces.findIndex((_, at) => isCommentsHeading(pieces, at, content));
  if (comments > 0) for (const piece of pieces.slice(comments)) gone.add(piece);
  for (const [at, piece] of pieces.entries()) {
    const { marked, isLinks } = piece;
    if (FURNITURE.has(marked.kind)) gone.add(piece);
    else if (LABELS.has(marked.kind)) for (const each of section(pieces, at)) gone.add(each);
    else if (isLinks && isLoneLink(pieces, at)) gone.add(piece);
  }
  for (const { element } of gone) removeWithParents(element, content);
}

function piecesOf(content: PageElement): readonly Piece[] {
  const elements = innerBlocks(content).filter(
    (element) => element.localName !== 'figcaption' && element.localName !== 'pre' && !isInDataTable(element),
  );
  const units = elements.map((element) => {
    const text = element.textContent.replace(/\s+/g, ' ').trim();
    return { text, gap: 1, width: widthOf(text), lines: 1, columns: null };
  });
  const marked = markAll(units.map((unit) => (unit.text === '' ? { ...unit, text: 'x', width: 1 } : unit)));
  return elements.flatMap((element, at) => {
    const unit = marked[at];
    const text = units[at]?.text ?? '';
    if (!unit || text === '') return [];
    return [{ element, marked: unit, isLinks: linkedLength(element) >= text.length * 0.9 }];
  });
}

/** How many pieces from the top a repeated headline may stand. */
const HEAD = 6;

/** The headline again, and who wrote what follows and when: all of that is known already. */
function removeHead(pieces: readonly Piece[], title: string | null, gone: Set<Piece>): void {
  const folded = fold(title ?? '');
  for (const piece of pieces.slice(0, HEAD)) {
    const { text } = piece.marked;
    const isTitle = folded !== '' && text.length < folded.length * 2 + 20 && fold(text) === folded;
    if (isTitle || piece.element.localName === 'h1' || isCreditLine(piece)) gone.add(piece);
  }
}

const CREDIT_LENGTH = 100;
/** That a line is a date is asked here, not which: whether day or month stands first makes no difference. */
const ANY_ORDER: DateOptions = { order: 'dmy', language: null };

/** A line that says nothing but who and when. */
function isCreditLine({ element, marked: { text } }: Piece): boolean {
  if (text.length > CREDIT_LENGTH || HEADING.test(element.localName) || endsSentence(text)) return false;
  if (bylineOn(text, false) !== null) return true;
  if (dateLine(text, ANY_ORDER)?.rest === '') return true;
  const dates = writtenDates(text, ANY_ORDER).reduce((sum, { start, end }) => sum + end - start, 0);
  return dates >= text.length * 0.5;
}

const COUNT = /^\(?\d+\)?\s|\s\(?\d+\)?$/;
const REPEATED = /^(?:li|div|article|section|blockquote|p|dl)$/;

/** `Comments (3)`, behind the story and before elements of one kind. */
function isCommentsHeading(pieces: readonly Piece[], at: number, content: PageElement): boolean {
  const { element, marked } = pieces[at] as Piece;
  const bare = marked.folded.replace(/\d+/g, ' ').replace(/\s+/g, ' ').trim();
  if (bare === '' || !isPhrase('comments', bare)) return false;
  if (!HEADING.test(element.localName) && !COUNT.test(marked.text)) return false;
  if (!pieces.slice(0, at).some(({ marked: { kind, width } }) => kind === 'prose' && width >= LEAST_PROSE))
    return false;
  let around: PageElement | null = element;
  for (let up = 0; around && around !== content && up < 3; up++) {
    const next: PageElement | null = around.nextElementSibling;
    if (next)
      return (
        areAlike(next, next.nextElementSibling) ||
        areAlike(next.firstElementChild, next.firstElementChild?.nextElementSibling ?? null)
      );
    around = around.parentElement;
  }
  return false;
}

const LEAST_PROSE = 80;

/** Whether two elements are of one kind. A paragraph is one of the story's unless the page gives it a name. */
const areAlike = (one: PageElement | null, other: PageElement | null): boolean =>
  one !== null &&
  other?.localName === one.localName &&
  REPEATED.test(one.localName) &&
  one.getAttribute('class') === other.getAttribute('class') &&
  (one.localName !== 'p' || one.hasAttribute('class'));

/** A label and the links or teasers below it, as far as they go. */
function section(pieces: readonly Piece[], at: number): readonly Piece[] {
  const label = pieces[at];
  if (!label) return [];
  const isHeading = HEADING.test(label.element.localName);
  const found: Piece[] = [label];
  for (const piece of pieces.slice(at + 1, at + 40)) {
    const isOther = HEADING.test(piece.element.localName) && isHeading && !piece.isLinks;
    if (isOther || (piece.marked.kind === 'prose' && !piece.isLinks)) break;
    found.push(piece);
  }
  const isCertain =
    label.isLinks || found.slice(1).some(({ isLinks }) => isLinks) || at + found.length >= pieces.length;
  if (label.marked.kind === 'moreLabel')
    return isCertain ? found.slice(0, 1 + found.slice(1).findLastIndex(({ isLinks }) => isLinks) + 1) : [label];
  return isCertain ? found : [];
}

/** A paragraph that is a link to another story, between paragraphs of this one. */
function isLoneLink(pieces: readonly Piece[], at: number): boolean {
  const { element, marked } = pieces[at] as Piece;
  if (element.localName !== 'p' && element.localName !== 'div') return false;
  const [before, after] = [pieces[at - 1], pieces[at + 1]];
  const isProse = (piece: Piece | undefined) => piece !== undefined && piece.marked.kind === 'prose' && !piece.isLinks;
  return marked.words >= 4 && isProse(before) && isProse(after);
}

/** Removes an element, and those around it that are left with nothing. */
function removeWithParents(element: PageElement, root: PageElement): void {
  let at: PageElement | null = element;
  while (at && at !== root) {
    const parent: PageElement | null = at.parentElement;
    at.remove();
    if (!parent || parent === root || holdsSomething(parent)) return;
    at = parent;
  }
}

/** Whether words or pictures are left in it. Looks no further than the first. */
function holdsSomething(element: PageElement): boolean {
  for (const node of element.childNodes) {
    if (
      isElement(node)
        ? node.localName === 'img' || holdsSomething(node)
        : node.nodeType === TEXT && node.textContent.trim() !== ''
    )
      return true;
  }
  return false;
}
