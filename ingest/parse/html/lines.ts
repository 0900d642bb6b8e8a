import { isElement, type PageElement, type PageNode, TEXT } from './dom.ts';
import { INLINE, UNSEEN } from './element-names.ts';

/** What pages set apart by their style, with no space in the text. */
const APART = new Set(['a', 'span', 'time', 'label']);

/** A line as a reader of the page sees it. */
export interface PageLine {
  readonly text: string;
  /** The block it stands in. */
  readonly block: PageElement;
  /** How many of its characters are links. */
  readonly linked: number;
}

const HIDDEN = new Set([...UNSEEN, 'head', 'option']);

/** The lines of a page, from its first to its last; `stop` ends the walk. Iterative: nesting costs nothing. */
export function* linesIn(root: PageElement): Generator<PageLine> {
  let text = '';
  let linked = 0;
  let block: PageElement = root;
  let node: PageNode | null = root.firstChild;
  let links = 0;

  const line = (): PageLine | null => {
    if (text === '') return null;
    const words = text.replace(/\s+/g, ' ').trim();
    const ended = words === '' ? null : { text: words, block, linked: Math.min(linked, words.length) };
    text = '';
    linked = 0;
    return ended;
  };

  while (node) {
    if (node.nodeType === TEXT) {
      if (text.trim() === '') block = blockOf(node, root);
      text += node.textContent;
      if (links > 0) linked += node.textContent.trim().length;
    } else if (isElement(node) && !HIDDEN.has(node.localName)) {
      if (!INLINE.has(node.localName)) {
        const ended = line();
        if (ended) yield ended;
      } else if (APART.has(node.localName)) text += ' ';
      if (node.localName === 'a') links++;
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
      if (node.localName === 'a') links--;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (isElement(node) && node !== root) {
        if (node.localName === 'a') links--;
        if (!INLINE.has(node.localName)) {
          const ended = line();
          if (ended) yield ended;
        } else if (APART.has(node.localName)) text += ' ';
      }
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  const ended = line();
  if (ended) yield ended;
}

function blockOf(node: PageNode, root: PageElement): PageElement {
  let block = node.parentNode;
  while (block && block !== root && INLINE.has(block.localName)) block = block.parentNode;
  return block ?? root;
}
