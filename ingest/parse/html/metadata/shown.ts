import type { StatedDate } from '../../../../contract/model.ts';
import { type DateOptions, statedDate, toStatedDate, writtenDates } from '../../text/dates/index.ts';
import { labelAfter, labelBefore } from '../../text/dates/labels.ts';
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
const LONGEST = 200;

/** What is no statement about this article. */
const ELSEWHERE =
  /\b(?:comment|related|recommend|sidebar|widget|nav|menu|footer|breadcrumb|popular|latest|trending|teaser|ticker|archive|calendar)/i;
const OF_AUTHOR =
  /(?:^|[\s_-])(?:by|byline|author|authors|writer|autor|auteur|autore|redaktion|vcard|fn)|author|byline|autor/i;
const OF_DATE = /date|time|publi|posted|datum|fecha|created|byline|meta|info/i;

const marks = (element: PageElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('rel') ?? ''}`;

/** What the page shows beside its headline: who wrote it, and when. */
export function shown(body: PageElement, title: string | null, options: DateOptions): Facts {
  const lines = nearHeadline(body, title);
  return { ...datesOn(lines, options), authors: authorsOn(lines) };
}

function nearHeadline(body: PageElement, title: string | null): readonly PageLine[] {
  const lines: PageLine[] = [];
  const folded = fold(title ?? '');
  let headline = -1;
  for (const line of linesIn(body)) {
    const isHeading = /^h[1-3]$/.test(line.block.localName) || line.block.closest('h1') !== null;
    if (headline < 0 && folded !== '' && isHeading && fold(line.text) === folded) headline = lines.length;
    lines.push(line);
    if (lines.length > MOST_LINES || (headline >= 0 && lines.length > headline + LINES_AFTER * 2)) break;
  }
  if (headline < 0) headline = lines.findIndex(({ block }) => block.localName === 'h1');
  const start = Math.max(0, headline < 0 ? 0 : headline - LINES_BEFORE);
  const near: PageLine[] = [];
  for (const line of lines.slice(headline < 0 ? 0 : headline)) {
    if (line.text.length > PROSE && near.length > 0) break;
    near.push(line);
    if (near.length > LINES_AFTER) break;
  }
  const before = headline < 0 ? [] : lines.slice(start, headline).reverse();
  return [...near, ...before].filter(({ text, block }) => text.length <= LONGEST && !isElsewhere(block));
}

function isElsewhere(block: PageElement): boolean {
  let at: PageElement | null = block;
  for (let up = 0; at && up < 4 && at.localName !== 'body' && at.localName !== 'article'; up++) {
    if (/^(?:nav|aside|footer)$/.test(at.localName) || ELSEWHERE.test(marks(at))) return true;
    at = at.parentElement;
  }
  return false;
}

function isMarkedAs(pattern: RegExp, block: PageElement): boolean {
  let at: PageElement | null = block;
  for (let up = 0; at && up < 3 && at.localName !== 'body' && at.localName !== 'article'; up++) {
    if (pattern.test(marks(at))) return true;
    at = at.parentElement;
  }
  return [...block.children].some((child) => pattern.test(marks(child)));
}

function authorsOn(lines: readonly PageLine[]): readonly string[] {
  const links = lines.flatMap(({ block }) =>
    [...block.querySelectorAll('a[rel~="author"]')].map(({ textContent }) => textContent.trim()),
  );
  if (links.some((name) => name !== '')) return links.slice(0, 6);
  for (const isMarked of [false, true])
    for (const { text, block } of lines) {
      if (isMarked && (/^h[1-6]$/.test(block.localName) || !isMarkedAs(OF_AUTHOR, block))) continue;
      const byline = bylineOn(text, isMarked);
      if (byline !== null) return [byline];
    }
  return [];
}

function datesOn(
  lines: readonly PageLine[],
  options: DateOptions,
): { readonly published: StatedDate | null; readonly modified: StatedDate | null } {
  let published: StatedDate | null = null;
  let modified: StatedDate | null = null;
  let bare: StatedDate | null = null;
  for (const { text, block } of lines) {
    const machine = statedDate(
      block.localName === 'time'
        ? block.getAttribute('datetime')
        : (block.querySelector('time[datetime]')?.getAttribute('datetime') ?? null),
    );
    for (const date of writtenDates(text, options)) {
      const stated = toStatedDate(date, null);
      if (!stated || stated.precision === 'year' || stated.precision === 'month') continue;
      const label = labelBefore(text.slice(0, date.start)) ?? labelAfter(text.slice(date.end));
      const exact = machine && Math.abs(machine.at - stated.at) < 36 * 3_600_000 ? machine : stated;
      if (label?.kind === 'updated') modified ??= exact;
      else if (label?.kind === 'published') published ??= exact;
      else if (date.end - date.start >= text.length * 0.4 || isMarkedAs(OF_DATE, block) || machine) bare ??= exact;
    }
    if (machine && !/updat|modif/i.test(marks(block))) bare ??= machine;
  }
  return { published: published ?? bare, modified };
}
