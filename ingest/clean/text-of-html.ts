import type { SafeHtml } from '../../contract/model.ts';

const TAG_OR_TEXT = /<(\/?)([a-z][a-z0-9]*)[^<>]*>|([^<]+)/g;
const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl dt dd blockquote pre hr figure figcaption table caption tr div'.split(' '),
);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * The words of safe HTML: a blank line between blocks, items of a list on lines of their own, cells of a row side by side.
 * Takes only what `sanitise` makes, whose markup is regular.
 */
export function textOfHtml(html: SafeHtml): string {
  const blocks: string[] = [];
  const lists: { isOrdered: boolean; count: number }[] = [];
  let open = '';
  let preformatted = 0;
  const end = (gap = '\n\n') => {
    if (open.trim() !== '') blocks.push(blocks.length === 0 ? '' : gap, open.replace(/^\n+|\s+$/g, ''));
    open = '';
  };
  for (const [, slash, name, words] of html.matchAll(TAG_OR_TEXT)) {
    if (words !== undefined) {
      const text = words.replace(/&(amp|lt|gt|quot);/g, (_, entity: string) => ENTITIES[entity] ?? '');
      open += preformatted > 0 ? text : collapsed(open, text);
      continue;
    }
    if (name === undefined) continue;
    if (name === 'br') open += '\n';
    if (name === 'pre') preformatted += slash ? -1 : 1;
    if (name === 'td' || name === 'th') open += slash || open === '' ? '' : '\t';
    if (name === 'li') {
      end(isFirstOfList(lists) ? '\n\n' : '\n');
      if (!slash) open = markerOf(lists);
    } else if (BLOCKS.has(name)) {
      // A paragraph inside an item does not end the item's line.
      if (lists.length === 0 || name === 'ul' || name === 'ol') end(lists.length > 0 ? '\n' : '\n\n');
      if (name === 'ul' || name === 'ol') {
        if (slash) lists.pop();
        else lists.push({ isOrdered: name === 'ol', count: 0 });
      }
    }
  }
  end();
  return blocks.join('').trim();
}

const isFirstOfList = (lists: readonly { readonly count: number }[]): boolean =>
  lists.length === 1 && (lists[0]?.count ?? 0) <= 1;

function markerOf(lists: { isOrdered: boolean; count: number }[]): string {
  const list = lists.at(-1);
  const indent = '  '.repeat(Math.max(0, lists.length - 1));
  if (!list) return `${indent}- `;
  list.count++;
  return list.isOrdered ? `${indent}${list.count}. ` : `${indent}- `;
}

function collapsed(before: string, text: string): string {
  const words = text.replace(/\s+/g, ' ');
  return /(^|\s)$/.test(before) ? words.replace(/^ /, '') : words;
}
