const BLOCK =
  /<(?:p|div|ul|ol|dl|table|blockquote|pre|h[1-6]|figure|section|article|aside|header|footer|hr|address|center|details|main|nav)\b/i;
const BETWEEN = /<br\s*\/?>(?:\s*<br\s*\/?>)+|\n[ \t]*\n\s*/i;

/** HTML with its paragraphs: where it has no block of its own, blank lines and doubled breaks part them. */
export function withParagraphs(html: string): string {
  if (BLOCK.test(html)) return html;
  const parts = html.split(BETWEEN).map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => `<p>${part}</p>`)
    .join('\n');
}
