import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';

/** HTML to Markdown that, read again, is the same text: nothing in the words may turn into markup. */
export const converter = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
});
converter.use(gfm);

const escapeMarks = converter.escape.bind(converter);
/** Entities, tags, strikethrough and `1)` are beyond what the converter itself takes care of. */
converter.escape = (text) =>
  escapeMarks(text)
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replaceAll('<', '\\<')
    .replaceAll('~~', '\\~\\~')
    .replace(/^(\d{1,9})\)(?=\s|$)/gm, '$1\\)');

/** The plugin writes one tilde, which few readers understand. */
converter.addRule('struck', { filter: ['s', 'del'], replacement: (content) => `~~${content}~~` });

converter.addRule('text as it was typed', {
  filter: (node) => node.nodeName === 'PRE' && node.firstChild?.nodeName !== 'CODE',
  replacement: (_, node) => {
    const text = node.textContent ?? '';
    const runs: readonly string[] = text.match(/`+/g) ?? [];
    const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
    return `\n\n${fence}\n${text}\n${fence}\n\n`;
  },
});

/** The part of the DOM the converter gives to its rules. */
interface Picture {
  getAttribute(name: string): string | null;
}

interface Figure {
  querySelector(name: 'img' | 'figcaption'): { readonly textContent: string | null } | null;
  querySelectorAll(name: 'img'): ArrayLike<Picture>;
}

/** `title` is what ingest takes for a caption. */
function picture(image: Picture, title: string): string {
  const address = (image.getAttribute('src') ?? '').replace(/\s+/g, ' ').trim();
  if (address === '') return '';
  const written = /[\s()<>]/.test(address) ? `<${address.replaceAll('<', '%3C').replaceAll('>', '%3E')}>` : address;
  const caption = oneLine(title).replace(/["\\]/g, '\\$&');
  return `![${converter.escape(oneLine(image.getAttribute('alt') ?? ''))}](${written}${caption === '' ? '' : ` "${caption}"`})`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

converter.addRule('picture', { filter: 'img', replacement: (_, node) => picture(node as unknown as Picture, '') });

converter.addRule('picture with its caption', {
  filter: (node) => node.nodeName === 'FIGURE' && (node as unknown as Figure).querySelector('img') !== null,
  replacement: (_, node) => {
    const figure = node as unknown as Figure;
    const caption = figure.querySelector('figcaption')?.textContent ?? '';
    const images = Array.from(figure.querySelectorAll('img'));
    return `\n\n${images.map((image, nth) => picture(image, nth === 0 ? caption : '')).join('\n\n')}\n\n`;
  },
});
