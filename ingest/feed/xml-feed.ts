import { textIn } from '../xml/find.ts';
import { readXml, type XmlElement, type XmlFile } from '../xml/tree.ts';
import { feedDate } from './dates.ts';
import { markupOf } from './markup.ts';
import { addressIn, categoriesIn, durationOf, enclosuresIn, imageIn } from './media.ts';
import type { Feed, FeedEntry, FeedFormat, FeedHead } from './model.ts';
import { authorsIn } from './people.ts';
import { attributeOf, type Fields, fieldsOf, named, type Place, placeIn, termOf, whole } from './place.ts';

/** The parts of a feed in XML, before they are read: where its head is, and its entries. */
export interface XmlFeed {
  readonly format: FeedFormat;
  readonly file: XmlFile;
  readonly root: Place;
  /** What holds the head: the channel, or the root. */
  readonly channel: Place;
  readonly entries: readonly Place[];
}

/** @returns null when the root is that of no feed */
export function xmlFeed(text: string, fetchedFrom: string | null): XmlFeed | null {
  const file = readXml(text, { entities: 'html' });
  if (!file) return null;
  const top = file.roots.find((element) => formatOf(element) !== null) ?? file.root;
  const format = formatOf(top);
  if (format === null) return null;
  const root = placeIn(top, { base: fetchedFrom, language: null });
  if (isEntry(top)) return { format, file, root, channel: root, entries: [root] };
  const channels = termOf(top) === 'channel' ? [root] : childrenOf(root, 'channel');
  const holders = channels[0] === root ? [root] : [...channels, root];
  const entries = holders.flatMap((holder) => [
    ...childrenOf(holder, 'item', 'entry'),
    ...childrenOf(holder, 'items').flatMap((items) => childrenOf(items, 'item')),
  ]);
  const channel = channels[0] ?? root;
  // An element that was not closed holds all that follows it.
  return { format, file, root, channel, entries: entries.length > 0 ? entries : entriesBelow(channel) };
}

/** What is made of entries of other feeds, and is none. */
const NO_HOLDER = new Set(['source', 'image', 'textinput']);

/** Entries at any depth, but not those within entries. */
const entriesBelow = (place: Place): readonly Place[] =>
  place.element.children.flatMap((child): readonly Place[] => {
    if (typeof child === 'string' || NO_HOLDER.has(termOf(child))) return [];
    const inside = placeIn(child, place);
    return isEntry(child) ? [inside] : entriesBelow(inside);
  });

const isEntry = (element: XmlElement): boolean => /^(?:entry|item)$/.test(termOf(element));

function formatOf(root: XmlElement): FeedFormat | null {
  switch (termOf(root)) {
    case 'rdf':
      return 'rdf';
    case 'rss':
    case 'item':
      return 'rss';
    case 'feed':
    case 'entry':
      return 'atom';
    case 'channel':
      return root.name === 'CHANNEL' || 'HREF' in root.attributes ? 'cdf' : 'rss';
    default:
      return null;
  }
}

function childrenOf(place: Place, ...terms: readonly string[]): readonly Place[] {
  const found: Place[] = [];
  for (const child of place.element.children)
    if (typeof child !== 'string' && terms.includes(termOf(child))) found.push(placeIn(child, place));
  return found;
}

/** Reads everything that was found. */
export const readXmlFeed = ({ format, root, channel, entries }: XmlFeed): Feed => ({
  format,
  head: headOf(fieldsOf(channel), root),
  entries: entries.map((entry) => entryOf(fieldsOf(entry))),
});

export const headIn = ({ channel, root }: XmlFeed): FeedHead => headOf(fieldsOf(channel), root);

function headOf(fields: Fields, root: Place): FeedHead {
  const { place } = fields;
  // RDF keeps the picture beside the channel, and some keep more there.
  const around = place.element === root.element ? null : fieldsOf(root);
  return {
    title: markupOf(fields.first('title', 'dc:title'), 'either'),
    description: markupOf(
      fields.first(
        'description',
        'subtitle',
        'tagline',
        'dc:description',
        'itunes:subtitle',
        'itunes:summary',
        'abstract',
      ),
      'html',
    ),
    siteUrl: pageOf(fields),
    selfUrl: linkOf(fields, 'self'),
    id: named(fields.text('id', 'guid', 'dc:identifier'), place.base),
    language: fields.text('language', 'dc:language') ?? place.language,
    authors: authorsIn(fields, true),
    updated: feedDate(
      fields.text('updated', 'modified', 'dcterms:modified', 'dc:date', 'lastbuilddate') ??
        attributeOf(place.element, 'lastmod'),
    ),
    published: feedDate(fields.text('pubdate', 'published', 'issued', 'dcterms:issued', 'dcterms:created')),
    categories: categoriesIn(fields),
    rights: markupOf(fields.first('rights', 'copyright', 'dc:rights'), 'text'),
    info: markupOf(fields.first('info', 'feedburner:browserfriendly'), 'text'),
    imageUrl: addressIn(fields.first('logo')) ?? imageIn(fields) ?? (around && imageIn(around)),
    iconUrl: addressIn(fields.first('icon')),
    generator:
      fields.text('generator') ??
      (fields.all('admin:generatoragent')[0]
        ? addressIn(fields.all('admin:generatoragent')[0] ?? null, 'resource')
        : null),
  };
}

