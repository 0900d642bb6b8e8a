import type { StatedDate } from '../../../contract/model.ts';
import { areNames, bareByline, creditedByline, personsIn, signedByline } from './byline.ts';
import { toStatedDate, type WrittenDate } from './dates/index.ts';
import type { Fact } from './facts.ts';
import type { Head } from './head.ts';
import type { Marked } from './marked.ts';
import { isUnspaced } from './shapes.ts';
import { ownerOf } from './site-name.ts';
import { isButton } from './small-kinds.ts';
import type { DatelineFound } from './station.ts';
import { fold, isPhrase, phraseAtStart } from './words/index.ts';

/** What the lines around a story state about it. */
export interface Statements {
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly modified: StatedDate | null;
  readonly source: string | null;
  readonly url: string | null;
}

interface Around {
  readonly units: readonly Marked[];
  readonly head: Head;
  /** Where the story ends. */
  readonly end: number;
  readonly factAt: (at: number) => Fact | null;
  readonly dateline: DatelineFound | null;
  /** Whose the page is. */
  readonly owner: string | null;
  /** Who signed the last paragraph. */
  readonly closingName: string | null;
}

/** How far behind the story statements are looked for. */
const REACH = 80;
const HEAD_REACH = 400;

export function statementsAround(around: Around): Statements {
  const { head, units, end, dateline } = around;
  const above = factsBetween(around, 0, Math.min(head.end, HEAD_REACH)).sort(nearest(head.start));
  const behind = factsBetween(around, end, Math.min(units.length, end + REACH));
  const below = behind.filter((fact) => fact.isLabelled || isStated(units[fact.at]) || isDateAlone(units, fact, end));
  const facts = [...above, ...below];
  const first = <Value>(pick: (fact: Fact) => Value | null): Value | null => {
    for (const fact of facts) {
      const value = pick(fact);
      if (value !== null) return value;
    }
    return null;
  };
  const published =
    first(({ published }) => (published && hasDay(published) ? published : null)) ?? first((fact) => fact.published);
  const byline = bylineAround(around, above, below);
  const modified = first((fact) => fact.modified);
  const year =
    published?.year ??
    modified?.year ??
    dateline?.date?.year ??
    yearAmong(behind) ??
    yearOfRights(units) ??
    yearAbove(units, head);
  return {
    byline: byline && withoutHouse(byline, around.owner, dateline?.dateline?.place ?? null),
    published: stated(published, year) ?? stated(dateline?.date ?? null, year),
    modified: stated(modified, year),
    source: first((fact) => fact.source),
    url: first((fact) => fact.url),
  };
}

type Placed = Fact & { readonly at: number };

function factsBetween({ factAt, units }: Around, from: number, to: number): Placed[] {
  const facts: Placed[] = [];
  let isBehindLists = false;
  for (let at = from; at < to; at++) {
    const unit = units[at] as Marked;
    if (unit.kind === 'after' && from > 0 && !isButton(unit)) isBehindLists = true;
    const fact = isBehindLists && unit.kind !== 'source' ? null : factAt(at);
    if (fact) facts.push({ ...fact, at });
  }
  return facts;
}

/** Facts below the headline before facts above it. */
const nearest =
  (start: number) =>
  (a: Placed, b: Placed): number =>
    Number(a.at < start) - Number(b.at < start) || a.at - b.at;

/** Behind a story only a line that says what it states is believed, or an address alone. */
const isStated = (unit: Marked | undefined): boolean =>
  unit !== undefined &&
  (unit.kind === 'url' ||
    phraseAtStart('published', unit.folded) > 0 ||
    phraseAtStart('updated', unit.folded) > 0 ||
    phraseAtStart('source', unit.folded) > 0);

/** A date and nothing else, right behind the story. */
const isDateAlone = (units: readonly Marked[], { at, published, byline, source }: Placed, end: number): boolean =>
  published !== null &&
  byline === null &&
  source === null &&
  at < end + 3 &&
  hasDay(published) &&
  (units[at]?.words ?? 0) <= 6;

const yearAmong = (facts: readonly Placed[]): number | null =>
  facts.find(({ published }) => published?.year != null)?.published?.year ?? null;

const hasDay = ({ day, year }: WrittenDate): boolean => day !== null && year !== null;

const stated = (date: WrittenDate | null, year: number | null): StatedDate | null =>
  date === null ? null : toStatedDate(date, year);

