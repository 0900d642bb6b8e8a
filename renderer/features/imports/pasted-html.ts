/** What one paragraph of an article at least has. */
const PARAGRAPH_CHARACTERS = 40;
const ARTICLE_CHARACTERS = 200;

/**
 * Whether copied HTML holds an article: paragraphs with sentences, not a word, a link, a table of a spreadsheet or lines of a program,
 * which all come as HTML too.
 */
function isArticleHtml(html: string): boolean {
  if (!/<(p|h[1-6]|article|figure|blockquote)[\s>]/i.test(html)) return false;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const lengths = [...body.querySelectorAll('p, blockquote, li')].map(
    (block) => (block.textContent ?? '').trim().length,
  );
  const paragraphs = lengths.filter((length) => length >= PARAGRAPH_CHARACTERS);
  return paragraphs.length >= 2 || paragraphs.some((length) => length >= ARTICLE_CHARACTERS);
}

/** What the clipboard holds of an article: HTML where there is one in it, else text. */
export interface Pasted {
  readonly text: string;
  readonly html: string | null;
}

export function pastedFrom(clipboard: DataTransfer): Pasted {
  const html = clipboard.getData('text/html');
  return { text: clipboard.getData('text/plain'), html: isArticleHtml(html) ? html : null };
}
