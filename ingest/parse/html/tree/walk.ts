import { isElement, type PageElement, type PageNode } from '../dom.ts';

/** The node that follows another inside of an element, in the order of the page. */
export const nextIn = (root: PageNode, node: PageNode): PageNode | null => node.firstChild ?? nextBehind(root, node);

/** The node that follows another and all that it holds. */
export function nextBehind(root: PageNode, node: PageNode): PageNode | null {
  for (let at: PageNode | null = node; at && at !== root; at = at.parentNode) if (at.nextSibling) return at.nextSibling;
  return null;
}

/** The elements inside of another that are wanted, in the order of the page. */
export function elementsIn(root: PageNode, isWanted: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  for (let node = nextIn(root, root); node; node = nextIn(root, node))
    if (isElement(node) && isWanted(node)) found.push(node);
  return found;
}

/** Those that selectors find: what a template holds is not on the page. */
export function selectedIn(root: PageNode, isWanted: (element: PageElement) => boolean, most: number): PageElement[] {
  const found: PageElement[] = [];
  let node = nextIn(root, root);
  while (node) {
    if (isElement(node) && isWanted(node) && found.push(node) === most) break;
    node = isElement(node) && node.localName === 'template' ? nextBehind(root, node) : nextIn(root, node);
  }
  return found;
}
