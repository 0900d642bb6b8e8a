import type { PageElement } from './dom.ts';
import { linesIn } from './lines.ts';

/** Shorter lines are labels, links and names. */
const SENTENCE = 60;
/** Links are most of a list of stories, and little of one. */
const MOST_LINKED = 0.5;

/** How many letters of prose a page has, and how many of them stand in an element. */
export interface Prose {
  readonly total: number;
  in(element: PageElement): number;
}

export function proseOf(body: PageElement): Prose {
  const lengths = new Map<PageElement, number>();
  let total = 0;
  for (const { text, block, linked } of linesIn(body)) {
    if (text.length < SENTENCE || linked > text.length * MOST_LINKED) continue;
    total += text.length;
    for (let at: PageElement | null = block; at && at !== body; at = at.parentElement)
      lengths.set(at, (lengths.get(at) ?? 0) + text.length);
  }
  return { total, in: (element) => lengths.get(element) ?? 0 };
}

export const lengthOf = (element: PageElement): number => element.textContent.replace(/\s+/g, ' ').trim().length;

export function linkedLength(element: PageElement): number {
  let length = 0;
  for (const link of element.getElementsByTagName('a')) length += lengthOf(link);
  return length;
}
