import type { PageDocument } from '../dom.ts';
import type { Facts } from './facts.ts';

const linkTo = (document: PageDocument, relation: string): string | null =>
  [...document.getElementsByTagName('link')]
    .find((link) => (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/).includes(relation))
    ?.getAttribute('href')
    ?.trim() || null;

/** The address a page says is its one. */
export const links = (document: PageDocument): Facts => ({ url: linkTo(document, 'canonical') });
