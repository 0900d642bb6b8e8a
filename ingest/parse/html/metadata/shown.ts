import type { DateOptions } from '../../text/dates/index.ts';
import type { PageElement } from '../dom.ts';
import type { Facts } from './facts.ts';
import { authorInBox, authorsOn } from './shown-authors.ts';
import { datesOn } from './shown-dates.ts';
import { linesAround, type ShownLine } from './shown-lines.ts';

/** What is known already, and need not be looked for far from the headline. */
export interface Stated {
  readonly isDated: boolean;
  readonly isModified: boolean;
  readonly isSigned: boolean;
}

/** What the page shows of who wrote the article, and when: beside the headline, else wherever the markup or a label says so. */
export function shown(body: PageElement, title: string | null, options: DateOptions, stated: Stated): Facts {
  const { near, far: readFar } = linesAround(body, title);
  const [dates, authors] = [datesOn(near, options, true), authorsOn(near, true)];
  const isDated = dates.published !== null || stated.isDated;
  const isModified = dates.modified !== null || stated.isModified;
  const isSigned = authors.length > 0 || stated.isSigned;
  if (isDated && isModified && isSigned) return { ...dates, authors };
  const far = readFar();
  const then = isDated && isModified ? null : datesOn(far, options, false);
  return {
    published: isDated ? dates.published : (then?.published ?? null),
    modified: isModified ? dates.modified : (then?.modified ?? null),
    authors: isSigned ? authors : farAuthors(body, far),
  };
}

function farAuthors(body: PageElement, far: readonly ShownLine[]): readonly string[] {
  const authors = authorsOn(far, false);
  if (authors.length > 0) return authors;
  const inBox = authorInBox(body);
  return inBox === null ? [] : [inBox];
}
