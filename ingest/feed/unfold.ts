import { hash } from 'node:crypto';
import type { Payload, Told } from '../types.ts';
import { textIn, wordsIn } from '../xml/find.ts';
import { isObject, type Json } from './json-feed.ts';
import { attributeOf, fieldsOf, type Place, termOf } from './place.ts';
import type { XmlFeed } from './xml-feed.ts';

/** What of a head its entries are read by. Dates are left out: an entry that stays as it was is the same file again, whenever its feed was made. */
const OF_HEAD = new Set(
  'title dc:title link id guid language dc:language author dc:creator itunes:author managingeditor itunes:owner'.split(
    ' ',
  ),
);
/** More than a head has; what is longer is left out. */
const MAX_HEAD = 20_000;

const encoder = new TextEncoder();

/**
 * A feed taken apart: each entry as a feed of its own, with the head and what its elements have around them.
 * @param extra what else of the file an entry is read by, as it stands there
 */
export function unfoldXml(
  { root, channel, entries, format }: XmlFeed,
  text: string,
  told: Told,
  extra: (entry: Place) => string = () => '',
): readonly Payload[] {
  const head = headOf(channel, text);
  const [open, close] = startAndEnd(root);
  const isApart = channel.element !== root.element;
  const [openChannel, closeChannel] = isApart ? startAndEnd(channel) : ['', ''];
  const name = namer(format === 'atom' ? 'atom' : format === 'rdf' ? 'rdf' : format === 'cdf' ? 'cdf' : 'rss');
  return entries.map((entry) => {
    const source = text.slice(entry.element.start, entry.element.end);
    const isInChannel = !isApart || contains(channel, entry);
    const [around, after] = isInChannel ? ['', closeChannel] : [closeChannel, ''];
    const file = `${open}\n${openChannel}${head}${extra(entry)}${around}\n${source}\n${after}${close}\n`;
    return { ...entryTold(told), name: name(identityOf(entry), source), bytes: encoder.encode(file) };
  });
}

const contains = ({ element: outer }: Place, { element: inner }: Place): boolean =>
  inner.start > outer.start && inner.end <= outer.end;

/** It comes from where its feed came from, and is in UTF-8 now. */
const entryTold = ({ url, stated }: Told): Told => ({ mediaType: null, url, ...(stated ? { stated } : {}) });

function headOf(channel: Place, text: string): string {
  const parts: string[] = [];
  let length = 0;
  for (const child of channel.element.children) {
    if (typeof child === 'string' || !OF_HEAD.has(termOf(child))) continue;
    const part = text.slice(child.start, child.end);
    length += part.length;
    if (length <= MAX_HEAD) parts.push(part);
    else length -= part.length;
  }
  return parts.length === 0 ? '' : `\n${parts.join('\n')}`;
}

/** The tags of an element, written anew: as it stood in the file its end may be missing. */
function startAndEnd({ element: { name, prefix, attributes } }: Place): readonly [string, string] {
  const written = prefix === '' ? name : `${prefix}:${name}`;
  const stated = Object.entries(attributes)
    .filter(([attribute]) => !/[\s"'<>/=]/.test(attribute))
    .map(([attribute, value]) => ` ${attribute}="${escapeAttribute(value)}"`);
  return [`<${written}${stated.join('')}>`, `</${written}>`];
}

const escapeAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What stays the same from one dump to the next, and words of it to be seen by. */
function identityOf(entry: Place): Identity {
  const fields = fieldsOf(entry);
  const link = fields
    .all('link')
    .map(({ element }) => attributeOf(element, 'href') ?? textIn(element).trim())
    .find((address) => address !== '');
  const id = fields.text('guid', 'id') ?? attributeOf(entry.element, 'about') ?? link ?? null;
  return { id, words: link ?? wordsIn(fields.first('title')?.element) ?? '' };
}

interface Identity {
  readonly id: string | null;
  readonly words: string;
}

/** A JSON Feed taken apart in the same way. */
export function unfoldJson(file: Json, told: Told): readonly Payload[] {
  const { items, ...whole } = file;
  const head = Object.fromEntries(
    Object.entries(whole).filter(([, value]) => JSON.stringify(value).length <= MAX_HEAD),
  );
  const name = namer('feed.json');
  return (Array.isArray(items) ? items : []).filter(isObject).map((item) => {
    const id = item['id'] ?? item['url'] ?? null;
    const words = typeof item['url'] === 'string' ? item['url'] : String(item['title'] ?? '');
    const source = JSON.stringify(item);
    const bytes = encoder.encode(`${JSON.stringify({ ...head, items: [item] })}\n`);
    return { ...entryTold(told), name: name({ id: id === null ? null : String(id), words }, source), bytes };
  });
}

const NAME_CHARACTERS = 48;

/** Names for the entries of one file: words of where it leads, and of its identity so much that no two are alike. */
function namer(extension: string): (entry: Identity, source: string) => string {
  const given = new Map<string, number>();
  return ({ id, words }, source) => {
    const name = `${slug(words)}${hash('sha256', id ?? source, 'hex').slice(0, 10)}`;
    const nth = (given.get(name) ?? 0) + 1;
    given.set(name, nth);
    return `${name}${nth === 1 ? '' : `-${nth}`}.${extension}`;
  };
}

/** The last words of an address, or the first of a title. */
function slug(words: string): string {
  const path = /^https?:\/\/[^/]*(\/[^?#]*)/i.exec(words)?.[1];
  const last =
    path === undefined
      ? words
      : (path
          .split('/')
          .filter((part) => /[a-z]/i.test(part))
          .at(-1) ?? '');
  const plain = last
    .replace(/\.[a-z]{2,5}$/i, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  const short = [...plain.slice(0, NAME_CHARACTERS * 2)].slice(0, NAME_CHARACTERS).join('').replace(/-+$/, '');
  return short === '' ? '' : `${short}-`;
}
