import { bareByline, introducedByline } from './byline.ts';
import { widthOf } from './lines.ts';
import type { Marked } from './marked.ts';
import { endsStatement, isCapitals, wordsIn } from './shapes.ts';
import { behindLabel, fold, hasPhrase } from './words/index.ts';

export interface TitleFound {
  readonly text: string;
  /** The last unit that holds it: the story begins behind. */
  readonly at: number;
  /** The rest of a `Headline | Site` line. */
  readonly site: string | null;
}

interface Facts {
  /** Units that state a date, a byline or another fact about the story. */
  readonly isFact: (at: number) => boolean;
  /** Units that name authors behind a label. */
  readonly isByline: (at: number) => boolean;
  /** Whether the file uses these words as its own name. */
  readonly isSite: (folded: string) => boolean;
}

const FIT = new Set<Marked['kind']>([
  'short',
  'prose',
  'crumbs',
  'item',
  'plea',
  'moreLabel',
  'more',
  'notes',
  'credit',
  'tags',
]);
/** `UPDATE 2-`, `RPT-`: what a wire puts before a headline. */
const WIRE_PREFIX = /^(?:\p{Lu}{3,10}(?: \d{1,2})?[-–](?=[\p{Lu}"“])|\p{Lu}{4,10} \d{1,2}: )/u;
/** `Column | Headline`: a kicker of one word in the headline's line. */
const KICKER = /^\p{Lu}\p{L}{2,16}\s+\|\s+(?=\p{Lu}\S*(?:\s+\S+){2})/u;
const TAB_SEPARATOR = /\s+[|–—-]\s+|\s*[|｜]\s*|\s+[»«›•·:]+\s+|\s*_\s*/gu;
/** One of the marks that part a headline from its site. */
const MAY_BE_TAB = /[|–—｜»«›•·:_-]/;
const HEADLINE_WIDTH = 200;
const HEADLINE_LEAST = 26;

/** The headline among the units before the story, if one is like a headline. */
export function findTitle(units: readonly Marked[], limit: number, facts: Facts): TitleFound | null {
  const counts = new Map<string, number>();
  for (let at = 0; at < limit; at++) {
    const { folded } = units[at] as Marked;
    if (folded !== '') counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  let best: { at: number; score: number; text: string; site: string | null } | null = null;
  for (let at = 0; at < limit; at++) {
    const unit = units[at] as Marked;
    if (!FIT.has(unit.kind) || unit.width > HEADLINE_WIDTH || facts.isFact(at) || unit.folded === '') continue;
    const labelled = behindLabel(unit.text, unit.folded, 'headline');
    if (labelled !== null) return { text: labelled, at, site: null };
    const tab = unit.kind === 'crumbs' || unit.kind === 'short' ? tabTitle(unit, counts, facts.isSite) : null;
    const text = tab?.title ?? unit.text;
    const score = scoreOf(units, at, text, tab !== null, counts, facts);
    if (score > (best?.score ?? 0)) best = { at, score, text, site: tab?.site ?? null };
  }
  if (!best) return null;
  const folded = fold(best.text);
  const site = best.site ?? siteBeside(units, limit, folded, counts, facts.isSite);
  let last = best.at;
  for (let at = best.at + 1; at < limit; at++) if (units[at]?.folded === folded) last = at;
  return {
    text: best.text
      .replace(WIRE_PREFIX, '')
      .replace(KICKER, '')
      .replace(/^#{1,6}\s+/, ''),
    at: last,
    site,
  };
}

function scoreOf(
  units: readonly Marked[],
  at: number,
  text: string,
  isTab: boolean,
  counts: ReadonlyMap<string, number>,
  { isFact, isByline, isSite }: Facts,
): number {
  const unit = units[at] as Marked;
  const folded = isTab ? fold(text) : unit.folded;
  if (isSite(folded) || /@\S+\.\S/.test(text) || /^\P{L}*$/u.test(text)) return 0;
  const words = wordsIn(text, isTab ? widthOf(text) : unit.width);
  if (isSlug(text, words)) return 0;
  if ((unit.kind === 'crumbs' || unit.kind === 'tags') && !isTab) return 0;
  let score = words >= 4 ? 40 : words === 3 ? 25 : 10;
  if (words > 28) score -= 15;
  if ((counts.get(folded) ?? 0) > 1 && words >= 2) score += 40;
  if (isTab) score += 5;
  if (isRepeatedInside(units, folded, at)) score += 25;
  if (/[:：,;]$/.test(text)) score -= 20;
  if (/^\p{Ll}[\p{Ll}\s]/u.test(text)) score -= 45;
  if (/[>›→]/.test(text)) score -= 25;
  if (unit.kind === 'prose') score -= endsStatement(text) ? 22 : 8;
  if (unit.kind === 'moreLabel' || unit.kind === 'notes' || unit.kind === 'credit' || unit.kind === 'item') score -= 15;
  if (unit.kind === 'plea' || unit.kind === 'more') score -= 12;
  if (isCapitals(text) && words < 4) score -= 6;
  const isAboveFact = isFact(at + 1);
  const isByNames = isAboveFact && bareByline(text, folded) !== null;
  const isIntroduced = introducedByline(text) !== null;
  if (isByNames) score -= 30;
  if (isIntroduced) score -= 30;
  if (isByline(at - 1)) score -= hasPhrase('roles', folded) ? 45 : 15;
  if (units[at - 1]?.kind === 'captionLabel') score -= 40;
  const next = units[at + 1];
  if (next?.caption?.isCreditAlone && next.gap === 0 && unit.gap > 0) score -= 20;
  if (isAboveFact || next?.kind === 'prose' || next?.kind === 'caption') score += 6;
  if (hasStandfirst(units, at, isFact)) score += 12;
  if (unit.kind === 'short' && isAboveFact && !isByNames && !isIntroduced && words >= 3 && isAfterLabel(units, at))
    score += 20;
  if (unit.gap > 0 && (next?.gap ?? 1) > 0) score += 2;
  return score - Math.min(at, 40) * 0.05;
}

/** Whether a line begins as headlines do, with nothing like a headline right above it. */
const isAfterLabel = (units: readonly Marked[], at: number): boolean =>
  (units[at - 1]?.words ?? 0) < 3 && !/^\p{Ll}/u.test(units[at]?.text ?? '');

/** A longer line between a headline and the facts: a standfirst without a full stop. */
function hasStandfirst(units: readonly Marked[], at: number, isFact: (at: number) => boolean): boolean {
  const unit = units[at] as Marked;
  const next = units[at + 1];
  if (next?.kind !== 'short' || next.words < 6 || unit.words < 3 || isFact(at + 1)) return false;
  const isAboveStory = units[at + 2]?.kind === 'prose' && (units[at + 2]?.width ?? 0) > 120 && unit.words >= 5;
  if (!isAboveStory && !(isFact(at + 2) || (isFact(at + 3) && isBareByline(units[at + 2])))) return false;
  return unit.width >= HEADLINE_LEAST && next.width >= unit.width * (unit.words >= 6 ? 0.6 : 1.2);
}

const isBareByline = (unit: Marked | undefined): boolean =>
  unit !== undefined && bareByline(unit.text, unit.folded) !== null;

/** Catch-lines of wires: no spaces, or capitals with marks and figures. */
const isSlug = (text: string, words: number): boolean =>
  (words === 1 && /[/_\d-]/.test(text)) ||
  (/^[\p{Lu}\d/_-]+(?:\s[\p{Lu}\d/_.-]+){0,3}$/u.test(text) && /[/_-]/.test(text)) ||
  (/^[\p{Ll}\d\s.:/-]+$/u.test(text) && /\d{3}/.test(text));

/** Whether a line of links or a tab's title above holds the headline as a part of its own. */
function isRepeatedInside(units: readonly Marked[], folded: string, at: number): boolean {
  if (folded.length < 12 || folded.split(' ').length < 3) return false;
  for (let other = Math.max(0, at - 12); other < Math.min(units.length, at + 8); other++) {
    if (other === at) continue;
    const kind = units[other]?.kind;
    if (kind !== 'crumbs' && kind !== 'short' && kind !== 'more') continue;
    const candidate = units[other]?.folded ?? '';
    if (
      candidate.length > folded.length &&
      candidate.length < folded.length + 80 &&
      (candidate.startsWith(folded) || candidate.endsWith(folded))
    )
      return true;
  }
  return false;
}

/** `Headline | Site`, when the file shows which part is which. */
function tabTitle(
  { text, folded }: Marked,
  counts: ReadonlyMap<string, number>,
  isSite: (folded: string) => boolean,
): { readonly title: string; readonly site: string | null } | null {
  if (!MAY_BE_TAB.test(text)) return null;
  for (const { index, 0: mark } of text.matchAll(TAB_SEPARATOR)) {
    const before = text.slice(0, index).trim();
    const after = text.slice(index + mark.length).trim();
    if (before === '' || after === '') continue;
    const foldedBefore = fold(before);
    if (wordsIn(before, widthOf(before)) < 3) continue;
    const last = lastPart(after);
    if (isSite(fold(last))) return { title: before, site: last };
    if (foldedBefore !== folded && counts.has(foldedBefore)) return { title: before, site: last };
  }
  const bar = !/[|｜]/.test(text)
    ? null
    : /^([^|｜]{16,}?)\s+[|｜]\s+(?:[^|｜]{1,40}\s[|｜]\s)?([^|｜]{2,40})$/u.exec(text);
  const [, headline, site] = bar ?? [];
  if (!headline || !site || wordsIn(headline, widthOf(headline)) < 4 || wordsIn(site, widthOf(site)) > 5) return null;
  return /^[\p{Lu}\p{Lo}\d]/u.test(site) ? { title: headline, site } : null;
}

const lastPart = (text: string): string => text.split(/\s+[|–—-]\s+|\s*[|｜]\s*/u).at(-1) ?? text;

/** The site of a tab's title that stands on a line of its own, when the headline was taken from another. */
function siteBeside(
  units: readonly Marked[],
  limit: number,
  title: string,
  counts: ReadonlyMap<string, number>,
  isSite: (folded: string) => boolean,
): string | null {
  for (let at = 0; at < limit; at++) {
    const unit = units[at] as Marked;
    if (unit.folded.length <= title.length || !unit.folded.startsWith(title)) continue;
    const tab = tabTitle(unit, counts, isSite);
    if (tab && fold(tab.title) === title) return tab.site;
  }
  return null;
}
