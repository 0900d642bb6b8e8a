import { textIn } from '../xml/find.ts';
import type { XmlElement } from '../xml/tree.ts';

/** An element of a feed with what holds where it stands. */
export interface Place {
  readonly element: XmlElement;
  /** What its addresses are relative to. */
  readonly base: string | null;
  readonly language: string | null;
}

/**
 * What the elements of a vocabulary are called here, whatever prefix a file gives it; RSS of all ages and Atom need none.
 * Kept by the part of the address that never varies: files write it with and without `www.`, a slash or a version.
 */
const VOCABULARIES: readonly (readonly [part: string, prefix: string])[] = [
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/dc/elements', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['search.yahoo.com/mrss', 'media'],
  ['itunes.com/dtds/podcast', 'itunes'],
  ['google.com/schemas/play-podcasts', 'googleplay'],
  ['rssnamespace.org/feedburner/ext', 'feedburner'],
  ['purl.org/syndication/thread', 'thr'],
  ['purl.org/syndication/history', 'fh'],
  ['wordpress.org/export', 'wp'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['wellformedweb.org/commentapi', 'wfw'],
  ['webns.net/mvcb', 'admin'],
  ['podcastindex.org/namespace', 'podcast'],
  ['georss.org', 'georss'],
  ['w3.org/2003/01/geo', 'geo'],
  ['w3.org/2000/svg', 'svg'],
];

const BARE = /^(?:a|a10|atom|atom03|atom10|rss|rss1|rdf|)$/;

const excerpt = /\/excerpt\/?$/;

/** Addresses that files have stated, and what they stand for: looked up once. */
const met = new Map<string, string | null>();
const MAX_MET = 1_000;

function vocabularyOf(namespace: string): string | null {
  const known = met.get(namespace);
  if (known !== undefined) return known;
  const address = namespace.toLowerCase();
  const prefix = excerpt.test(address)
    ? 'excerpt'
    : (VOCABULARIES.find(([part]) => address.includes(part))?.[1] ?? null);
  if (met.size < MAX_MET) met.set(namespace, prefix);
  return prefix;
}

const OF_FEEDS =
  /purl\.org\/(?:rss\/1\.0\/?$|atom\/|pie\/|net\/rss)|w3\.org\/2005\/atom|netscape\.com\/rdf|backend\.userland\.com|channel\.netscape|rss\.?(?:board|spec)/i;

/** Its name in small letters: bare where it belongs to RSS or Atom, else with the prefix its vocabulary has here. */
export function termOf({ name, prefix, namespace }: XmlElement): string {
  const local = name.toLowerCase();
  const vocabulary = namespace === null ? null : vocabularyOf(namespace);
  if (vocabulary === 'rdf') return local === 'rdf' ? 'rdf' : `rdf:${local}`;
  if (vocabulary !== null) return `${vocabulary}:${local}`;
  if (prefix === '' || BARE.test(prefix.toLowerCase()) || (namespace !== null && OF_FEEDS.test(namespace)))
    return local;
  return `${prefix.toLowerCase()}:${local}`;
}

/** An element and what holds in it: `xml:base` and `xml:lang` go down until something else is said. */
export function placeIn(element: XmlElement, around: Omit<Place, 'element'>): Place {
  const { 'xml:base': base, 'xml:lang': language } = element.attributes;
  return {
    element,
    base: base === undefined ? around.base : (whole(base, around.base) ?? around.base),
    language: language === undefined ? around.language : language.trim().replace('_', '-') || null,
  };
}

/** An address as it is from anywhere; null for one that is none. */
export function whole(address: string | null | undefined, base: string | null): string | null {
  const written = address?.trim().replace(/[\t\n\r]/g, '') ?? '';
  if (written === '') return null;
  // A `tag:` or `urn:` is kept as it is spelled: it names and leads nowhere.
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) && !/^https?:/i.test(written)) return written;
  return URL.parse(written, base ?? undefined)?.href ?? written;
}

/** A name of something, which is not the address it looks like: kept as it is spelled where it is whole. */
export const named = (id: string | null, base: string | null): string | null =>
  id !== null && /^[a-z][a-z0-9+.-]*:/i.test(id) ? id : whole(id, base);

/** The children of an element by their terms, in the order of the file. A class without closures: V8 would compile those anew after every collection. */
export class Fields {
  readonly place: Place;
  readonly #byTerm = new Map<string, Place[]>();

  constructor(place: Place) {
    this.place = place;
    for (const child of place.element.children) {
      if (typeof child === 'string') continue;
      const term = termOf(child);
      const inside = placeIn(child, place);
      const others = this.#byTerm.get(term);
      if (others) others.push(inside);
      else this.#byTerm.set(term, [inside]);
    }
  }

  all(...terms: readonly string[]): readonly Place[] {
    const found: Place[] = [];
    for (const term of terms) found.push(...(this.#byTerm.get(term) ?? []));
    return found;
  }

  /** The first that says something, of the first term that has one. */
  first(...terms: readonly string[]): Place | null {
    for (const term of terms) for (const place of this.#byTerm.get(term) ?? []) if (saysSomething(place)) return place;
    return null;
  }

  /** Its text, without the space around it; null where nothing is said. */
  text(...terms: readonly string[]): string | null {
    return textIn(this.first(...terms)?.element).trim() || null;
  }
}

export const fieldsOf = (place: Place): Fields => new Fields(place);

const saysSomething = ({ element }: Place): boolean =>
  element.children.some((child) => typeof child !== 'string' || /\S/.test(child));

/** An attribute by its local name, whatever its prefix and case; null when it says nothing. */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  const exact = attributes[name];
  if (exact !== undefined) return exact.trim() || null;
  for (const written in attributes)
    if (!/^xmlns/.test(written) && written.slice(written.indexOf(':') + 1).toLowerCase() === name)
      return attributes[written]?.trim() || null;
  return null;
}
