import { bareByline, deskName, houseName, introducedByline } from './byline.ts';
import { agencyLetters, type Fact } from './facts.ts';
import type { Kind, Marked } from './marked.ts';
import { endsStatement } from './shapes.ts';
import { isButton } from './small-kinds.ts';
import { findTitle, type TitleFound } from './title.ts';
import { phraseAtEnd, phraseAtStart } from './words/index.ts';

/** What stands before the story and where the story begins. */
export interface Head {
  readonly title: TitleFound | null;
  /** The first unit that may belong to the body: behind the headline. */
  readonly start: number;
  /** Behind the last line that states something about the story or serves a page. */
  readonly end: number;
  /** Units of the standfirst, before `end`. */
  readonly standfirst: readonly number[];
  /** The unit that names the authors without saying so. */
  readonly bareByline: { readonly at: number; readonly names: string } | null;
}

/** A head is never longer than this, menus included. */
const WINDOW = 400;
/** Behind the first piece of prose facts are looked for this far. */
const REACH = 24;
const STANDFIRST_WIDTH = 420;
/** Links between a date and a name. */
const MOST_LINKS = 8;
const LINKS = new Set<Kind>(['more', 'moreLabel', 'after']);
const SERVING = new Set<Kind>(['share', 'reading', 'comments']);

/** Finds headline, facts and standfirst above a story. */
export function readHead(
  units: readonly Marked[],
  factAt: (at: number) => Fact | null,
  isSite: (folded: string) => boolean,
): Head {
  const limit = titleLimit(units, factAt);
  const found = findTitle(units, limit, {
    isFact: (at) => at < units.length && isFact(factAt(at)),
    isByline: (at) => at >= 0 && factAt(at)?.isLabelled === true,
    isSite,
  });
  const title = found && !isFirstSentence(units, found.at) ? found : null;
  const start = title ? title.at + 1 : 0;
  return { title, start, ...matterAfter(units, start, title !== null, factAt, isSite) };
}

/** Whether a text of nothing but sentences begins here with one of them rather than with a headline. */
function isFirstSentence(units: readonly Marked[], at: number): boolean {
  const unit = units[at] as Marked;
  if (at > 0 || unit.kind !== 'prose' || !endsStatement(unit.text) || units.some(({ kind }) => kind !== 'prose'))
    return false;
  return unit.words > 10 || (units[1]?.width ?? 0) < unit.width * 2.5;
}

const isFact = (fact: Fact | null): boolean =>
  fact !== null && (fact.published ?? fact.modified ?? fact.byline ?? fact.url ?? fact.source) !== null;

/** A headline stands before this unit: the first prose, or prose behind facts when a little prose stands above them. */
function titleLimit(units: readonly Marked[], factAt: (at: number) => Fact | null): number {
  const first = firstProse(units, 0);
  let limit = first;
  let seen = 0;
  for (let at = first; at < Math.min(units.length, first + REACH) && seen <= 2; at++) {
    if (isSolid(units[at])) seen++;
    const fact = factAt(at);
    if (fact && (fact.published || fact.modified || (fact.byline && fact.isLabelled))) {
      if (hasMoreBehind(units, at)) limit = firstProse(units, at + 1);
      break;
    }
  }
  return Math.min(limit, WINDOW);
}

/** Whether more of the text stands behind a unit than before it. */
function hasMoreBehind(units: readonly Marked[], at: number): boolean {
  let before = 0;
  for (let nth = 0; nth < at; nth++) if (isSolid(units[nth])) before += units[nth]?.width ?? 0;
  let behind = 0;
  for (let nth = at; nth < units.length && behind <= before; nth++)
    if (isSolid(units[nth])) behind += units[nth]?.width ?? 0;
  return behind > before;
}

function firstProse(units: readonly Marked[], from: number): number {
  for (let at = from; at < units.length; at++) if (isSolid(units[at])) return at;
  for (let at = from; at < units.length; at++) if (units[at]?.kind === 'prose' && at > from) return at;
  return units.length;
}

/** Prose no headline would be. */
function isSolid(unit: Marked | undefined): boolean {
  if (unit?.kind !== 'prose') return false;
  return unit.width >= 130 || (endsStatement(unit.text) && unit.width >= 75);
}

type Matter = Omit<Head, 'title' | 'start'>;

