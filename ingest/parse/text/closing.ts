import type { Marked } from './marked.ts';
import { isWeakPlea } from './pleas.ts';
import { address } from './words/address.ts';
import { fold, hasPhrase } from './words/index.ts';

/** What a page says of its own is no longer. */
const TALK_WIDTH = 240;
const QUOTED = /["“”„«»「『]/;
const LOOKED_AT = 120;
const MOST_STEPS = 20;
const NO_WORD = /[^\p{L}\p{M}]+/u;

export interface Story {
  readonly units: readonly Marked[];
  /** Behind the headline and what belongs to it. */
  readonly start: number;
  /** Whom the head names, as phrases are compared. */
  readonly authors: readonly string[];
  readonly language: string | null;
}

/** Steps back over sentences behind a story that are not of it: notes on its authors, a page's talk of itself. */
export function withoutClosing(story: Story, end: number): number {
  const words = new Set((address[story.language ?? ''] ?? '').split(' '));
  let last = end;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const at = lastProse(story.units, story.start, last);
    if (at <= story.start || !(isWeakPlea(story.units[at] as Marked) || isBio(story, at) || isTalk(story, at, words)))
      return last;
    last = at;
  }
  return last;
}

function lastProse(units: readonly Marked[], start: number, end: number): number {
  for (let at = end - 1; at > start; at--) if (units[at]?.kind === 'prose') return at;
  return start;
}

/** A note on an author begins with the name. */
function isBio({ units, authors }: Story, at: number): boolean {
  const opening = fold((units[at]?.text ?? '').slice(0, LOOKED_AT));
  return authors.some((author) => opening.startsWith(`${author} `));
}

/** Set apart from the story by furniture, it speaks to the reader as the story does not. */
function isTalk({ units, start }: Story, at: number, words: ReadonlySet<string>): boolean {
  const unit = units[at] as Marked;
  if (unit.width > TALK_WIDTH || QUOTED.test(unit.text)) return false;
  const times = timesSpoken(unit, words);
  if (times === 0 || (times === 1 && !hasPhrase('pleaWords', fold(unit.text)))) return false;
  const before = lastProse(units, start, at);
  if (before <= start || (before === at - 1 && !isGlued(units, start, at))) return false;
  const story = units.slice(start, before + 1).filter(({ kind, text }) => kind === 'prose' && !QUOTED.test(text));
  return story.filter((other) => timesSpoken(other, words) > 0).length * 5 <= story.length;
}

/** Right below a paragraph, in a file that sets paragraphs apart. */
function isGlued(units: readonly Marked[], start: number, at: number): boolean {
  if (units[at]?.gap !== 0) return false;
  const prose = units.slice(start, at).filter(({ kind }) => kind === 'prose');
  return prose.filter(({ gap }) => gap > 0).length > Math.max(2, prose.length * 0.7);
}

const timesSpoken = ({ text }: Marked, words: ReadonlySet<string>): number =>
  text
    .toLowerCase()
    .split(NO_WORD)
    .filter((word) => words.has(word)).length;
