import type { DateOptions } from './dates/index.ts';
import { eastern } from './eastern-dateline.ts';
import type { Head } from './head.ts';
import type { Marked } from './marked.ts';
import { placeAsWritten } from './place-names.ts';
import { type DatelineFound, type DatelineOptions, isPlace } from './station.ts';
import { western } from './western-dateline.ts';
import { behindLabel, fold } from './words/index.ts';

/** A dateline is no longer. */
const WINDOW = 160;
/** A standfirst is no longer, and no more points stand above a story. */
const STANDFIRST_WIDTH = 260;
const MOST_POINTS = 12;
/** The first paragraph stands above the byline where it leads on to the rest; its place tells it from a standfirst. */
const PLACE_IN_CAPITALS = /^\p{Lu}{4}[\p{Lu}\s'’-]* [–—-] \p{Lu}/u;
const LABELLED = /^\p{L}[\p{L}\p{M} .'’-]{0,24}[:：]\s/u;

/** A label is no longer than this, its colon included. */
const LABEL_LENGTH = 54;
const isLabelled = ({ text }: Marked): boolean => /[:：]/.test(text.slice(0, LABEL_LENGTH)) && LABELLED.test(text);

interface Story {
  readonly units: readonly Marked[];
  readonly head: Head;
  /** Whose the page is. */
  readonly owner: string | null;
  readonly options: DateOptions;
}

/** Takes the dateline off the story's first paragraph. A standfirst has none. */
export function takeDateline(
  story: readonly Marked[],
  { units, head, owner, options }: Story,
): { readonly dateline: DatelineFound | null; readonly story: readonly Marked[] } {
  const first = firstProse(story, head.standfirst.length);
  const isLabel = story.slice(first, first + 12).filter(isLabelled).length > 1;
  for (const at of [first, first + 1]) {
    const opening = story[at];
    if (opening?.kind !== 'prose') break;
    const dateline = datelineOf(opening.text, {
      ...options,
      isNameInFile: (name) => isNamed(units, head, owner, fold(name)),
      allowsColon: !isLabel && at === first,
    });
    if (dateline) return { dateline, story: story.with(at, { ...opening, text: opening.text.slice(dateline.end) }) };
    // A standfirst may stand where nothing tells it from the first paragraph.
    if (head.standfirst.length > 0 || opening.width > STANDFIRST_WIDTH) break;
  }
  const standfirst = head.standfirst.length > 0 ? story[0] : undefined;
  if (standfirst?.kind === 'prose' && PLACE_IN_CAPITALS.test(standfirst.text)) {
    const dateline = datelineOf(standfirst.text, { ...options, isNameInFile: () => false, allowsColon: false });
    if (dateline)
      return { dateline, story: story.with(0, { ...standfirst, text: standfirst.text.slice(dateline.end) }) };
  }
  return { dateline: labelledDateline(units, head, options), story };
}

/** `DATELINE: PORT ELLERY`, as archives put it above a story. */
function labelledDateline(units: readonly Marked[], head: Head, options: DateOptions): DatelineFound | null {
  for (let at = head.start; at < Math.min(units.length, head.end + MOST_POINTS); at++) {
    const { text, folded, kind } = units[at] as Marked;
    if (kind === 'prose') break;
    const place = behindLabel(text, folded, 'placeLabel');
    if (place !== null && isPlace(place))
      return {
        dateline: { place: placeAsWritten(place, options.language), agency: null },
        reporter: null,
        date: null,
        end: 0,
      };
  }
  return null;
}

/** The first prose of a story, behind the points that sum it up. */
function firstProse(story: readonly Marked[], from: number): number {
  let at = from;
  while (at < story.length && at < from + MOST_POINTS && story[at]?.kind !== 'prose') at++;
  return at;
}

/** Whether the head of the file or its copyright line calls something by this name. */
function isNamed(units: readonly Marked[], head: Head, owner: string | null, name: string): boolean {
  if (owner !== null && fold(owner) === name) return true;
  for (let at = 0; at < head.end; at++) {
    const folded = units[at]?.folded ?? '';
    if (folded === name || folded.endsWith(` ${name}`)) return true;
  }
  return false;
}

/** The dateline at the head of a paragraph; null when it begins with its sentence. */
export function datelineOf(text: string, options: DatelineOptions): DatelineFound | null {
  const head = text.slice(0, WINDOW);
  return eastern(head) ?? western(head, options);
}