/** Facts and services between headline and story, and the standfirst among them. */
function matterAfter(
  units: readonly Marked[],
  start: number,
  hasTitle: boolean,
  factAt: (at: number) => Fact | null,
  isSite: (folded: string) => boolean,
): Matter {
  let end = start;
  let byline: Matter['bareByline'] = null;
  const prose: number[] = [];
  let isDatedAbove = false;
  let standfirst: readonly number[] = [];
  for (let at = start; at < Math.min(units.length, start + REACH + WINDOW); at++) {
    const unit = units[at] as Marked;
    if (unit.kind === 'prose' && factAt(at) === null) {
      prose.push(at);
      if (prose.length > 2 || unit.width > STANDFIRST_WIDTH) break;
      continue;
    }
    if (prose.length > 0 && LINKS.has(unit.kind) && !isButton(unit)) break;
    const fact = factAt(at);
    const names: string | null =
      fact === null && hasTitle && !(byline && isDated(factAt(byline.at + 1)))
        ? nameBeside(units, at, start, factAt, isSite)
        : null;
    const isServing = SERVING.has(unit.kind) || isButton(unit) || (unit.kind === 'crumbs' && unit.columns !== null);
    if (!isFact(fact) && names === null && !isServing) {
      if (at > end + REACH && prose.length === 0 && unit.kind !== 'short') continue;
      continue;
    }
    if (prose.length > 0 && (fact?.url || (isServing && (isDatedAbove || !isOneStandfirst(units, prose))))) break;
    if (prose.length === 0 && isDated(fact)) isDatedAbove = true;
    if (names !== null && (!byline || isDated(factAt(at + 1)))) byline = { at, names };
    end = at + 1;
    standfirst = [...prose];
  }
  if (hasTitle && standfirst.length === 0 && end > start)
    standfirst = unendedStandfirst(units, start, end, factAt, byline?.at ?? -1);
  if (hasTitle && standfirst.length === 0) {
    let at = end;
    while (units[at]?.kind === 'caption') at++;
    if (opensStory(units, at + 1)) standfirst = unendedStandfirst(units, at, at + 1, factAt, -1);
    if (standfirst.length > 0) end = at + 1;
  }
  return { end, standfirst, bareByline: byline };
}

const isDated = (fact: Fact | null): boolean => fact !== null && (fact.published !== null || fact.modified !== null);

const isOneStandfirst = (units: readonly Marked[], prose: readonly number[]): boolean =>
  prose.length === 1 && (units[prose[0] ?? 0]?.width ?? 0) <= 300;

/** A paragraph, or the points of a story below what they are called. */
const opensStory = (units: readonly Marked[], at: number): boolean =>
  units[at]?.kind === 'prose' || (units[at]?.kind === 'short' && units[at + 1]?.kind === 'item');

/** A standfirst without a full stop: a long line behind the headline, the byline or nothing else between them. */
function unendedStandfirst(
  units: readonly Marked[],
  start: number,
  end: number,
  factAt: (at: number) => Fact | null,
  bylineAt: number,
): readonly number[] {
  for (let at = start; at < end; at++) {
    const unit = units[at] as Marked;
    if (at === bylineAt || factAt(at) !== null) continue;
    const isLine = unit.kind === 'short' && unit.words >= 6 && unit.width >= 30 && /\s\p{Ll}|\p{Lo}/u.test(unit.text);
    return isLine ? [at] : [];
  }
  return [];
}

/** Names without a label: right behind the headline or its standfirst, and beside a fact or a service. */
function nameBeside(
  units: readonly Marked[],
  at: number,
  start: number,
  factAt: (at: number) => Fact | null,
  isSite: (folded: string) => boolean,
): string | null {
  const unit = units[at] as Marked;
  if (unit.kind !== 'short' && unit.kind !== 'crumbs') return null;
  if (isSite(unit.folded)) return null;
  const names =
    bareByline(unit.text, unit.folded) ??
    introducedByline(unit.text) ??
    (isDated(factAt(at + 1)) ? (deskName(unit.text) ?? agencyLetters(unit.text)) : null) ??
    (isPublication(units[at + 1], factAt(at + 1)) && (at === start || units[at - 1]?.kind === 'caption')
      ? houseName(unit.text)
      : null);
  if (names === null || isCounter(units, at)) return null;
  if (unit.folded.includes('@')) return null;
  const isNeighbour = (other: number): boolean => {
    const neighbour = units[other];
    if (!neighbour || other < 0) return false;
    if (SERVING.has(neighbour.kind) || isButton(neighbour) || neighbour.kind === 'captionLabel') return true;
    const fact = factAt(other);
    return fact !== null && (fact.published !== null || fact.modified !== null || fact.source !== null);
  };
  if (isNeighbour(at + 1) || isNeighbour(at - 1)) return names;
  const next = units[at + 1];
  if (isNeighbour(at + 2) && next !== undefined && next.kind === 'short') return names;
  if (next?.kind === 'prose' && isBelowDate(units, at, start, factAt)) return names;
  const isRightBehind =
    at === start || (at === start + 1 && (units[start]?.kind === 'prose' || (units[start]?.words ?? 0) >= 6));
  return isRightBehind && (next?.kind === 'prose' || next?.kind === 'caption') ? names : null;
}

/** Whether captions and links of a word each are all that stands between a line and the date above it. */
function isBelowDate(
  units: readonly Marked[],
  at: number,
  start: number,
  factAt: (at: number) => Fact | null,
): boolean {
  let above = at - 1;
  while (above >= start && above > at - MOST_LINKS && isCaptionOrLink(units[above] as Marked)) above--;
  return above >= start && above < at - 1 && isDated(factAt(above));
}

const isCaptionOrLink = (unit: Marked): boolean =>
  unit.kind === 'caption' || isButton(unit) || (unit.kind === 'short' && unit.words === 1);

/** `Post Share` above `Net Count`: rows of links, each of a name and what it does. */
const isCounter = (units: readonly Marked[], at: number): boolean =>
  isAction(units[at]) && (isAction(units[at - 1]) || isAction(units[at + 1]));

const isAction = (unit: Marked | undefined): boolean =>
  unit?.kind === 'short' && unit.words === 2 && phraseAtEnd('buttons', unit.folded) > 0;

const isPublication = (unit: Marked | undefined, fact: Fact | null): boolean =>
  unit !== undefined && isDated(fact) && phraseAtStart('published', unit.folded) > 0;