export function entryOf(fields: Fields): FeedEntry {
  const { place } = fields;
  const [summary, second] = summariesIn(fields);
  const contents = [
    ...fields.all('content', 'content:encoded', 'xhtml:body', 'body', 'fullitem'),
    ...(second ? [second] : []),
  ].flatMap((content) => markupOf(content, 'html') ?? []);
  const source = fields.all('source')[0] ?? null;
  return {
    id: named(fields.text('id', 'guid', 'dc:identifier') ?? attributeOf(place.element, 'about'), place.base),
    url: addressOf(fields) ?? whole(fields.text('url'), place.base),
    title: markupOf(fields.first('title', 'dc:title', 'media:title', 'itunes:title'), 'either'),
    summary: markupOf(summary, 'html'),
    contents,
    authors: authorsIn(fields, false),
    published: feedDate(fields.text('pubdate', 'published', 'issued', 'dcterms:issued', 'dcterms:created')),
    updated: feedDate(
      fields.text('updated', 'modified', 'dcterms:modified', 'dc:date') ?? attributeOf(place.element, 'lastmod'),
    ),
    categories: categoriesIn(fields),
    enclosures: enclosuresIn(fields),
    commentsUrl: addressIn(fields.first('comments')) ?? linkOf(fields, 'replies'),
    rights: markupOf(fields.first('rights', 'copyright', 'dc:rights'), 'text'),
    imageUrl: imageIn(fields),
    language: fields.text('language', 'dc:language') ?? place.language,
    durationSeconds: durationOf(fields.text('itunes:duration')),
    source: source && sourceOf(source),
  };
}

/**
 * The page an entry stands for: what calls itself by its address need not say it twice. Services that counted who followed a link are gone, and the
 * pages are not.
 */
export const addressOf = (fields: Fields): string | null =>
  whole(fields.text('feedburner:origlink', 'pheedo:origlink'), fields.place.base) ??
  pageOf(fields) ??
  addressNamed(fields.first('guid'));

/** A name that is an address, as it is by itself unless it says that it is none. */
function addressNamed(guid: Place | null): string | null {
  if (guid === null) return null;
  const stated = attributeOf(guid.element, 'ispermalink')?.toLowerCase();
  const url = stated === 'true' ? whole(textIn(guid.element), guid.base) : textIn(guid.element).trim();
  return stated !== 'false' && url !== null && /^https?:\/\/\S+$/i.test(url) ? url : null;
}

/** What it says of itself in short. Of two of them the second is taken for the whole. */
function summariesIn(fields: Fields): readonly [Place | null, Place | null] {
  const [first, second = null] = fields
    .all('summary', 'description')
    .filter(({ element }) => element.children.length > 0)
    .sort((a, b) => a.element.start - b.element.start);
  const group = fields.first('media:group');
  const rest = fields.first(
    'abstract',
    'dc:description',
    'itunes:summary',
    'excerpt:encoded',
    'itunes:subtitle',
    'media:description',
  );
  return [first ?? rest ?? (group && fieldsOf(group).first('media:description')), second];
}

function sourceOf(place: Place): FeedEntry['source'] {
  const inside = fieldsOf(place);
  const url = whole(attributeOf(place.element, 'url'), place.base) ?? pageOf(inside) ?? linkOf(inside, 'self');
  const title = place.element.children.some((child) => typeof child !== 'string')
    ? markupOf(inside.first('title'), 'either')
    : markupOf(place, 'either');
  return title === null && url === null ? null : { title, url };
}

/** The page that is meant: the link that says nothing else, a page sooner than another kind of file. */
function pageOf(fields: Fields): string | null {
  const links = fields
    .all('link')
    .filter(({ element }) =>
      /^(?:alternate|http:\/\/www\.iana\.org\/assignments\/relation\/alternate|)$/i.test(
        attributeOf(element, 'rel') ?? '',
      ),
    );
  const isPage = ({ element }: Place) =>
    /^(?:text\/html|application\/xhtml\+xml)/i.test(attributeOf(element, 'type') ?? 'text/html');
  for (const place of [...links.filter(isPage), ...links]) {
    const url = addressIn(place, 'href');
    if (url !== null) return url;
  }
  return whole(attributeOf(fields.place.element, 'href'), fields.place.base);
}

export function linkOf(fields: Fields, relation: string): string | null {
  const link = fields.all('link').find(({ element }) => attributeOf(element, 'rel')?.toLowerCase() === relation);
  return link ? whole(attributeOf(link.element, 'href'), link.base) : null;
}
