import { escapeHtml } from '../clean/sanitise.ts';
import { textIn } from '../xml/find.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';
import { mended } from './mended.ts';
import type { Markup } from './model.ts';
import { attributeOf, type Place, placeIn, whole } from './place.ts';

/** What words are where their element does not say: `either` looks, as RSS leaves open whether a title is HTML. */
export type Unstated = 'text' | 'html' | 'either';

/** The words of an element by what its `type` and `mode` say they are; null when there are none. */
export function markupOf(place: Place | null, unstated: Unstated): Markup | null {
  if (!place) return null;
  const { element } = place;
  const type = attributeOf(element, 'type')?.toLowerCase() ?? null;
  const mode = attributeOf(element, 'mode')?.toLowerCase() ?? null;
  const isInline = element.children.some((child) => typeof child !== 'string');
  if (mode === 'base64' || isBase64(type)) return ofBase64(place, type, unstated);
  const kind = kindOf(type);
  // HTML that was to be escaped and has elements all the same: its text still is HTML.
  const inner = isInline ? innerMarkup(place, kind === 'html' && mode !== 'xml') : null;
  if (inner !== null && kind !== 'text') return made('html', inner, place.base);
  const text = inner ?? textIn(element);
  if (kind === 'xhtml') return made('html', mode === 'escaped' ? text : escapeHtml(text), place.base);
  if (kind === 'unstated') return plainOrHtml(text, isOfAtom(element) ? OF_ATOM[unstated] : unstated, place.base);
  return made(kind, text, place.base);
}

/** Where Atom says nothing words are text. Of long ones that is not always kept to. */
const OF_ATOM: Readonly<Record<Unstated, Unstated>> = { text: 'text', either: 'text', html: 'either' };

const isOfAtom = ({ namespace }: XmlElement): boolean =>
  namespace !== null && /w3\.org\/2005\/atom|purl\.org\/atom\//i.test(namespace);

/** Words that nothing says the kind of. */
export function plainOrHtml(text: string, unstated: Unstated, base: string | null): Markup | null {
  const kind = unstated === 'either' ? (looksLikeHtml(text) ? 'html' : 'text') : unstated;
  return made(kind, text, base);
}

function made(kind: Markup['kind'], written: string, base: string | null): Markup | null {
  const value = mended(written.trim());
  return value === '' ? null : { kind, value: kind === 'html' ? withoutOpenEnd(value) : value, base };
}

/** A declaration that is begun and never ends is words about one. */
function withoutOpenEnd(html: string): string {
  const at = html.lastIndexOf('<!');
  if (at < 0 || html.startsWith('<!--', at) || html.startsWith('<![', at) || html.lastIndexOf('>') > at) return html;
  return `${html.slice(0, at)}&lt;${html.slice(at + 1)}`;
}

function kindOf(type: string | null): 'text' | 'html' | 'xhtml' | 'unstated' {
  if (type === null) return 'unstated';
  const plain = type.split(';')[0]?.trim() ?? '';
  if (plain === 'html' || plain === 'text/html' || plain === 'text/x-html') return 'html';
  if (plain === 'xhtml' || plain === 'application/xhtml+xml') return 'xhtml';
  if (plain === 'text' || plain === 'plain' || plain === 'text/plain') return 'text';
  return /[/+]xml$/.test(plain) ? 'xhtml' : 'unstated';
}

/** Types whose words are neither text nor markup come as Base64. */
const isBase64 = (type: string | null): boolean =>
  type !== null && /^(?:image|audio|video|application)\//.test(type) && !/[/+](?:xml|json)/.test(type);

/** Bytes of which their type says nothing: they may be words. */
const OF_ANY_KIND = 'application/octet-stream';

function ofBase64(place: Place, type: string | null, unstated: Unstated): Markup | null {
  const packed = textIn(place.element).replace(/\s+/g, '');
  if (packed === '' || /[^A-Za-z0-9+/=_-]/.test(packed)) return null;
  const text = Buffer.from(packed, 'base64').toString('utf8');
  const kind = kindOf(type);
  if (kind === 'unstated') {
    if (type !== null && type !== OF_ANY_KIND) return null;
    return plainOrHtml(text, unstated === 'text' ? 'either' : unstated, place.base);
  }
  return made(kind === 'text' ? 'text' : 'html', text, place.base);
}

const TAG = /<\/?([a-z][a-z0-9]*)(?=[\s>/])/gi;
const OF_HTML = new Set(
  (
    'a abbr acronym address area article aside audio b bdi bdo big blockquote br button caption center cite code col colgroup dd del details dfn dir div ' +
    'dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li link map mark menu nav ol ' +
    'optgroup option p pre q s samp section select small source span strike strong sub summary sup table tbody td textarea tfoot th thead time tr tt u ul var video wbr ' +
    'script style iframe object embed'
  ).split(' '),
);

/** It closes a tag or names a character, and every tag in it is one of HTML. */
function looksLikeHtml(text: string): boolean {
  if (!/<\/[a-z]|&#?[a-z0-9]{1,32};|<(?:br|hr|img|p)\b[^<>]*>/i.test(text)) return false;
  for (const [, name = ''] of text.matchAll(TAG)) if (!OF_HTML.has(name.toLowerCase())) return false;
  return true;
}

const EMPTY = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const ADDRESSES = new Set(['href', 'src', 'cite', 'poster', 'longdesc']);

/**
 * What is in an element as HTML: names without their prefixes, addresses whole where something inside moves what they are relative to.
 * @param isTextHtml whether the text between the elements is HTML of its own
 */
function innerMarkup(place: Place, isTextHtml = false): string {
  const parts: string[] = [];
  const holder = wrapperIn(place) ?? place;
  write(holder.element.children, holder, { base: place.base, isTextHtml }, parts);
  return parts.join('');
}

/** Atom puts XHTML into a `div` of its own, which is no part of it. */
function wrapperIn(place: Place): Place | null {
  const [only, ...others] = place.element.children.filter((child) => typeof child !== 'string' || /\S/.test(child));
  const isOne = only !== undefined && typeof only !== 'string' && others.length === 0 && only.name === 'div';
  return isOne && attributeOf(only, 'dir') === null ? placeIn(only, place) : null;
}

interface Manner {
  /** What addresses in the result are relative to. */
  readonly base: string | null;
  readonly isTextHtml: boolean;
}

function write(children: readonly XmlNode[], around: Place, manner: Manner, parts: string[]): void {
  for (const child of children) {
    if (typeof child === 'string') {
      parts.push(manner.isTextHtml ? child : escapeHtml(child));
      continue;
    }
    const place = placeIn(child, around);
    const name = child.name.toLowerCase();
    parts.push(`<${name}${attributesOf(child, place.base, manner.base)}>`);
    // What is not closed in the file swallows what follows it.
    write(child.children, place, manner, parts);
    if (!EMPTY.has(name)) parts.push(`</${name}>`);
  }
}

function attributesOf({ attributes }: XmlElement, base: string | null, outer: string | null): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (/^xml/i.test(name) || /[\s"'<>/=]/.test(name)) continue;
    const moved = base !== outer && ADDRESSES.has(name.toLowerCase()) ? whole(value, base) : value;
    written += ` ${name}="${escapeHtml(moved ?? value)}"`;
  }
  return written;
}
