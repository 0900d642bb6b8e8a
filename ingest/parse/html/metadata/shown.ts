import type { StatedDate } from '../../../../contract/model.ts';
import { type DateOptions, statedDate, toStatedDate, writtenDates } from '../../text/dates/index.ts';
import { labelAfter, labelBefore } from '../../text/dates/labels.ts';
import { endsSentence } from '../../text/shapes.ts';
import { fold } from '../../text/words/index.ts';
import type { PageElement } from '../dom.ts';
import { linesIn, type PageLine } from '../lines.ts';
import { bylineOn } from './byline.ts';
import type { Facts } from './facts.ts';

/** How far from the headline its date and its author stand. */
const LINES_BEFORE = 8;
const LINES_AFTER = 14;
const PROSE = 220;
const MOST_LINES = 3_000;
/** Longer lines are prose, not statements. */
const LONGEST = 200;
/** A line that holds little more than a date. */
const SHORT = 80;
const DAY = 24 * 3_600_000;

/** Places that speak of something else than this article. */
const ELSEWHERE =
  /(?:^|[\s_-])(?:comments?|respond|related|recommend\w*|sidebar|widget|nav|navigation|menu|footer|breadcrumbs?|popular|latest|trending|ticker|archives?|calendar|newsletter|cookie|tweet)(?:$|[\s_-])|comment|related|sidebar|twitter/i;
const OF_AUTHOR =
  /author|byline|autor|(?:^|[\s_-])(?:by|writer|writers|auteur|autore|redaktion|submitted|posted|vcard|fn)(?:$|[\s_-])/i;
const OF_DATE = /date|time|publi|posted|datum|fecha|created|byline|meta|info|submitted|stand|updated/i;

/** Elements that hold a name and nothing else. */
const NAMED = [
  '.author .fn',
  '.vcard .fn',
  '.author-name',
  '.author__name',
  '.authorname',
  '.byline-name',
  '.byline__name',
  '.username',
  '.author > a',
  '.byline > a',
];

/** A line, and what the markup around it calls it. */
interface ShownLine extends PageLine {
  readonly isAuthors: boolean;
  readonly isDates: boolean;
}

/** What the page shows of who wrote the article, and when: beside the headline, else wherever the markup or a label says so. */
export function shown(body: PageElement, title: string | null, options: DateOptions): Facts {
  const { near, far } = linesAround(body, title);
  const [first, then] = [datesOn(near, options, true), datesOn(far, options, false)];
  const authors = authorsOn(near);
  return {
    published: first.published ?? then.published,
    modified: first.modified ?? then.modified,
    authors: authors.length > 0 ? authors : authorsOn(far),
  };
}

function linesAround(
  body: PageElement,
  title: string | null,
): { readonly near: readonly ShownLine[]; readonly far: readonly ShownLine[] } {
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
  const isTeaser = teaserTest(folded);
  return {
    near: near.flatMap((line) => asShown(line, true, isTeaser)),
    far: far.flatMap((line) => asShown(line, false, isTeaser)),
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

/** How far around a line its teaser is looked for. */
const TEASER_DEPTH = 4;

function asShown(line: PageLine, isNear: boolean, isTeaser: (element: PageElement) => boolean): readonly ShownLine[] {
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
    if (/^(?:nav|aside)$/.test(at.localName) || ELSEWHERE.test(marks) || (!isNear && /teaser|card/i.test(marks)))
      return [];
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
  return [{ ...line, isAuthors, isDates }];
}

const marksOf = (element: PageElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('rel') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;

function authorsOn(lines: readonly ShownLine[]): readonly string[] {
  const linked = lines.flatMap(({ block }) =>
    [...block.querySelectorAll('a[rel~="author"]')].map(({ textContent }) => textContent.trim()),
  );
  if (linked.some((name) => name !== '')) return linked.slice(0, 6);
  for (const { block } of lines) {
    const named = NAMED.flatMap((selector) => [
      ...block.querySelectorAll(selector),
      ...(block.matches(selector) ? [block] : []),
    ]);
    const names = named
      .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
      .filter((name) => name.length > 1 && name.length <= 40 && !/\d{4}|:/.test(name));
    if (names.length > 0) return names.slice(0, 6);
  }
  for (const isMarked of [false, true])
    for (const { text, block, isAuthors } of lines) {
      if (isMarked && (block.localName === 'h1' || !isAuthors)) continue;
      const byline = bylineOn(text, isMarked);
      if (byline !== null) return [byline];
    }
  return [];
}

interface Dates {
  readonly published: StatedDate | null;
  readonly modified: StatedDate | null;
}

function datesOn(lines: readonly ShownLine[], options: DateOptions, isNear: boolean): Dates {
  let published: StatedDate | null = null;
  let modified: StatedDate | null = null;
  let bare: StatedDate | null = null;
  for (const { text, block, isDates } of lines) {
    const time = block.localName === 'time' ? block : block.querySelector('time[datetime]');
    const machine = statedDate(time?.getAttribute('datetime') ?? null);
    for (const date of writtenDates(text, options)) {
      const written = toStatedDate(date, null);
      if (!written || written.precision === 'year' || written.precision === 'month') continue;
      const label = endsSentence(text)
        ? null
        : (labelBefore(text.slice(0, date.start)) ?? labelAfter(text.slice(date.end)));
      const exact =
        machine && Math.abs(machine.at - written.at) < 1.5 * DAY && !isDayOfZone(machine, written) ? machine : written;
      if (label?.kind === 'updated') modified ??= exact;
      else if (label?.kind === 'published') published ??= exact;
      else if ((isStatement(text, date.end - date.start) || isAtHead(block, date.start)) && (isNear || isDates))
        bare ??= exact;
    }
    if (machine && (isNear || isDates) && !/updat|modif/i.test(marksOf(time ?? block))) bare ??= machine;
  }
  return { published: published ?? bare, modified };
}

/**
 * Whether an hour of Greenwich lies on another day than the page shows: the page shows the day of its own zone, and does not say which.
 */
export const isDayOfZone = (hour: StatedDate, shown: StatedDate): boolean =>
  hour.zone === 'Z' && hour.precision !== 'day' && Math.abs(dayOf(hour) - dayOf(shown)) === 1;

const dayOf = ({ at }: StatedDate): number => Math.floor(at / DAY);

/** A headline may begin with its day. */
const isAtHead = (block: PageElement, start: number): boolean => start === 0 && /^h[1-3]$/.test(block.localName);

/** Whether a line is there for its date, and is no sentence that names one. */
const isStatement = (text: string, dateLength: number): boolean =>
  dateLength >= text.length * 0.4 || (text.length <= SHORT && !/[.!?…]["”»]?$/.test(text));
