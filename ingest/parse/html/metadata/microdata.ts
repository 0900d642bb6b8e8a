import { statedDate } from '../../text/dates/index.ts';
import type { PageDocument, PageElement } from '../dom.ts';
import { type Facts, words } from './facts.ts';

/** What is said of something else on the page: comments, other articles, the page's makers. */
const ELSEWHERE =
  '[itemprop~="comment"],[itemtype*="Comment"],[itemtype*="UserComments"],[id*="comment"],[class*="comment"],[class*="related"],[class*="recommend"],aside,nav,[itemprop~="publisher"],[itemtype*="Organization"],[itemtype*="BreadcrumbList"],[itemtype*="ListItem"],[itemtype*="ImageObject"],[itemtype*="VideoObject"],[itemtype$="/Review"],[itemprop~="review"],figure,figcaption';

/** In microdata, and in RDFa. */
const AUTHOR =
  '[itemprop~="author"],[itemprop~="creator"],[property~="author"]:not(meta),[property~="schema:author"],[property~="dc:creator"]';

/** All that is asked for below: a page is gone through once. */
const MARKED = '[itemprop],[property],time[pubdate],.published,.updated';

/** What the markup of the article itself is named: microdata, and the older names of `hentry`. */
export function microdata(document: PageDocument): Facts {
  const marked = [...document.querySelectorAll(MARKED)];
  const all = (selectors: string): readonly PageElement[] =>
    marked.filter((element) => {
      if (!element.matches(selectors)) return false;
      const { parentElement: around } = element;
      const foot = around?.closest('footer');
      return !around?.closest(ELSEWHERE) && (!foot || foot.closest('article,[itemscope]'));
    });
  const dateOf = (...selectors: readonly string[]) => {
    for (const selector of selectors)
      for (const element of all(selector).slice(0, 3)) {
        const date = statedDate(statedIn(element)) ?? statedDate(words(element.textContent));
        if (date) return date;
      }
    return null;
  };
  const headlines = all('[itemprop~="headline"]')
    .map(statedIn)
    .filter((text) => text !== null);
  return {
    title: headlines[0] ?? null,
    authors: all(AUTHOR).slice(0, 8).flatMap(nameIn),
    published: dateOf(
      '[itemprop~="datePublished"]',
      'time[pubdate]',
      '.hentry .published, .entry-date.published, abbr.published',
      '[itemprop~="dateCreated"]',
    ),
    modified: dateOf('[itemprop~="dateModified"]', '.hentry .updated:not(.published)'),
    siteName: publisherIn(document),
    language: all('[itemprop~="inLanguage"]').map(statedIn)[0] ?? null,
  };
}

function publisherIn(document: PageDocument): string | null {
  const publisher = document.querySelector('[itemprop~="publisher"]');
  const name = publisher?.querySelector('[itemprop~="name"]');
  return name ? statedIn(name) : null;
}

function statedIn(element: PageElement): string | null {
  return words(
    element.getAttribute('content') ??
      element.getAttribute('datetime') ??
      (element.localName === 'abbr' ? element.getAttribute('title') : null) ??
      element.textContent,
  );
}

/** A person is an item with a name, or words alone. */
function nameIn(element: PageElement): readonly string[] {
  const name = element.querySelector('[itemprop~="name"]');
  const text = statedIn(name ?? element);
  return text === null ? [] : [text];
}
