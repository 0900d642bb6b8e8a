import { textIn } from '../xml/find.ts';
import { mended } from './mended.ts';
import type { Category, Enclosure } from './model.ts';
import { attributeOf, type Fields, fieldsOf, type Place, placeIn, termOf, whole } from './place.ts';

/** Where an element says its file lies: in one of some attributes, else in its text. */
export const addressIn = (place: Place | null, ...attributes: readonly string[]): string | null => {
  if (!place) return null;
  const stated = attributes.map((name) => attributeOf(place.element, name)).find((address) => address !== null);
  return whole(stated ?? textIn(place.element), place.base);
};

const lengthOf = (written: string | null): number | null =>
  written !== null && /^\d{1,15}$/.test(written) ? Number(written) : null;

/** Everything of Media RSS in an element, what stands in groups included. */
function mediaIn(fields: Fields, term: string): readonly Place[] {
  const nested = fields.all('media:group', 'media:content').map(fieldsOf);
  return [
    ...fields.all(term),
    ...nested.flatMap((inside) => [
      ...inside.all(term),
      ...inside.all('media:content').flatMap((content) => fieldsOf(content).all(term)),
    ]),
  ];
}

/** Files that come with an entry, each address once. */
export function enclosuresIn(fields: Fields): readonly Enclosure[] {
  const links = fields.all('link').filter(({ element }) => attributeOf(element, 'rel')?.toLowerCase() === 'enclosure');
  const places = [...fields.all('enclosure'), ...links, ...mediaIn(fields, 'media:content')];
  const found = places.flatMap((place): Enclosure[] => {
    const url = whole(attributeOf(place.element, 'url') ?? attributeOf(place.element, 'href'), place.base);
    if (url === null) return [];
    const length = attributeOf(place.element, 'length') ?? attributeOf(place.element, 'filesize');
    return [{ url, mediaType: attributeOf(place.element, 'type') ?? mediumOf(place), lengthBytes: lengthOf(length) }];
  });
  return [...new Map(found.map((enclosure) => [enclosure.url, enclosure])).values()];
}

/** What Media RSS calls its kind, as the type that says no more than that. */
function mediumOf({ element }: Place): string | null {
  const medium = attributeOf(element, 'medium')?.toLowerCase();
  return medium === 'image' || medium === 'audio' || medium === 'video' ? `${medium}/*` : null;
}

/** The picture that stands for it. */
export function imageIn(fields: Fields): string | null {
  const thumbnail = mediaIn(fields, 'media:thumbnail')
    .map((place) => addressIn(place, 'url', 'href'))
    .find((url) => url !== null);
  return (
    addressIn(
      fields.first('itunes:image') ?? fields.all('itunes:image', 'googleplay:image')[0] ?? null,
      'href',
      'url',
    ) ??
    imageElement(fields) ??
    addressIn(
      fields.all('itunes:link').find(({ element }) => attributeOf(element, 'rel') === 'image') ?? null,
      'href',
    ) ??
    thumbnail ??
    mediaIn(fields, 'media:content')
      .map(pictureIn)
      .find((url) => url !== null) ??
    null
  );
}

const pictureIn = (place: Place): string | null =>
  /^image\//i.test(attributeOf(place.element, 'type') ?? mediumOf(place) ?? '') ? addressIn(place, 'url') : null;

/** The `image` of RSS, with an address in it, about it or as its text. */
function imageElement(fields: Fields): string | null {
  for (const place of fields.all('image')) {
    const inside = fieldsOf(place);
    const url = inside.first('url') ? addressIn(inside.first('url')) : addressIn(place, 'url', 'href', 'resource');
    if (url !== null) return url;
  }
  return null;
}

/** What it is filed under, each once, in the order of the file. */
export function categoriesIn(fields: Fields): readonly Category[] {
  const found: Category[] = [];
  for (const { element } of fields.all('category', 'dc:subject', 'media:category')) {
    const label = attributeOf(element, 'label');
    const term = attributeOf(element, 'term') ?? (mended(textIn(element)).replace(/\s+/g, ' ').trim() || label);
    if (term) found.push({ term, label });
  }
  collectItunes(fields.all('itunes:category'), found);
  for (const { element } of fields.all('itunes:keywords', 'media:keywords', 'keywords', 'tags')) {
    const words = textIn(element);
    for (const term of words.split(words.includes(',') ? ',' : /\s+/))
      if (term.trim() !== '') found.push({ term: term.trim(), label: null });
  }
  return [...new Map(found.toReversed().map((category) => [category.term, category])).values()].toReversed();
}

function collectItunes(places: readonly Place[], found: Category[]): void {
  for (const place of places) {
    const term = attributeOf(place.element, 'text');
    if (term !== null) found.push({ term, label: null });
    const inside = place.element.children.flatMap((child) =>
      typeof child !== 'string' && termOf(child) === 'itunes:category' ? [placeIn(child, place)] : [],
    );
    collectItunes(inside, found);
  }
}

/** `1:02:03`, `62:03` or seconds. */
export function durationOf(written: string | null): number | null {
  const parts = written?.trim().split(':') ?? [];
  if (parts.length === 0 || parts.length > 3 || !parts.every((part) => /^\d{1,6}(?:\.\d+)?$/.test(part.trim())))
    return null;
  return Math.round(parts.reduce((total, part) => total * 60 + Number(part), 0));
}
