import { isElement, type PageElement, type PageNode } from './dom.ts';

const BLOCKS = new Set(
  'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const isBlock = (node: PageNode): node is PageElement => isElement(node) && BLOCKS.has(node.localName);

const holdsBlocks = (element: PageElement): boolean => {
  for (const child of element.children) if (isBlock(child) || holdsBlocks(child)) return true;
  return false;
};

/** The innermost blocks of an element, in order: each holds words and no other block. */
export function innerBlocks(root: PageElement): readonly PageElement[] {
  const blocks: PageElement[] = [];
  const walk = (element: PageElement) => {
    for (const child of element.children) {
      if (!isBlock(child)) {
        if (holdsBlocks(child)) walk(child);
      } else if (holdsBlocks(child)) walk(child);
      else blocks.push(child);
    }
  };
  walk(root);
  return blocks;
}
