import type { PageElement } from './dom.ts';

const SENTENCE = 60;
/** Links are most of a list of stories, and little of one. */
const MOST_LINKED = 0.5;

/** How much prose a page has, and how much of it stands in an element. */
export interface Prose {
  readonly total: number;
  in(element: PageElement): number;
}

/** Counts the letters of paragraphs, and to which elements they belong. */
export function proseOf(body: PageElement): Prose {
  const lengths = new Map<PageElement, number>();
  let total = 0;
  for (const paragraph of body.getElementsByTagName('p')) {
    const length = lengthOf(paragraph);
    if (length < SENTENCE || linkedLength(paragraph) > length * MOST_LINKED) continue;
    total += length;
    for (let at: PageElement | null = paragraph; at && at !== body; at = at.parentElement)
      lengths.set(at, (lengths.get(at) ?? 0) + length);
  }
  return { total, in: (element) => lengths.get(element) ?? 0 };
}

export const lengthOf = (element: PageElement): number => element.textContent.replace(/\s+/g, ' ').trim().length;

export function linkedLength(element: PageElement): number {
  let length = 0;
  for (const link of element.getElementsByTagName('a')) length += lengthOf(link);
  return length;
}
