import { fold } from '../../text/words/index.ts';
import type { PageElement } from '../dom.ts';
import { linesIn, type PageLine } from '../lines.ts';

/** How far from the headline its date and its author stand. */
const LINES_BEFORE = 8;
const LINES_AFTER = 14;
const PROSE = 220;
const MOST_LINES = 3_000;
/** How far behind its label a name may stand. */
const NEXT = 2;
/** Longer lines are prose, not statements. */
const LONGEST = 200;
/** Places that speak of something else than this article. */
const ELSEWHERE =
  /(?:^|[\s_-])(?:comments?|respond|related|recommend\w*|sidebar|widget|nav|navigation|menu|footer|breadcrumbs?|popular|latest|trending|ticker|archives?|calendar|newsletter|cookie|tweet)(?:$|[\s_-])|comment|related|sidebar|twitter/i;
const OF_AUTHOR =
  /author|byline|autor|(?:^|[\s_-])(?:by|writer|writers|auteur|autore|redaktion|submitted|posted|vcard|fn)(?:$|[\s_-])/i;
const OF_DATE = /date|time|publi|posted|datum|fecha|created|byline|meta|info|submitted|stand|updated/i;

/** A line, and what the markup around it calls it. */
export interface ShownLine extends PageLine {
  /** The lines that follow it on the page. */
  readonly next: readonly PageLine[];
  readonly isAuthors: boolean;
  readonly isDates: boolean;
}

/** The lines beside the headline, nearest first, and those further on that still speak of the article: many, and read only when asked for. */
export function linesAround(
  body: PageElement,
  title: string | null,
): { readonly near: readonly ShownLine[]; readonly far: () => readonly ShownLine[] } {
  const lines: PageLine[] = [];
  for (const line of linesIn(body)) if (lines.push(line) >= MOST_LINES) break;

  const folded = fold(title ?? '');
  const isTitle = ({ text }: PageLine) =>
    folded !== '' && text.length < folded.length * 2 + 20 && fold(text) === folded;
  const isHeading = ({ block }: PageLine) => /^h[1-3]$/.test(block.localName) || block.closest('h1') !== null;
  let headline = lines.findIndex((line) => isHeading(line) && isTitle(line));
  if (headline < 0) headline = lines.findIndex(({ block }) => block.localName === 'h1');
  if (headline < 0) headline = lines.findIndex(isTitle);

  const from = Math.max(headline, 0);
  const prose = lines.findIndex(({ text }, at) => at > from && text.length > PROSE);
  const to = Math.min(prose < 0 ? lines.length : prose, from + LINES_AFTER);
  const before = headline < 0 ? [] : lines.slice(Math.max(0, headline - LINES_BEFORE), headline).reverse();
  const near = [...lines.slice(from, to), ...before];
  const article = lines[headline]?.block.closest('article');
  const far = article ? lines.slice(to).filter(({ block }) => article.contains(block)) : lines.slice(to);
  const around: Around = {
    isTeaser: teaserTest(folded),
    ofHeadline: ancestorsOf(lines[headline]?.block ?? null),
    places: new Map(lines.map((line, at) => [line, at])),
    lines,
  };
  return {
    near: near.flatMap((line) => asShown(line, true, around)),
    far: () => far.flatMap((line) => asShown(line, false, around)),
  };
}

const LINKED_HEADING = 'h2 a[href],h3 a[href],h4 a[href],a[href] h2,a[href] h3,a[href] h4';

/** More words are a story. */
const LONGEST_TEASER = 1_000;

/** Whether an element shows another story: it holds a heading that is a link, and not the headline. */
function teaserTest(headline: string): (element: PageElement) => boolean {
  const known = new Map<PageElement, boolean>();
  return (element) => {
    const told = known.get(element);
    if (told !== undefined) return told;
    const heading = element.querySelector('h1') ? null : element.querySelector(LINKED_HEADING);
    const isTeaser =
      heading !== null && fold(heading.textContent) !== headline && element.textContent.length <= LONGEST_TEASER;
    known.set(element, isTeaser);
    return isTeaser;
  };
}

interface Around {
  readonly isTeaser: (element: PageElement) => boolean;
  /** What holds the headline is not beside the article, whatever it is called. */
  readonly ofHeadline: ReadonlySet<PageElement>;
  readonly lines: readonly PageLine[];
  readonly places: ReadonlyMap<PageLine, number>;
}

function ancestorsOf(block: PageElement | null): ReadonlySet<PageElement> {
  const ancestors = new Set<PageElement>();
  for (let at = block; at; at = at.parentElement) ancestors.add(at);
  return ancestors;
}

/** A card with another story; one with an address is of a person. */
const TEASER = /teaser|(?<![hv]-?)card/i;

/** How far around a line its teaser is looked for. */
const TEASER_DEPTH = 4;

function asShown(
  line: PageLine,
  isNear: boolean,
  { isTeaser, ofHeadline, lines, places }: Around,
): readonly ShownLine[] {
  if (line.text.length > LONGEST) return [];
  let isAuthors = false;
  let isDates = false;
  let at: PageElement | null = line.block;
  for (let up = 0; at && up < 5 && !/^(?:body|main)$/.test(at.localName); up++) {
    if (at.localName === 'article') {
      if (isTeaser(at)) return [];
      break;
    }
    const marks = marksOf(at);
    const isElsewhere =
      /^(?:nav|aside)$/.test(at.localName) || ELSEWHERE.test(marks) || (!isNear && TEASER.test(marks));
    if (isElsewhere && !ofHeadline.has(at)) return [];
    if (up < TEASER_DEPTH && isTeaser(at)) return [];
    if (up < 3) {
      isAuthors ||= OF_AUTHOR.test(marks);
      isDates ||= OF_DATE.test(marks);
    }
    at = at.parentElement;
  }
  for (const child of line.block.children) {
    isAuthors ||= OF_AUTHOR.test(marksOf(child));
    isDates ||= OF_DATE.test(marksOf(child));
  }
  const place = (places.get(line) ?? lines.length) + 1;
  return [{ ...line, isAuthors, isDates, next: lines.slice(place, place + NEXT) }];
}

/** What the markup calls an element. */
export const marksOf = (element: PageElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('rel') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
