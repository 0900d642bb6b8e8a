import type { PageDocument, PageElement } from './dom.ts';
import { type Prose, proseOf } from './prose.ts';

/** Where an article may be by the markup alone, the surest first. */
const SCOPES = ['[itemprop~="articleBody"]', 'article', 'main,[role="main"]'];
const LEAST = 200;
const MOST_OF_IT = 0.8;

/** The part of a page that its markup says holds the article, and how much prose stands in it. */
export interface Scope {
  readonly element: PageElement;
  readonly prose: Prose;
  readonly length: number;
}

export function scopeOf(document: Pick<PageDocument, 'body'>): Scope {
  const { body } = document;
  const prose = proseOf(body);
  for (const selector of SCOPES) {
    const found = [...body.querySelectorAll(selector)].filter((element) => prose.in(element) >= LEAST);
    const titled = found.filter((element) => element.querySelector('h1'));
    const element = found.length === 1 ? found[0] : titled.length === 1 ? titled[0] : undefined;
    if (element) return { element, prose, length: prose.in(element) };
  }
  return { element: body, prose, length: prose.total };
}

/** The innermost element that still holds most of the prose of a scope. */
export function containerIn({ element, prose, length }: Scope): PageElement {
  let container = element;
  for (;;) {
    const inner: PageElement | undefined = [...container.children].find(
      (child) => prose.in(child) >= length * MOST_OF_IT,
    );
    if (!inner || /^(?:p|li|td|blockquote)$/.test(inner.localName)) return container;
    container = inner;
  }
}
