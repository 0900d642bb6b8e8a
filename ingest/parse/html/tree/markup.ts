import { isElement, type PageElement, type PageNode, TEXT } from '../dom.ts';
import { isVoid } from '../shape.ts';

const RAW = new Set(['script', 'style']);

/** What an element holds, as HTML that is read as the same tree again. */
export function innerMarkup(root: PageElement): string {
  let html = '';
  let node = root.firstChild;
  while (node) {
    if (isElement(node)) {
      html += startTag(node);
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
      html += endTag(node);
    } else html += words(node);
    // Up to where something follows.
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== root) html += endTag(node as PageElement);
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  return html;
}

export const outerMarkup = (element: PageElement): string =>
  `${startTag(element)}${innerMarkup(element)}${endTag(element)}`;

function startTag({ localName, attributes }: PageElement): string {
  let tag = `<${localName}`;
  for (const { name, value } of attributes) tag += ` ${name}="${/[&"]/.test(value) ? escaped(value) : value}"`;
  return `${tag}>`;
}

const endTag = ({ localName }: PageElement): string => (isVoid(localName) ? '' : `</${localName}>`);

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function words({ nodeType, textContent, parentNode }: PageNode): string {
  if (nodeType !== TEXT) return `<!--${textContent}-->`;
  if (parentNode !== null && RAW.has(parentNode.localName)) return textContent;
  return /[&<>]/.test(textContent)
    ? textContent.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : textContent;
}
