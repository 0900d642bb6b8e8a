import type { StatedDate, StatedSource } from '../../contract/model.ts';
import { statedDate } from '../parse/text/dates/index.ts';
import { elementAt, elementsIn, wordsIn } from '../xml/find.ts';
import type { XmlElement } from '../xml/tree.ts';
import { placeOf } from './paths.ts';

/** A file of a book. */
export interface Item {
  readonly path: string;
  readonly mediaType: string;
}

/** A file in the order of reading. */
export interface SpineItem extends Item {
  /** False for what is read only when it is turned to, such as notes. */
  readonly isLinear: boolean;
}

/** What the package of a book says. */
export interface Package {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly language: string | null;
  readonly source: StatedSource | null;
  readonly spine: readonly SpineItem[];
  readonly nav: Item | null;
  readonly ncx: Item | null;
}

/** @param path where the package stands in the book: its addresses are relative to it */
export function readPackage(root: XmlElement, path: string): Package | null {
  if (root.name !== 'package') return null;
  const items = new Map<string, Item & { readonly properties: readonly string[]; readonly fallback: string | null }>();
  for (const { attributes } of elementsIn(elementAt(root, 'manifest'), 'item')) {
    const place = placeOf(attributes['href'] ?? '', path);
    if (!place) continue;
    items.set(attributes['id'] ?? '', {
      path: place.path,
      mediaType: (attributes['media-type'] ?? '').trim().toLowerCase(),
      properties: (attributes['properties'] ?? '').split(/\s+/),
      fallback: attributes['fallback'] ?? null,
    });
  }
  const spineElement = elementAt(root, 'spine');
  const seen = new Set<string>();
  const spine: SpineItem[] = [];
  for (const { attributes } of elementsIn(spineElement, 'itemref')) {
    const item = readable(attributes['idref'] ?? '', items);
    if (!item || seen.has(item.path)) continue;
    seen.add(item.path);
    spine.push({ path: item.path, mediaType: item.mediaType, isLinear: attributes['linear'] !== 'no' });
  }
  const all = [...items.values()];
  return {
    ...metadataOf(root),
    spine,
    nav: all.find(({ properties }) => properties.includes('nav')) ?? null,
    ncx:
      items.get(spineElement?.attributes['toc'] ?? '') ??
      all.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml') ??
      null,
  };
}

const IS_PAGE = /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/x-dtbook\+xml)$/;

/** Whether a file of a book is a page of it. */
export const isPage = ({ mediaType, path }: Item): boolean =>
  IS_PAGE.test(mediaType) || (mediaType === '' && /\.x?html?$/i.test(path));

/** A file of the spine, or the page that stands in for one that readers need not know. */
function readable<T extends Item & { readonly fallback: string | null }>(
  id: string,
  items: ReadonlyMap<string, T>,
): T | undefined {
  const first = items.get(id);
  const met = new Set<T>();
  for (let item = first; item && !met.has(item); item = items.get(item.fallback ?? '')) {
    if (isPage(item)) return item;
    met.add(item);
  }
  return first;
}

function metadataOf(root: XmlElement) {
  const metadata = elementAt(root, 'metadata');
  // The first books wrapped it once more.
  const dublin = [metadata, elementAt(metadata, 'dc-metadata')];
  const all = (name: string) =>
    dublin.flatMap((holder) => elementsIn(holder)).filter((element) => element.name.toLowerCase() === name);
  const words = (name: string) => all(name).flatMap((element) => wordsIn(element) ?? []);
  const title = words('title')[0] ?? null;
  const named = root.attributes['unique-identifier'];
  const identifiers = all('identifier');
  const identifier = wordsIn(identifiers.find(({ attributes }) => attributes['id'] === named) ?? identifiers[0]);
  const creators = [...new Set(words('creator'))];
  return {
    title,
    byline: creators.length > 0 ? creators.slice(0, MOST_CREATORS).join(', ') : null,
    published: publishedOf(all('date')),
    language: words('language')[0] ?? null,
    source: title === null ? null : { kind: 'publication' as const, key: identifier ?? title, name: title },
  };
}

const MOST_CREATORS = 10;
/** Programs that know no date write the year 101, or 1. */
const FIRST_YEAR = Date.UTC(1400);

function publishedOf(dates: readonly XmlElement[]): StatedDate | null {
  const eventOf = ({ attributes }: XmlElement) => attributes['opf:event'] ?? attributes['event'] ?? '';
  const inOrder = [
    ...dates.filter((date) => eventOf(date) === 'publication'),
    ...dates.filter((date) => eventOf(date) === ''),
    ...dates.filter((date) => eventOf(date) === 'original-publication'),
  ];
  for (const date of inOrder) {
    const stated = statedDate(wordsIn(date));
    if (stated && stated.at >= FIRST_YEAR) return stated;
  }
  return null;
}
