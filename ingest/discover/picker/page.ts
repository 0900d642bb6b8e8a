import { documentOf } from '../../parse/html/document.ts';
import type { PageDocument, PageElement } from '../../parse/html/dom.ts';
import { flatten } from '../../parse/html/flatten.ts';
import { isTooLarge, shapeOf } from '../../parse/html/shape.ts';

/** A page as a tree, and what its links are relative to. */
export interface PickedPage {
  readonly document: PageDocument;
  readonly url: string;
  readonly base: string;
}

/** @returns null for a page that is too large to look for lists in */
export function pickedPage(html: string, url: string): PickedPage | null {
  const source = flatten(html, shapeOf(html));
  if (isTooLarge(shapeOf(source))) return null;
  const document = documentOf(source);
  const stated = document.querySelector('base[href]')?.getAttribute('href');
  return { document, url, base: (stated && URL.parse(stated, url)?.href) || url };
}

/** Where a link leads, if that is another page. */
export function targetOf(link: PageElement, { base, url }: PickedPage): string | null {
  const href = link.getAttribute('href')?.trim() ?? '';
  const target = href === '' || href.startsWith('#') ? null : URL.parse(href, base);
  if (!target || !/^https?:$/.test(target.protocol)) return null;
  target.hash = '';
  return target.href === url.replace(/#.*/, '') ? null : target.href;
}

/** Its words on one line; what a picture is called stands for it. */
export function wordsIn(element: PageElement): string {
  const words = element.textContent.replace(/\s+/g, ' ').trim();
  return words || (element.querySelector('img[alt]')?.getAttribute('alt')?.replace(/\s+/g, ' ').trim() ?? '');
}

/** What a site calls itself: the title of its page. */
export const titleOfPage = ({ document }: PickedPage): string | null =>
  document.querySelector('head title, title')?.textContent.replace(/\s+/g, ' ').trim() || null;
