import { escapeHtml } from '../../clean/sanitise.ts';
import type { Token } from './markup.ts';

const INLINE = new Set(
  'a strong em b i u s del ins sub sup small code kbd samp var cite q mark ruby rt rp bdi bdo abbr time'.split(' '),
);
const BLOCKS = new Set('ul ol li blockquote dl dt dd figure figcaption pre'.split(' '));
const OF_TABLE = new Set('table caption thead tbody tfoot tr td th'.split(' '));
/** Words stand in these without a paragraph around them. */
const HOLDS_WORDS = new Set('li dt dd figcaption caption td th'.split(' '));
const KEPT_ATTRIBUTES = ['href', 'colspan', 'rowspan', 'start', 'datetime', 'title', 'dir'];
const HEADING = /^h[1-6]$/;
/** Letters that only fill the line behind a preview. */
const FILLER = /(?:[\s\u00AD\u061C\u180E\u200B-\u200F\u2060\u2800\uFEFF]|\u034F){4,}/g;
/** What says in a few words that the same can be read elsewhere. */
const ELSEWHERE =
  /\b(?:view|read|open|see|display)\b.{0,30}\b(?:in|on) (?:your |a |the )?(?:web )?(?:browser|web)\b|\b(?:web|online|browser) version\b|\bim (?:web)?browser\b|\bonline(?:-| )?(?:ansicht|version|ansehen|lesen)\b|\bwebansicht\b|\b(?:dans|sur) (?:votre |le )?navigateur\b|\bversion en ligne\b|\ben (?:su|tu|el) navegador\b|\bnel (?:tuo )?browser\b|\bversione online\b|\bin (?:je|uw|de) browser\b|\bwebversie\b|\b(?:no|em seu|no seu) navegador\b|\bw przeglądarce\b|\bi (?:din )?(?:webbläsare|nettleser|webl[æe]ser)n?\b/iu;
const LONGEST_NOTE = 120;

export interface Flow {
  readonly html: string;
  /** Where the message says that it can be read in a browser. */
  readonly url: string | null;
}

interface Frame {
  readonly name: string;
  readonly tag: string;
  isWritten: boolean;
}

/**
 * Writes what a layout shows as what it says: paragraphs, headings, lists and tables of figures, one after another. Tables that only hold a layout
 * fall apart into what they hold. The line that leads to the same message on the web is taken out and kept as its address.
 * @param isPicture whether a picture of this address can be shown
 */
