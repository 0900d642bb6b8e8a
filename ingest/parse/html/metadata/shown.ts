import type { DateOptions } from '../../text/dates/index.ts';
import type { PageElement } from '../dom.ts';
import type { Facts } from './facts.ts';
import { authorInBox, authorsOn } from './shown-authors.ts';
import { datesOn } from './shown-dates.ts';
import { linesAround, type ShownLine } from './shown-lines.ts';

/** What the page shows of who wrote the article, and when: beside the headline, else wherever the markup or a label says so. */
export function shown(body: PageElement, title: string | null, options: DateOptions): Facts {
  const { near, far } = linesAround(body, title);
  const [first, then] = [datesOn(near, options, true), datesOn(far, options, false)];
  return {
    published: first.published ?? then.published,
    modified: first.modified ?? then.modified,
    authors: authorsShown(body, near, far),
  };
}

function authorsShown(body: PageElement, near: readonly ShownLine[], far: readonly ShownLine[]): readonly string[] {
  const beside = authorsOn(near, true);
  const authors = beside.length > 0 ? beside : authorsOn(far, false);
  if (authors.length > 0) return authors;
  const inBox = authorInBox(body);
  return inBox === null ? [] : [inBox];
}
