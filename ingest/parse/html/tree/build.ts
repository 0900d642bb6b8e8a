import { Parser } from 'htmlparser2';
import { isText, type PageNode } from '../dom.ts';
import { Attribute, commentNode, TreeDocument, TreeElement, textNode } from './nodes.ts';

/** A page as a tree, as far as it says where elements begin and end. Nothing in it runs, and nothing is fetched. */
export function treeOf(html: string): TreeDocument {
  const document = new TreeDocument(build);
  build(document, html);
  return document;
}

function build(parent: TreeElement, html: string): void {
  const { ownerDocument } = parent;
  let open = parent;
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = new TreeElement(ownerDocument, name);
      for (const stated in attributes) {
        const value = attributes[stated] ?? '';
        element.attributes.push(new Attribute(stated, stated === 'class' ? withoutRepeated(value) : value));
      }
      open.appendChild(element);
      open = element;
    },
    onclosetag() {
      open = open.parentNode ?? parent;
    },
    ontext(text) {
      // Pieces come apart where something stands for a character.
      const lastChild: PageNode | null = open.lastChild;
      if (isText(lastChild)) lastChild.textContent += text;
      else open.appendChild(textNode(text));
    },
    oncomment(text) {
      open.appendChild(commentNode(text));
    },
  });
  parser.end(html);
}

/** Names of classes, each once, with a space between them. */
const withoutRepeated = (names: string): string =>
  /\s/.test(names) ? [...new Set(names.split(/\s+/).filter((name) => name !== ''))].join(' ') : names;
