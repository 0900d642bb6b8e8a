import sanitizeHtml from 'sanitize-html';
import { bodyAttributes, bodyElements, formulaElements } from '../../contract/body-elements.ts';
import type { SafeHtml } from '../../contract/model.ts';
import { gatherPictures, type Pictures } from '../images/pictures.ts';
import { chosenSource, LATER, LATER_SETS } from '../images/sources.ts';
import type { Block, Body } from '../types.ts';
import { isDeeperThan } from '../xml/depth.ts';

/** Deeper nesting than any article has; more would only cost the reader. */
const NESTING_LIMIT = 60;

/** Elements that leave no words when they go. What is written beside a formula says it again, for programs. */
const WORDLESS = ['script', 'style', 'textarea', 'option', 'xmp', 'annotation', 'annotation-xml'];

/** Looked for from the first on, in every text again: what most of it consists of comes first. */
const COMMONEST = ['p', 'a', 'img', 'em', 'strong', 'br', 'span', 'div', 'li', 'ul', 'figure'];

const ELEMENTS = { ...bodyElements, ...formulaElements };

const ALLOWED: Pick<sanitizeHtml.IOptions, 'allowedTags' | 'allowedAttributes'> = {
  allowedTags: [...new Set([...COMMONEST, ...Object.keys(ELEMENTS)])].filter((name) => Object.hasOwn(ELEMENTS, name)),
  allowedAttributes: {
    ...Object.fromEntries(
      Object.entries(ELEMENTS).flatMap(([name, attributes]) =>
        attributes.length > 0 ? [[name, [...attributes]]] : [],
      ),
    ),
    '*': [...bodyAttributes],
  },
};

function allowList(pictures: Pictures, base: string | null): sanitizeHtml.IOptions {
  /** What stands before a picture says of it in other sizes. */
  let sets: string[] = [];
  return {
    ...ALLOWED,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: NESTING_LIMIT,
    nonTextTags: WORDLESS,
    transformTags: {
      a: (tagName, { href, title }) => ({
        tagName,
        attribs: {
          ...(href === undefined ? {} : { href: from(base, href), rel: 'noopener noreferrer' }),
          ...(title === undefined ? {} : { title }),
        },
      }),
      // Nothing is fetched by reading: what would be asked for stands where no browser looks for it. A picture that cannot be kept leaves nothing: what describes it is no
      // piece of the story.
      picture: (tagName) => {
        sets = [];
        return { tagName, attribs: {} };
      },
      source: (tagName, attributes) => {
        sets.push(...['srcset', 'data-srcset'].flatMap((name) => attributes[name] ?? []));
        return { tagName, attribs: {} };
      },
      img: (_, attributes) => {
        const { alt: stated, width: wide, height: high, 'data-file-beside': file } = attributes;
        const src = isHidden(attributes) ? undefined : sourceOf(attributes, sets);
        sets = [];
        const alt = (stated ?? '').trim();
        const [width, height] = [pixels(wide), pixels(high)];
        const address = pictures.take({ src, file, alt, width, height });
        if (address === null) return { tagName: 'span', attribs: {} };
        const size = { ...(width && { width: String(width) }), ...(height && { height: String(height) }) };
        return { tagName: 'img', attribs: { 'data-src': address, alt, ...size } };
      },
    },
  };
}

/** The address of a picture by what is said of it here; those for later count where a page keeps them so. */
function sourceOf(attributes: sanitizeHtml.Attributes, sets: readonly string[]): string | undefined {
  const { src } = attributes;
  const later = LATER.map((name) => attributes[name] ?? '');
  const own = ['srcset', ...LATER_SETS].flatMap((name) => attributes[name] ?? []);
  if (own.length + sets.length === 0 && later.every((address) => address === '')) return src;
  return chosenSource({ src: src ?? '', later, sets: [...sets, ...own] }).source ?? undefined;
}

/** Whoever writes a picture nobody is to see counts who reads. */
const isHidden = ({ style }: sanitizeHtml.Attributes): boolean =>
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style ?? '');

/** An address as it is from anywhere; as it stands where nothing says from where it was meant. */
const from = (base: string | null, address: string): string =>
  (base === null ? null : URL.parse(address.trim(), base)?.href) ?? address.trim();

const MAX_SIDE = 50_000;

/** A length in whole pixels; null for one in other units, or none that a picture has. */
function pixels(length: string | undefined): number | null {
  const [, amount] = /^\s*(\d{1,7})(?:\.\d+)?\s*(?:px)?\s*$/i.exec(length ?? '') ?? [];
  return amount !== undefined && Number(amount) <= MAX_SIDE ? Number(amount) : null;
}

/**
 * The only maker of SafeHtml from HTML. Always the last step: nothing may be added to what it returns.
 * @param pictures gathers the pictures that stay
 * @param base what links are relative to, where they have not been made whole before
 */
export const sanitise = (
  html: string,
  pictures: Pictures = gatherPictures(null),
  base: string | null = null,
): SafeHtml =>
  (HAS_MARKUP.test(html)
    ? sanitizeHtml(withoutDepths(html), allowList(pictures, base)).replaceAll('<span></span>', '')
    : html) as SafeHtml;

const HAS_MARKUP = /[<>&]/;

/** Elements within one another that nobody wrote: each costs as much as all those around it. */
const HOPELESS = 5_000;

/** The same without its tags, where they lie so deep in one another that nearly all would be discarded, and far too slowly. */
const withoutDepths = (html: string): string =>
  hasMoreTagsThan(html, HOPELESS) && isDeeperThan(html, HOPELESS, { isHtml: true })
    ? html.replace(/<[^<>]*>/g, ' ')
    : html;

function hasMoreTagsThan(html: string, limit: number): boolean {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= limit; at = html.indexOf('<', at + 1)) count++;
  return count > limit;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML shows it. */
export const escapeHtml = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '') : text;

const TAGS = { paragraph: 'p', heading: 'h2', quote: 'blockquote', preformatted: 'pre' } as const;

/** A body from blocks of plain text. Its HTML is safe by construction: fixed tags around escaped text. */
export function bodyOfBlocks(blocks: readonly Block[]): Body {
  const html: string[] = [];
  const text: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'list') {
      const tag = block.isOrdered ? 'ol' : 'ul';
      html.push(`<${tag}>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`);
      text.push(block.items.map((item, nth) => `${block.isOrdered ? `${nth + 1}.` : '-'} ${item}`).join('\n'));
    } else {
      html.push(`<${TAGS[block.kind]}>${escapeHtml(block.text)}</${TAGS[block.kind]}>`);
      text.push(block.text);
    }
  }
  return { html: html.join('\n') as SafeHtml, text: text.join('\n\n') };
}
