import { allNamed, elementAt, elementsIn, textIn, wordsIn } from '../xml/find.ts';
import type { XmlElement } from '../xml/tree.ts';
import { type Place, placeOf } from './paths.ts';

/** A line of a table of contents. */
export interface TocEntry {
  readonly title: string | null;
  /** Null for a heading that leads nowhere. */
  readonly place: Place | null;
  readonly children: readonly TocEntry[];
}

/** The table of contents of an EPUB 3. @param root of the page that holds it, which stands at `path` */
export function entriesOfNav(root: XmlElement, path: string): readonly TocEntry[] {
  const navs = allNamed(root, 'nav');
  const typeOf = ({ attributes }: XmlElement) => `${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`;
  const nav =
    navs.find((each) => /(?:^|[\s-])toc(?:\s|$)/.test(typeOf(each))) ?? navs.find((each) => typeOf(each) === ' ');
  const list = nav && allNamed(nav, 'ol')[0];
  return list ? entriesOfList(list, path) : [];
}

const entriesOfList = (list: XmlElement, path: string): readonly TocEntry[] =>
  elementsIn(list, 'li').map((item) => {
    const link = allNamed(withoutLists(item), 'a')[0] ?? null;
    const label = link ?? elementsIn(item, 'span')[0] ?? null;
    const below = elementsIn(item, 'ol')[0];
    return {
      title: label && (wordsIn(label) ?? label.attributes['title'] ?? pictured(label)),
      place: link && placeOf(link.attributes['href'] ?? '', path),
      children: below ? entriesOfList(below, path) : [],
    };
  });

const withoutLists = (item: XmlElement): XmlElement => ({
  ...item,
  children: item.children.filter((child) => typeof child === 'string' || child.name !== 'ol'),
});

const pictured = (label: XmlElement): string | null =>
  allNamed(label, 'img')
    .map(({ attributes }) => attributes['alt'] ?? attributes['title'] ?? '')
    .join(' ')
    .trim() || null;

/** The table of contents of an EPUB 2. */
export function entriesOfNcx(root: XmlElement, path: string): readonly TocEntry[] {
  const map = elementAt(root, 'navMap');
  return map ? pointsIn(map, path) : [];
}

const pointsIn = (parent: XmlElement, path: string): readonly TocEntry[] =>
  elementsIn(parent, 'navPoint').map((point) => ({
    title:
      textIn(elementAt(point, 'navLabel', 'text'))
        .replace(/\s+/g, ' ')
        .trim() || null,
    place: placeOf(elementAt(point, 'content')?.attributes['src'] ?? '', path),
    children: pointsIn(point, path),
  }));
