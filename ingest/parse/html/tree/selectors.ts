import { compile } from 'css-select';
import { isElement, type PageElement, type PageNode } from '../dom.ts';

export type Matcher = (element: PageElement) => boolean;

/** Selectors of our own code are far fewer; rules for lists of pages bring more. */
const MOST_KNOWN = 500;
const known = new Map<string, Matcher>();

/** Whether an element is one that selectors mean. Each is read once. @throws for what is no selector */
export function matcherOf(selectors: string): Matcher {
  let matcher = known.get(selectors);
  if (!matcher) {
    if (known.size === MOST_KNOWN) known.clear();
    matcher = compile<PageNode, PageElement>(selectors, { adapter });
    known.set(selectors, matcher);
  }
  return matcher;
}

const childrenOf = (node: PageNode): PageNode[] => [...node.childNodes];

function firstIn(nodes: readonly PageNode[], test: Matcher): PageElement | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = test(node) ? node : firstIn(childrenOf(node), test);
    if (found) return found;
  }
  return null;
}

/** What selectors ask of a tree. */
const adapter = {
  isTag: isElement,
  getName: ({ localName }: PageElement) => localName,
  getText: ({ textContent }: PageNode) => textContent,
  getAttributeValue: (element: PageElement, name: string) => element.getAttribute(name) ?? undefined,
  hasAttrib: (element: PageElement, name: string) => element.hasAttribute(name),
  getParent: ({ parentNode }: PageNode) => (isElement(parentNode) ? parentNode : null),
  getChildren: childrenOf,
  getSiblings: (node: PageNode) => (node.parentNode ? childrenOf(node.parentNode) : [node]),
  existsOne: (test: Matcher, nodes: readonly PageNode[]) => firstIn(nodes, test) !== null,
  findOne: (test: Matcher, nodes: readonly PageNode[]) => firstIn(nodes, test),
  findAll: (test: Matcher, nodes: readonly PageNode[]) =>
    nodes.flatMap((node) => (isElement(node) ? [node, ...node.querySelectorAll('*')].filter(test) : [])),
  removeSubsets: (nodes: PageNode[]) => nodes,
};