export function flow(tokens: readonly Token[], isPicture: (address: string) => boolean): Flow {
  const written: string[] = [];
  const containers: Frame[] = [];
  const inlines: Frame[] = [];
  let url: string | null = null;
  let paragraph: { readonly tag: string; readonly from: number; words: string; links: string[] } | null = null;
  let heading: string | null = null;
  let breaks = 0;
  let isSpaced = false;
  let pre = 0;

  const closeInlines = () => {
    for (const frame of inlines.toReversed()) if (frame.isWritten) written.push(`</${frame.name}>`);
    for (const frame of inlines) frame.isWritten = false;
  };
  /** Ends the paragraph, or the line of a cell. */
  const end = () => {
    closeInlines();
    if (paragraph) {
      const { tag, from, words, links } = paragraph;
      if (tag !== '') written.push(`</${tag}>\n`);
      const [link] = links;
      if (link !== undefined && links.length === 1 && words.length <= LONGEST_NOTE && ELSEWHERE.test(words)) {
        url ??= link;
        written.length = from;
      }
    }
    paragraph = null;
    breaks = 0;
    isSpaced = false;
  };
  /** Makes ready for words or a picture. */
  const begin = () => {
    if (breaks > 1 && paragraph && pre === 0 && paragraph.tag !== '') end();
    for (const frame of containers) {
      if (!frame.isWritten) written.push(frame.tag);
      frame.isWritten = true;
    }
    if (!paragraph) {
      const within = containers.at(-1)?.name ?? '';
      const isBare = within === 'pre' || (HOLDS_WORDS.has(within) && written.at(-1) === containers.at(-1)?.tag);
      const tag = isBare ? '' : (heading ?? 'p');
      paragraph = { tag, from: written.length, words: '', links: [] };
      if (tag !== '') written.push(`<${tag}>`);
    } else if (breaks > 0) written.push('<br>');
    else if (isSpaced) written.push(' ');
    breaks = 0;
    isSpaced = false;
    for (const frame of inlines) {
      if (frame.isWritten) continue;
      written.push(frame.tag);
      frame.isWritten = true;
      const href = frame.name === 'a' ? /href="([^"]*)"/.exec(frame.tag)?.[1] : undefined;
      if (href !== undefined) paragraph.links.push(href.replaceAll('&amp;', '&'));
    }
  };
  const words = (stated: string) => {
    const text = stated.replace(FILLER, ' ');
    if (text.trim() === '') {
      isSpaced = isSpaced || paragraph !== null;
      return;
    }
    if (/^\s/.test(text)) isSpaced = paragraph !== null;
    begin();
    const line = text.trim().replace(/\s+/g, ' ');
    written.push(escapeHtml(line));
    if (paragraph && paragraph.words.length <= LONGEST_NOTE) paragraph.words += ` ${line}`;
    isSpaced = /\s$/.test(text);
  };
  const verbatim = (text: string) => {
    begin();
    written.push(escapeHtml(text));
  };
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    end();
    containers.push({ name, tag: tagOf(name, attributes), isWritten: false });
    // An empty cell keeps the others in their columns.
    if (name === 'td' || name === 'th') {
      for (const frame of containers) {
        if (!frame.isWritten) written.push(frame.tag);
        frame.isWritten = true;
      }
    }
  };
  const close = (name: string) => {
    end();
    if (containers.at(-1)?.name !== name) return;
    if (containers.pop()?.isWritten) written.push(`</${name}>\n`);
  };

  for (const token of tokens) {
    if (token.kind === 'text') {
      if (pre > 0) verbatim(token.text);
      else words(token.text);
      continue;
    }
    const { name, table } = token;
    const isOpening = token.kind === 'open';
    if (name === 'br') {
      if (isOpening && pre > 0) verbatim('\n');
      else if (isOpening && paragraph) breaks++;
    } else if (name === 'img') {
      if (isOpening && isPicture(token.attributes['src'] ?? '')) {
        begin();
        written.push(pictureOf(token.attributes));
      }
    } else if (name === 'hr') {
      end();
      if (isOpening && containers.length === 0 && written.length > 0) written.push('<hr>\n');
    } else if (INLINE.has(name)) {
      if (isOpening) inlines.push({ name, tag: tagOf(name, token.attributes), isWritten: false });
      else if (inlines.at(-1)?.name === name && inlines.pop()?.isWritten) written.push(`</${name}>`);
    } else if (BLOCKS.has(name) || (OF_TABLE.has(name) && table?.isData)) {
      if (name === 'pre') pre += isOpening ? 1 : -1;
      if (isOpening) open(name, token.attributes);
      else close(name);
    } else if (HEADING.test(name)) {
      end();
      heading = isOpening ? name : null;
    } else if (!IN_LINE_WITHOUT_MEANING.has(name)) end();
  }
  end();
  for (const { name, isWritten } of containers.toReversed()) if (isWritten) written.push(`</${name}>`);
  return { html: written.join(''), url };
}

const IN_LINE_WITHOUT_MEANING = new Set('span font tt big acronym label nobr wbr o:p'.split(' '));

function tagOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const kept = KEPT_ATTRIBUTES.filter((attribute) => attributes[attribute] !== undefined);
  return `<${name}${kept.map((attribute) => ` ${attribute}="${escapeHtml(attributes[attribute] ?? '')}"`).join('')}>`;
}

const OF_PICTURE = ['src', 'alt', 'width', 'height'];

const pictureOf = (attributes: Readonly<Record<string, string>>): string =>
  `<img${OF_PICTURE.filter((name) => attributes[name] !== undefined)
    .map((name) => ` ${name}="${escapeHtml(attributes[name] ?? '')}"`)
    .join('')}>`;
