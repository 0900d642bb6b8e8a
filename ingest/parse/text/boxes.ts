import type { Kind, Marked } from './marked.ts';
import { isWeakPlea } from './pleas.ts';
import { fold, hasPhrase } from './words/index.ts';

/** Kinds whose next lines belong to them. */
const OPENING = new Set<Kind>(['moreLabel', 'after', 'plea']);
const LONGEST = 12;
/** A plea's sentences are no wider, and no question a link asks. */
const PLEA_WIDTH = 200;
const LINK_WIDTH = 110;

export const opensBox = ({ kind }: Marked): boolean => OPENING.has(kind);

/** Behind the last line of a box of links or a plea inside a story. */
export function boxEnd(units: readonly Marked[], at: number, limit: number, isSpaced: boolean): number {
  const most = Math.min(limit, at + 1 + LONGEST);
  return isSpaced ? groupEnd(units, at, most) : runEnd(units, at, most);
}

/** In files that set groups apart a box ends with its group of lines, or with the last that reads as a plea when the story follows. */
function groupEnd(units: readonly Marked[], at: number, limit: number): number {
  const box = units[at] as Marked;
  let isTold = false;
  let guessed: number | null = null;
  for (let end = at + 1; end < limit; end++) {
    const unit = units[end] as Marked;
    if (unit.gap > 0) return (isTold ? guessed : null) ?? end + (end === at + 1 && isTarget(unit, box) ? 1 : 0);
    const isSure = unit.kind !== 'prose' || isWeakPlea(unit) || isHint(unit, box);
    if (isSure) {
      isTold ||= unit.kind === 'prose';
      guessed = null;
      continue;
    }
    const isPromise = unit.width < PLEA_WIDTH && (box.kind === 'plea' || hasPhrase('pleaWords', box.folded));
    if (!isPromise && !isQuestion(unit)) return end;
    guessed ??= end;
  }
  return limit;
}

/** In others it ends where prose begins; a line before it that is unlike the links is the next subhead. */
function runEnd(units: readonly Marked[], at: number, limit: number): number {
  const box = units[at] as Marked;
  let end = at + 1;
  while (end < limit && belongs(units[end] as Marked, box)) end++;
  const last = units[end - 1] as Marked;
  if (end - at < 3 || last.kind !== 'short' || units[end]?.kind !== 'prose') return end;
  return isUnlike(units, at + 1, end - 1, box) ? end - 1 : end;
}

function belongs(unit: Marked, box: Marked): boolean {
  if (unit.gap > 0) return isTarget(unit, box);
  if (unit.kind === 'prose') return isWeakPlea(unit) || isHint(unit, box);
  return box.kind !== 'plea' || unit.kind !== 'short';
}

/** Whether the line at `at` is no link as those from `first` on are: much shorter, or too short to be one alone. */
function isUnlike(units: readonly Marked[], first: number, at: number, box: Marked): boolean {
  const { width, words } = units[at] as Marked;
  let narrowest = Number.POSITIVE_INFINITY;
  for (let other = first; other < at; other++) narrowest = Math.min(narrowest, units[other]?.width ?? 0);
  return width <= narrowest * 0.6 || (at === first + 1 && box.kind === 'moreLabel' && words < 5);
}

/**
 * Behind a run of links that no known label opens: three short lines at least between paragraphs, two of them as long as headlines.
 * What a colon announces is no such run; neither are rows of figures. `at` when there is none.
 */
export function linksEnd(units: readonly Marked[], at: number, limit: number): number {
  const previous = units[at - 1];
  if (previous?.kind !== 'prose' || /[:：]$/.test(previous.text)) return at;
  let end = at;
  let headlines = 0;
  while (end < limit && isLinkLike(units[end] as Marked, end > at)) {
    if (end > at && (units[end]?.words ?? 0) >= 4) headlines++;
    end++;
  }
  if (end - at < 3 || headlines < 2 || units[end]?.kind !== 'prose') return at;
  return isUnlike(units, at + 1, end - 1, units[at] as Marked) ? end - 1 : end;
}

const isLinkLike = ({ kind, text, gap, columns }: Marked, isInside: boolean): boolean =>
  kind === 'short' &&
  (!isInside || gap === 0) &&
  columns === null &&
  !/[:：]$|\d\s*$|^\d/.test(text) &&
  /^["“„«‘']?(?:\p{Lu}|\p{Lo})/u.test(text);

/** A label alone: its headline stands below the blank line, when nothing of the story could be meant. */
const isTarget = (unit: Marked, box: Marked): boolean =>
  box.kind !== 'plea' && unit.kind === 'short' && unit.words >= (box.folded.includes(' ') ? 2 : 4);

/** What a plea promises, on the line below it. */
const isHint = (unit: Marked, box: Marked): boolean =>
  box.kind === 'plea' && unit.width < PLEA_WIDTH && hasPhrase('pleaWords', fold(unit.text));

const isQuestion = ({ text, width }: Marked): boolean => /[?？!！]$/.test(text) && width < LINK_WIDTH;
