import sanitizeHtml from 'sanitize-html';
import type { SafeHtml } from '../../contract/model.ts';
import type { Block, Body } from '../types.ts';

/** Deeper nesting than any article has; more would only cost the reader. */
const NESTING_LIMIT = 60;

const ALLOW_LIST: sanitizeHtml.IOptions = {
  allowedTags: (
    'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr br figure figcaption table caption thead tbody tfoot tr th td ' +
    'a em strong b i u s del ins sub sup small code kbd samp var abbr cite q mark time ruby rt rp bdi bdo span div'
  ).split(' '),
  allowedAttributes: {
    a: ['href', 'rel'],
    ol: ['start', 'reversed', 'type'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    time: ['datetime'],
    abbr: ['title'],
    bdo: ['dir'],
    '*': ['dir', 'lang'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: NESTING_LIMIT,
  transformTags: {
    a: (tagName, { href }) => ({
      tagName,
      attribs: href === undefined ? {} : { href, rel: 'noopener noreferrer' },
    }),
    // Nothing is fetched by reading: a picture that is not stored is its words. The tag must be one that stays: after the words given to
    // one that does not, the sanitiser passes over text until some other tag ends.
    img: (_, { alt }) => ({ tagName: 'span', attribs: {}, text: alt ?? '' }),
  },
};

/** The only maker of SafeHtml from HTML. Always the last step: nothing may be added to what it returns. */
export const sanitise = (html: string): SafeHtml =>
  sanitizeHtml(html, ALLOW_LIST).replaceAll('<span></span>', '') as SafeHtml;

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
