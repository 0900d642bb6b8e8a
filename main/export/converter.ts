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
