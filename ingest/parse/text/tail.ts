import { type Story, withoutClosing } from './closing.ts';
import type { Kind, Marked } from './marked.ts';
import { isWeakPlea } from './pleas.ts';
import { endsSentence } from './shapes.ts';
import { fold, hasPhrase } from './words/index.ts';

/** Kinds that begin what stands behind a story, when no story follows them. */
const SECTION = new Set<Kind>(['after', 'notes', 'author', 'comments', 'tags', 'moreLabel', 'plea']);
/** A group of lines is no longer, and the paragraphs before a section are looked at this far. */
const LONGEST_GROUP = 30;
const REACH = 80;
const TEASER_WIDTH = 75;
/** Kinds that never end a story. */
const ALWAYS_TAIL = new Set<Kind>([
  'after',
  'notes',
  'author',
  'comments',
  'tags',
  'moreLabel',
  'more',
  'plea',
  'share',
  'reading',
  'crumbs',
  'url',
  'source',
  'copyright',
  'credit',
  'embargo',
  'end',
  'continued',
  'rule',
  'initials',
  'advert',
  'caption',
  'captionLabel',
]);

/** Where the story ends: behind its last sentence. Everything from there on stands around it. */
export function storyEnd(story: Story): number {
  const { units, start } = story;
  const hardEnd = endMark(units, start);
  return withItsList(units, start, withoutClosing(story, lastSentence(units, start, hardEnd)), hardEnd);
}

/** An end mark with most of the prose before it. */
function endMark(units: readonly Marked[], start: number): number {
  let before = 0;
  let found = -1;
  let behind = 0;
  for (let at = start; at < units.length; at++) {
    const unit = units[at] as Marked;
    if (unit.kind === 'prose') {
      if (found === -1) before += unit.width;
      else behind += unit.width;
    }
    if (unit.kind === 'end' && found === -1 && before > 0) found = at;
  }
  return found !== -1 && behind <= before * 1.5 ? found : units.length;
}

/** The unit behind the last piece of prose that nothing marks as standing outside the story. */
function lastSentence(units: readonly Marked[], start: number, limit: number): number {
  const all = proseWidth(units, start, limit);
  const box = firstBox(units, start, limit);
  let before = 0;
  let last = start;
  let section: Section | null = null;
  for (let at = start; at < limit; at++) {
    const unit = units[at] as Marked;
    if (SECTION.has(unit.kind)) {
      // What readers write goes on below headings of its own.
      if (section?.kind === 'comments' && unit.kind === 'after') continue;
      section = { kind: unit.kind, isTeasers: null, at, end: limit };
      continue;
    }
    if (unit.kind === 'credit' && isBracketed(unit)) section = { kind: 'credit', isTeasers: null, at, end: limit };
    if (isSpoken(unit)) {
      if (section === null) last = at + 1;
      continue;
    }
    if (unit.kind !== 'prose') continue;
    const isOutside = at >= box || (section !== null && isInSection(units, at, section, before, all));
    before += unit.width;
    if (isOutside || isRightsTalk(units, at) || isWeakPlea(unit) || isPromise(units, at) || isPrompt(unit)) continue;
    if (ANNOUNCES.test(unit.text) && !isAnnouncing(units, at, limit)) continue;
    section = null;
    last = at + 1;
  }
  return last;
}

