import { escapeHtml } from '../../clean/sanitise.ts';
import { elementAt, elementsIn, textIn, wordsIn } from '../../xml/find.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import { type Figure, figureHtml } from './figure.ts';

/** NITF and XHTML under the names HTML has for them; what is not named here leaves its words. */
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (
      'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr td th em strong b i u s ' +
      'sub sup q a br hr figure figcaption small code cite abbr time ruby rt rp bdo del ins mark'
    )
      .split(' ')
      .map((name) => [name, name]),
  ),
  hl1: 'h2',
  hl2: 'h2',
  bq: 'blockquote',
  credit: 'p',
  tagline: 'p',
  bibliography: 'p',
  datasource: 'p',
  byttl: 'p',
  lang: 'span',
  pronounce: 'span',
};

/** Their words are no words of the story. */
const LEFT_OUT = new Set(
  'head title script style template noscript nitf-table-metadata media-metadata media-object iframe object audio video svg form'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr']);
const KEPT_ATTRIBUTES = ['href', 'colspan', 'rowspan', 'start', 'datetime', 'lang', 'xml:lang', 'dir', 'scope'];

/** Markup in XML, NITF's or XHTML's, as HTML that is still to be sanitised. */
export const htmlOf = (nodes: readonly XmlNode[], isVerbatim = false): string =>
  nodes.map((node) => nodeHtml(node, isVerbatim)).join('');

function nodeHtml(node: XmlNode, isVerbatim: boolean): string {
  if (typeof node === 'string') return escapeHtml(isVerbatim ? node : node.replace(/\s+/g, ' '));
  const { name, children } = node;
  if (LEFT_OUT.has(name)) return '';
  if (name === 'media') return figureOfMedia(node);
  if (name === 'img') return imageHtml(node);
  // One half is written with a bar: its parts lie in elements of their own.
  if (name === 'frac') return escapeHtml(fraction(node));
  if (name === 'block') return `<div>${htmlOf(children)}</div>`;
  const tag = NAMES[name];
  if (tag === undefined) return htmlOf(children, isVerbatim);
  const attributes = KEPT_ATTRIBUTES.flatMap((key) => {
    const value = node.attributes[key];
    return value === undefined ? [] : [` ${key.replace('xml:', '')}="${escapeHtml(value)}"`];
  }).join('');
  return VOID.has(tag) ? `<${tag}>` : `<${tag}${attributes}>${htmlOf(children, isVerbatim || tag === 'pre')}</${tag}>`;
}

function fraction(element: XmlElement): string {
  const parts = [elementAt(element, 'frac-num'), elementAt(element, 'frac-den')].map(wordsIn);
  return parts.every((part) => part !== null) ? parts.join('/') : textIn(element);
}

const imageHtml = ({ attributes: { src, source, alt = '', width, height } }: XmlElement): string =>
  `<img src="${escapeHtml(src ?? source ?? '')}" alt="${escapeHtml(alt)}"${sizeOf(width, height)}>`;

const sizeOf = (width: string | undefined, height: string | undefined): string =>
  [width && ` width="${escapeHtml(width)}"`, height && ` height="${escapeHtml(height)}"`].filter(Boolean).join('');

/** NITF's `media`: a picture in one or several sizes, who made it and what is on it. */
function figureOfMedia(media: XmlElement): string {
  const figure = mediaFigure(media);
  if (figure === null) return '';
  return figureHtml(figure);
}

const IS_PICTURE = /^(?:image|picture|photo|graphic|illustration)/i;

function mediaFigure(media: XmlElement): Figure | null {
  const references = elementsIn(media, 'media-reference');
  const type = media.attributes['media-type'] ?? '';
  const isPicture = (element: XmlElement) => IS_PICTURE.test(element.attributes['mime-type'] ?? (type || 'image'));
  const captions = elementsIn(media, 'media-caption').map(({ children }) => htmlOf(children));
  const credits = elementsIn(media, 'media-producer').flatMap((element) => wordsIn(element) ?? []);
  const pictures = references.filter(isPicture).map(({ attributes }) => ({
    href: attributes['source'] ?? '',
    width: pixels(attributes['width']),
    height: pixels(attributes['height']),
  }));
  const alt = references.map(({ attributes }) => attributes['alternate-text']).find(Boolean) ?? '';
  if (references.length > 0 && pictures.length === 0) return null;
  return { pictures, alt, captionHtml: captions.join(' '), credit: credits.join(', ') || null };
}

const pixels = (text: string | undefined): number | null => (/^\d{1,5}$/.test(text ?? '') ? Number(text) : null);
