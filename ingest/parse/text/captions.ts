import type { Kind, Marked } from './marked.ts';
import { endsSentence } from './shapes.ts';
import { hasPhrase } from './words/index.ts';

export interface Captions {
  readonly texts: readonly string[];
  /** The units they stand in. */
  readonly units: ReadonlySet<number>;
}

const WIDEST = 420;
const CAPTIONS = new Set<Kind>(['short', 'prose', 'caption', 'more', 'item']);

/** The captions of a file, in order: with a credit, below a label, or with their credit on the next line. */
export function captionsIn(units: readonly Marked[], title: string | null, isFact: (at: number) => boolean): Captions {
  const texts: string[] = [];
  const taken = new Set<number>();
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Marked;
    if (taken.has(at)) continue;
    if (unit.kind === 'captionLabel') {
      const next = units[at + 1];
      if (next && next.width <= WIDEST && CAPTIONS.has(next.kind)) {
        taken.add(at).add(at + 1);
        texts.push(next.text);
      }
    } else if (unit.caption) {
      taken.add(at);
      if (unit.caption.isCreditAlone && belongsBelow(units[at + 1])) continue;
      const before = unit.caption.isCreditAlone && !isFact(at - 1) ? captionAbove(units, at, title) : null;
      if (before !== null) {
        taken.add(at - 1);
        texts.push(`${before} ${unit.text}`);
      } else if (!unit.caption.isCreditAlone || !hasPhrase('by', unit.folded)) texts.push(unit.caption.text);
    }
  }
  return { texts, units: taken };
}

/** A credit right above its caption's label is said by the picture, not by the caption. */
const belongsBelow = (next: Marked | undefined): boolean =>
  next?.gap === 0 && (next.kind === 'captionLabel' || (next.caption !== null && next.caption.text !== next.text));

/** The line a credit alone belongs to: right above it, short, and a line of its own. */
function captionAbove(units: readonly Marked[], at: number, title: string | null): string | null {
  const previous = units[at - 1];
  if (!previous || (units[at]?.gap ?? 1) > 0 || previous.text === title) return null;
  if (previous.kind === 'short' && previous.words >= 4) return previous.text;
  const isFirst = units[at - 2]?.kind !== 'prose';
  const isOneSentence = previous.kind === 'prose' && previous.width <= 180 && endsSentence(previous.text);
  return isOneSentence && (previous.gap > 0 || (previous.width <= 90 && !isFirst && units[at + 1]?.gap === 0))
    ? previous.text
    : null;
}
