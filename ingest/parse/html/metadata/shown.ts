import type { DateOptions } from '../../text/dates/index.ts';
import type { PageElement } from '../dom.ts';
import type { Facts } from './facts.ts';
import { authorInBox, authorsOn } from './shown-authors.ts';
import { datesOn } from './shown-dates.ts';
import { linesAround } from './shown-lines.ts';

/** What the page shows of who wrote the article, and when: beside the headline, else wherever the markup or a label says so. */
export function shown(body: PageElement, title: string | null, options: DateOptions): Facts {
  const { near, far } = linesAround(body, title);
  const [first, then] = [datesOn(near, options, true), datesOn(far, options, false)];
  const authors = authorsOn(near, true);
  const nearOrFar = authors.length > 0 ? authors : authorsOn(far, false);

  const inBox = nearOrFar.length > 0 ? null : authorInBox(body);
  return {
    published: first.published ?? then.published,
    modified: first.modified ?? then.modified,
    authors: inBox === null ? nearOrFar : [inBox],
  };
}
