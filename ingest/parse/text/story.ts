import { boxEnd, linksEnd, opensBox } from './boxes.ts';
import type { Captions } from './captions.ts';
import type { Fact } from './facts.ts';
import type { Head } from './head.ts';
import type { Kind, Marked } from './marked.ts';
import { isWeakPlea } from './pleas.ts';
import { isMadeOf } from './small-kinds.ts';
import { phraseAtStart } from './words/index.ts';

/** Kinds that are no story wherever they stand. */
const FURNITURE = new Set<Kind>([
  'advert',
  'more',
  'moreLabel',
  'after',
  'plea',
  'share',
  'reading',
  'comments',
  'continued',
  'copyright',
  'rule',
  'embargo',
  'url',
  'source',
  'captionLabel',
  'caption',
  'end',
]);
/** A line of so many words says something, even when it does not end as a sentence. */
const UNENDED_WORDS = 5;

interface Zone {
  readonly units: readonly Marked[];
  readonly head: Head;
  readonly end: number;
  readonly captions: Captions;
  readonly factAt: (at: number) => Fact | null;
}

/** The units of the story, furniture between them left out. */
export function storyUnits({ units, head, end, captions, factAt }: Zone): readonly Marked[] {
  const counts = shortCounts(units);
  const spaced = isSpaced(units, head.start, end);
  const story: Marked[] = [];
  let isOpen = false;
  for (let at = head.start; at < end; at++) {
    const unit = units[at] as Marked;
    if (captions.units.has(at) || isStatement(units, at, head, factAt)) continue;
    if (opensBox(unit) && at >= head.end) {
      at = boxEnd(units, at, end, spaced) - 1;
      continue;
    }
    if (FURNITURE.has(unit.kind)) {
      if (unit.kind === 'continued') while (isSlug(units[at + 1])) at++;
      continue;
    }
    if (at >= head.end && !isOpen) {
      if (!mayOpen(unit, units[at + 1])) continue;
      isOpen = true;
    }
    if (unit.kind === 'short' && isLabel(units, at, counts, spaced)) continue;
    const links = unit.kind === 'short' && at >= head.end ? linksEnd(units, at, end) : at;
    if (links > at) {
      at = links - 1;
      continue;
    }
    story.push(unit);
  }
  return story.length > 0 ? story : unendedStory(units, head, captions);
}

/** The lines of a text with no paragraph below a headline: verse, notes, talk, a sentence alone. */
const unendedStory = (units: readonly Marked[], head: Head, captions: Captions): readonly Marked[] => {
  const isLine = ({ kind }: Marked, at: number): boolean =>
    (kind === 'short' || kind === 'item') && !captions.units.has(at);
  const lines = units.filter((unit, at) => at >= head.start && isLine(unit, at));
  const isSaid = (unit: Marked, at: number): boolean =>
    isLine(unit, at) || (unit.kind === 'prose' && !isWeakPlea(unit));
  const said = lines.length > 0 ? lines : units.filter(isSaid);
  return said.some(({ words }) => words >= UNENDED_WORDS) ? said : [];
};

/** What a story may begin with: a sentence, a list, the first question of an interview. */
const mayOpen = ({ kind, text, words }: Marked, next: Marked | undefined): boolean =>
  kind === 'prose' ||
  kind === 'item' ||
  (kind === 'short' && words <= 6 && isLongItem(next)) ||
  (kind === 'short' && words >= 3 && /[?？؟]["”»]?$/u.test(text));

/** What stands between headline and story, and lines below that say when the story was changed. */
function isStatement(units: readonly Marked[], at: number, head: Head, factAt: (at: number) => Fact | null): boolean {
  const unit = units[at] as Marked;
  if (head.standfirst.includes(at)) return false;
  if (at < head.end) return factAt(at) !== null || !(unit.kind === 'prose' || isPoint(units, at));
  if (unit.kind === 'prose' && unit.width > 110) return false;
  const fact = factAt(at);
  if (fact === null) return false;
  if (fact.published || fact.modified) {
    return phraseAtStart('updated', unit.folded) > 0 || phraseAtStart('published', unit.folded) > 0;
  }
  return fact.url !== null || (fact.isLabelled && unit.kind === 'short');
}

/** One of the points that sum a story up above it. */
const isPoint = (units: readonly Marked[], at: number): boolean =>
  isLongItem(units[at]) && (isLongItem(units[at - 1]) || isLongItem(units[at + 1]));

const isLongItem = (unit: Marked | undefined): boolean => unit?.kind === 'item' && unit.words >= 5;

/** Whether a file sets its paragraphs apart, so that lines without a gap belong together. */
function isSpaced(units: readonly Marked[], start: number, end: number): boolean {
  let prose = 0;
  let apart = 0;
  for (let at = start; at < end; at++) {
    if (units[at]?.kind !== 'prose') continue;
    prose++;
    if ((units[at]?.gap ?? 0) > 0) apart++;
  }
  return apart * 2 >= prose;
}

/** How often each short line stands in the file. */
function shortCounts(units: readonly Marked[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, folded } of units)
    if (kind === 'short' && folded !== '') counts.set(folded, (counts.get(folded) ?? 0) + 1);
  return counts;
}

/** A short line that is no subhead: repeated, or a button among buttons. */
function isLabel(
  units: readonly Marked[],
  at: number,
  counts: ReadonlyMap<string, number>,
  isSpaced: boolean,
): boolean {
  const unit = units[at] as Marked;
  if ((counts.get(unit.folded) ?? 0) > 1 && unit.words <= 8) return true;
  if (isMark(unit) && units[at - 1]?.kind !== 'item' && units[at + 1]?.kind === 'prose') return true;
  if (!isSpaced) return false;
  const previous = units[at - 1];
  if (unit.gap > 0 || !previous) return false;
  return (
    (previous.kind === 'advert' || previous.kind === 'share') &&
    unit.words <= 6 &&
    isMadeOf(unit.folded, ['advert', 'more', 'buttons'])
  );
}

/** A word in brackets or a few capitals, alone between paragraphs. */
const isMark = ({ text, words, width }: Marked): boolean =>
  (words <= 2 && /^[([（［][^()]{2,24}[)\]）］]$/u.test(text)) || (width <= 3 && /^\p{Lu}+$/u.test(text));

/** The catch-line at the head of a wire's next page. */
const isSlug = (unit: Marked | undefined): boolean =>
  unit !== undefined &&
  unit.kind !== 'prose' &&
  (unit.words <= 4 || (unit.words <= 8 && /\p{Lu}\S*[-/]\S/u.test(unit.text)));