/** A sentence spoken behind a dash. */
const isSpoken = ({ kind, text }: Marked): boolean =>
  kind === 'item' && /^[–—-]\s+["“„«¿¡]?[\p{Lu}\p{Lo}]/u.test(text) && endsSentence(text);

/** What a copyright line goes on from, in a group of its own with it. */
function isRightsTalk(units: readonly Marked[], at: number): boolean {
  const unit = units[at] as Marked;
  const next = units[at + 1];
  return unit.gap > 0 && next?.kind === 'copyright' && next.gap === 0 && hasPhrase('rights', fold(unit.text));
}

/** What stands in a box to write in: `Type your email…`. */
const isPrompt = ({ text, words }: Marked): boolean => words <= 5 && /…$|\.{3}$/.test(text);

/** Whether something of the story follows a colon. */
const isAnnouncing = (units: readonly Marked[], at: number, limit: number): boolean => {
  const next = at + 1 < limit ? units[at + 1] : undefined;
  return (
    next !== undefined && (next.kind === 'item' || isQuoted(next) || /\d/.test(next.text) || next.kind === 'prose')
  );
};

/** What a newsletter promises, between its name and its button. */
function isPromise(units: readonly Marked[], at: number): boolean {
  const unit = units[at] as Marked;
  const name = units[at - 1];
  const button = units[at + 1];
  if (name?.kind === 'after' && unit.gap === 0 && unit.width <= 80 && hasPhrase('pleaWords', name.folded)) return true;
  if (unit.width > 200 || (name?.kind !== 'short' && name?.kind !== 'plea') || name.words > 5) return false;
  if (button?.kind === 'prose' || !hasPhrase('pleaWords', name.folded)) return false;
  return hasPhrase('pleaWords', fold(unit.text));
}

interface Section {
  readonly kind: Kind;
  readonly at: number;
  readonly end: number;
  /** Whether headlines and teasers take turns in it; null until it was asked. */
  isTeasers: boolean | null;
}

/** Whether prose belongs to a section behind the story rather than to the story going on. */
function isInSection(units: readonly Marked[], at: number, section: Section, before: number, all: number): boolean {
  const rest = all - before;
  if (section.kind === 'comments') return rest <= before * 1.5;
  if (section.kind === 'author' || section.kind === 'notes') return rest <= before * 0.6;
  const unit = units[at] as Marked;
  if (section.kind === 'credit') return rest <= before * 0.3;
  if (isQuestion(unit) && unit.gap === 0) return true;
  if (section.kind === 'plea') return false;
  if (isBoxed(units, at, section.at) || isLastTeaser(units, at, section.at)) return true;
  section.isTeasers ??= isTeaserList(units, section.at, section.end, before * 0.6);
  return section.isTeasers;
}

const isBracketed = ({ text }: Marked): boolean => /^[([（［]/.test(text);

/** A teaser right below its headline, in a file that sets groups apart and paragraphs alone. */
function isBoxed(units: readonly Marked[], at: number, from: number): boolean {
  if (units[at]?.gap !== 0) return false;
  let begin = at;
  const least = Math.max(from, at - LONGEST_GROUP);
  while (begin > least && units[begin]?.gap === 0) begin--;
  if (units[begin]?.kind === 'prose' || (begin === from && units[from]?.gap === 0)) return false;
  let alone = 0;
  let joined = 0;
  for (let other = from - 1; other >= Math.max(0, from - REACH) && alone + joined < 12; other--) {
    const unit = units[other] as Marked;
    if (unit.kind !== 'prose') continue;
    if (unit.gap === 0) joined++;
    else alone++;
  }
  return alone > 1 && alone > joined * 2;
}

/** A short teaser at the end of the file, below a list of links none of which is set apart. */
function isLastTeaser(units: readonly Marked[], at: number, from: number): boolean {
  const unit = units[at] as Marked;
  if (at - from < 4 || unit.width > TEASER_WIDTH || (units[at - 1]?.words ?? 0) < 4) return false;
  const isOfLinks = ({ kind, gap }: Marked, nth: number): boolean => gap === 0 && (nth === 0 || kind === 'short');
  return (
    units.slice(at + 1).every(({ kind }) => kind !== 'prose') && [unit, ...units.slice(from + 1, at)].every(isOfLinks)
  );
}

const isQuestion = ({ width, text }: Marked): boolean => width < 110 && /[?？!！…؟][\s"'”’»」』)]*$/u.test(text);

/** Headline, teaser, headline, teaser: two at least, nowhere two pieces of prose in a row, and less than the story. */
function isTeaserList(units: readonly Marked[], from: number, limit: number, most: number): boolean {
  let pairs = 0;
  let width = 0;
  for (let at = from + 1; at < Math.min(limit, from + 80); at++) {
    const unit = units[at] as Marked;
    if (SECTION.has(unit.kind) && unit.kind !== 'moreLabel') break;
    if (unit.kind !== 'prose' || isQuestion(unit)) continue;
    const previous = units[at - 1] as Marked;
    if (previous.kind === 'prose' && !isQuestion(previous) && !isWeakPlea(unit)) return false;
    // A teaser is not set apart from its headline when headlines are not set apart from each other.
    if (previous.kind === 'short' && previous.gap === 0 && unit.gap > 0) return false;
    if (previous.kind === 'short' || isQuestion(previous)) pairs++;
    width += unit.width;
    if (width > most) return false;
  }
  return pairs >= 2 || (pairs === 1 && width === 0);
}

/**
 * Where boxes begin behind a story: groups of lines, some of them short, in a file whose paragraphs stand alone,
 * and no paragraph alone behind them. The end of the file when there are none.
 */
function firstBox(units: readonly Marked[], start: number, limit: number): number {
  let first = limit;
  let hasAlone = false;
  for (let end = limit; end > start; ) {
    const begin = groupStart(units, end - 1, start);
    const shape = shapeOf(units, begin, end);
    if (shape === 'paragraph') {
      hasAlone = true;
      break;
    }
    if (shape === 'box') first = begin;
    end = begin;
  }
  if (!hasAlone || first === limit) return limit;
  for (let end = first; end > start; ) {
    const begin = groupStart(units, end - 1, start);
    if (shapeOf(units, begin, end) === 'box') return limit;
    end = begin;
  }
  return first;
}

function groupStart(units: readonly Marked[], at: number, start: number): number {
  let begin = at;
  while (begin > start && units[begin]?.gap === 0) begin--;
  return begin;
}

/** A paragraph alone, a box of short lines and prose, or anything else. */
function shapeOf(units: readonly Marked[], begin: number, end: number): 'paragraph' | 'box' | 'other' {
  const first = units[begin] as Marked;
  let prose = 0;
  for (let at = begin; at < end; at++) {
    const unit = units[at] as Marked;
    if (unit.kind === 'prose' && !isWeakPlea(unit) && !isQuestion(unit)) prose++;
  }
  if (prose === 0) return 'other';
  if (end - begin === 1 || first.kind === 'prose') return 'paragraph';
  return first.kind === 'short' ? 'box' : 'other';
}

function proseWidth(units: readonly Marked[], start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) if (units[at]?.kind === 'prose') width += units[at]?.width ?? 0;
  return width;
}

/** A list that the last sentence announces, a quotation or figures that close the story. */
function withItsList(units: readonly Marked[], start: number, end: number, limit: number): number {
  const isAnnounced = end > start && ANNOUNCES.test(units[end - 1]?.text ?? '');
  let last = end;
  for (let at = end; at < limit; at++) {
    const unit = units[at] as Marked;
    const results = resultsAt(units, at, limit);
    if (results > at) {
      at = results - 1;
    } else {
      if (ALWAYS_TAIL.has(unit.kind)) break;
      const isListed =
        unit.kind === 'item' && (isAnnounced || units[at + 1]?.kind === 'item' || units[at - 1]?.kind === 'item');
      if (!isListed && !isQuoted(unit)) break;
    }
    last = at + 1;
  }
  return last;
}

/** Where rows of figures end that begin here, below a line that announces them or in columns; `at` when there are none. */
function resultsAt(units: readonly Marked[], at: number, limit: number): number {
  const first = units[at] as Marked;
  const isHeaded = first.kind === 'short' && ANNOUNCES.test(first.text);
  let end = isHeaded ? at + 1 : at;
  while (end < limit && isRow(units[end] as Marked, isHeaded)) end++;
  return end - at >= 2 ? end : at;
}

const ANNOUNCES = /[:：]$/;

const isRow = ({ kind, text, columns }: Marked, isHeaded: boolean): boolean =>
  (kind === 'short' || kind === 'crumbs') && /\d/.test(text) && (columns !== null || isHeaded);

const isQuoted = ({ text }: Marked): boolean => /^["“„«「『].*["”“»」』]$/u.test(text);
