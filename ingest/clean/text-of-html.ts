import type { SafeHtml } from '../../contract/model.ts';

const TAG_OR_TEXT = /<(\/?)([a-z][a-z0-9]*)[^<>]*>|([^<]+)/g;
const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 dl dt dd blockquote pre hr figure figcaption table caption div'.split(' '));
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
/** White space that is not one space already, which most of it is. */
const LOOSE_SPACE = /[^\S ]\s*| \s+/g;
const BLANK_LINE = 2;
const LINE = 1;

interface List {
  readonly isOrdered: boolean;
  items: number;
}

/**
 * The words of safe HTML: a blank line between blocks, items of a list and rows of a table on lines of their own, cells side by side.
 * Captions are no words of the story and are left out. Takes only what `sanitise` makes, whose markup is regular. Linear.
 */
export function textOfHtml(html: SafeHtml): string {
  const lines = createLines();
  const lists: List[] = [];
  let preformatted = 0;
  let captions = 0;

  for (const [, slash, name, words] of html.matchAll(TAG_OR_TEXT)) {
    if (name === 'figcaption') captions += slash ? -1 : 1;
    if (captions > 0) continue;
    if (words !== undefined) {
      const text = words.includes('&')
        ? words.replace(/&(amp|lt|gt|quot);/g, (_, entity: string) => ENTITIES[entity] ?? '')
        : words;
      if (preformatted > 0) lines.verbatim(text);
      else lines.words(text);
    } else if (name === 'ul' || name === 'ol') {
      lines.leave(lists.length > (slash ? 1 : 0) ? LINE : BLANK_LINE);
      if (slash) lists.pop();
      else lists.push({ isOrdered: name === 'ol', items: 0 });
    } else if (name === 'li') {
      // The blank line before the first item is its list's.
      lines.leave(LINE);
      if (!slash) lines.begin(markerOf(lists));
    } else if (name === 'br') lines.break();
    else if (name === 'tr') lines.leave(LINE);
    else if (name === 'td' || name === 'th') {
      if (!slash) lines.cell();
    } else if (name !== undefined && BLOCKS.has(name)) {
      if (name === 'pre') preformatted += slash ? -1 : 1;
      // A paragraph inside an item does not end the item.
      if (lists.length > 0) lines.words(' ');
      else lines.leave(BLANK_LINE);
    }
  }
  return lines.text();
}

function markerOf(lists: readonly List[]): string {
  const list = lists.at(-1);
  const indent = '  '.repeat(Math.max(0, lists.length - 1));
  if (!list) return `${indent}- `;
  list.items++;
  return list.isOrdered ? `${indent}${list.items}. ` : `${indent}- `;
}

/** Gathers words into lines. Gaps and beginnings are written with the first word that follows them, so that nothing empty shows. */
function createLines() {
  const parts: string[] = [];
  let gap = 0;
  let start = '';
  let isSpaced = true;

  const write = (text: string) => {
    if (gap > 0) {
      let last = parts.pop();
      while (last?.trimEnd() === '') last = parts.pop();
      if (last !== undefined) parts.push(last.trimEnd(), '\n'.repeat(gap));
    }
    parts.push(start, text);
    gap = 0;
    start = '';
  };

  return {
    /** Text in which any space is one space. */
    words(text: string) {
      const plain = text.replace(LOOSE_SPACE, ' ');
      const wanted = isSpaced || gap > 0 || start !== '' ? plain.replace(/^ /, '') : plain;
      if (wanted === '') return;
      write(wanted);
      isSpaced = wanted.endsWith(' ');
    },
    verbatim(text: string) {
      if (text !== '') write(gap > 0 ? text.replace(/^\n/, '') : text);
      isSpaced = false;
    },
    /** Ends the line, or the block. */
    leave(lines: number) {
      gap = Math.max(gap, lines);
    },
    break() {
      gap = Math.min(gap + LINE, BLANK_LINE);
    },
    /** What the next line begins with, if it has words. */
    begin(marker: string) {
      start = marker;
    },
    cell() {
      if (gap === 0 && parts.length > 0) parts.push(`${(parts.pop() ?? '').trimEnd()}\t`);
      isSpaced = true;
    },
    text: () => parts.join('').replace(/^\n+/, '').trimEnd(),
  };
}
