import { escapeHtml } from '../../clean/sanitise.ts';

/** Plain text of an item as HTML: a paragraph for every block, or for every line where no blank line parts them. */
export function textToHtml(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  const blocks = /\n[ \t]*\n/.test(plain) ? plain.split(/\n[ \t]*\n+/) : plain.split('\n');
  return blocks
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '')
    .map((block) => `<p>${escapeHtml(block)}</p>`)
    .join('\n');
}