/** A year alone in a line of its own kind above the headline. */
function yearAbove(units: readonly Marked[], head: Head): number | null {
  const years = new Set<string>();
  for (let at = 0; at < Math.min(head.start - 1, REACH); at++) {
    const { kind, text } = units[at] as Marked;
    if (kind === 'short' || kind === 'crumbs')
      for (const [year] of text.matchAll(/(?<![\d.,-])(?:19|20)\d\d(?![\d.,-])/g)) years.add(year);
  }
  const [year] = years;
  return year !== undefined && years.size === 1 ? Number(year) : null;
}

/** The year of a copyright line completes a day without one. */
function yearOfRights(units: readonly Marked[]): number | null {
  for (let at = units.length - 1; at >= Math.max(0, units.length - REACH); at--) {
    const unit = units[at] as Marked;
    if (unit.kind !== 'copyright') continue;
    const years = unit.text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g);
    if (years) return Number(years.at(-1));
  }
  return null;
}

function bylineAround(
  { head, units, end, dateline, closingName }: Around,
  above: readonly Placed[],
  below: readonly Placed[],
): string | null {
  const labelled = above.find((fact) => fact.isLabelled && fact.byline !== null);
  if (labelled) return labelled.byline;
  const isSure = !dateline?.reporter || /\p{Lu}/u.test(head.bareByline?.names ?? '');
  if (head.bareByline && isSure) return head.bareByline.names;
  const beside = above.find((fact) => fact.byline !== null);
  if (beside) return beside.byline;
  for (const { kind, text } of units.slice(head.start, head.end)) {
    const names = kind === 'credit' ? creditedByline(text) : null;
    if (names !== null) return names;
  }
  if (dateline?.reporter) return dateline.reporter;
  if (closingName) return closingName;
  for (let at = 0; at < head.start; at++) {
    const unit = units[at] as Marked;
    if (unit.kind === 'short' && isPhrase('newsroom', unit.folded)) return unit.text;
  }
  const closing = below.find((fact) => fact.isLabelled && fact.byline !== null);
  if (closing && !units.slice(end, closing.at).some(({ kind }) => kind === 'after' || kind === 'comments'))
    return closing.byline;
  const last = signatureAt(units, end);
  if (last !== null) return last;
  for (let at = end; at < Math.min(units.length, end + REACH); at++) {
    const unit = units[at] as Marked;
    const signed = signedByline(unit);
    if (signed !== null) return signed;
    if (unit.kind !== 'credit') continue;
    const names = creditedByline(unit.text);
    if (names !== null) return names;
  }
  return null;
}

/** A name alone right behind the last sentence, when it is not the first of a list. */
function signatureAt(units: readonly Marked[], end: number): string | null {
  const unit = units[end];
  if (unit?.kind !== 'short' || unit.words > 5 || !/\p{Lu}\p{Ll}/u.test(unit.text)) return null;
  const next = units[end + 1];
  if (next?.kind === 'short' && next.words <= 3) return null;
  return bareByline(unit.text, unit.folded);
}

/** Whom the head names as authors, each as phrases are compared. */
export function authorsAbove(
  units: readonly Marked[],
  head: Head,
  factAt: (at: number) => Fact | null,
): readonly string[] {
  let names = head.bareByline?.names ?? null;
  for (let at = 0; at < Math.min(head.end, HEAD_REACH); at++) {
    const fact = units[at] ? factAt(at) : null;
    if (fact?.byline) names = fact.byline;
  }
  return names !== null && areNames(names) ? personsIn(names).map(fold) : [];
}

/** Whose the page is by its copyright lines, the last first. */
export function ownerIn(units: readonly Marked[]): string | null {
  const from = Math.max(0, units.length - REACH * 4);
  for (let at = units.length - 1; at >= from; at--) {
    const unit = units[at] as Marked;
    if (unit.kind !== 'copyright') continue;
    const owner = ownerOf(unit.text);
    if (owner !== null) return mastheadOf(units, owner);
  }
  return null;
}

/** The line at the head that says the same without what a company adds to its name. */
function mastheadOf(units: readonly Marked[], owner: string): string {
  const folded = fold(owner);
  for (let at = 0; at < Math.min(units.length, REACH); at++) {
    const unit = units[at] as Marked;
    const isShorter =
      unit.folded.length >= folded.length / 2 &&
      (folded.startsWith(`${unit.folded} `) || (isUnspaced(folded) && folded.startsWith(unit.folded)));
    if (isShorter && unit.kind === 'short') return unit.text;
  }
  return owner;
}

/** A byline without the publication or the place that stands behind the names. */
function withoutHouse(names: string, owner: string | null, place: string | null): string {
  const parts = names.split(/,\s+/);
  while (parts.length > 1) {
    const last = fold(parts.at(-1) ?? '');
    if (last !== fold(owner ?? '') && last !== fold(place ?? '')) break;
    parts.pop();
  }
  return parts.join(', ');
}
