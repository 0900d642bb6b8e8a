import { isElement, type PageDocument, type PageElement, type PageNode, TEXT } from '../dom.ts';
import { innerMarkup, outerMarkup } from './markup.ts';
import { matcherOf } from './selectors.ts';
import { elementsIn, nextIn, selectedIn } from './walk.ts';

const ELEMENT = 1;
const COMMENT = 8;
const DOCUMENT = 9;

/** What may be put into an element: words become a text. */
type Piece = PageNode | string;

/** A node that lies in a tree, and what may be done with it there. */
abstract class TreeNode implements PageNode {
  readonly nodeType: number;
  parentNode: TreeElement | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;
  firstChild: TreeNode | null = null;
  lastChild: TreeNode | null = null;
  abstract readonly textContent: string;

  constructor(nodeType: number) {
    this.nodeType = nodeType;
  }

  get childNodes(): TreeNode[] {
    const nodes: TreeNode[] = [];
    for (let at = this.firstChild; at; at = at.nextSibling) nodes.push(at);
    return nodes;
  }

  get parentElement(): TreeElement | null {
    const { parentNode } = this;
    return isElement(parentNode) ? parentNode : null;
  }

  get nextElementSibling(): TreeElement | null {
    let at: TreeNode | null = this.nextSibling;
    while (at && !isElement(at)) at = at.nextSibling;
    return at as TreeElement | null;
  }

  get previousElementSibling(): TreeElement | null {
    let at: TreeNode | null = this.previousSibling;
    while (at && !isElement(at)) at = at.previousSibling;
    return at as TreeElement | null;
  }

  remove(): void {
    const { parentNode, previousSibling, nextSibling } = this;
    if (!parentNode) return;
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else parentNode.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else parentNode.lastChild = previousSibling;
    this.parentNode = null;
    this.previousSibling = null;
    this.nextSibling = null;
  }

  before(...pieces: Piece[]): void {
    for (const piece of pieces) this.parentNode?.insertBefore(nodeOf(piece), this);
  }

  replaceWith(...pieces: Piece[]): void {
    this.before(...pieces);
    this.remove();
  }
}

class TreeText extends TreeNode {
  textContent: string;

  constructor(nodeType: typeof TEXT | typeof COMMENT, text: string) {
    super(nodeType);
    this.textContent = text;
  }
}

export const textNode = (text: string): TreeNode => new TreeText(TEXT, text);
export const commentNode = (text: string): TreeNode => new TreeText(COMMENT, text);

const nodeOf = (piece: Piece): TreeNode => (typeof piece === 'string' ? textNode(piece) : (piece as TreeNode));

export class Attribute {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): Attribute {
    return new Attribute(this.name, this.value);
  }
}

/** Puts nodes that markup states behind all that an element holds. */
export type Builder = (parent: TreeElement, markup: string) => void;

/** An element as our own code and Readability use it. */
export class TreeElement extends TreeNode implements PageElement {
  readonly localName: string;
  readonly tagName: string;
  readonly ownerDocument: TreeDocument;
  readonly attributes: Attribute[] = [];

  constructor(ownerDocument: TreeDocument | null, localName: string, nodeType = ELEMENT) {
    super(nodeType);
    this.ownerDocument = ownerDocument ?? (this as unknown as TreeDocument);
    this.localName = localName;
    this.tagName = localName.toUpperCase();
  }

  get nodeName(): string {
    return this.tagName;
  }

  get children(): TreeElement[] {
    const elements: TreeElement[] = [];
    for (let at = this.firstElementChild; at; at = at.nextElementSibling) elements.push(at);
    return elements;
  }

  get firstElementChild(): TreeElement | null {
    const { firstChild } = this;
    return isElement(firstChild) ? (firstChild as TreeElement) : (firstChild?.nextElementSibling ?? null);
  }

  get textContent(): string {
    let text = '';
    for (let node = nextIn(this, this); node; node = nextIn(this, node))
      if (node.nodeType === TEXT) text += node.textContent;
    return text;
  }

  get innerHTML(): string {
    return innerMarkup(this);
  }

  set innerHTML(html: string) {
    this.empty();
    this.ownerDocument.build(this, html);
  }

  get outerHTML(): string {
    return outerMarkup(this);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(names: string) {
    this.setAttribute('class', names);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(id: string) {
    this.setAttribute('id', id);
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  get srcset(): string {
    return this.getAttribute('srcset') ?? '';
  }

  /** As far as it says whether an element is seen. */
  get style(): { readonly display: string; readonly visibility: string } {
    const style = this.getAttribute('style');
    return style === null
      ? UNSTYLED
      : { display: declared(style, 'display'), visibility: declared(style, 'visibility') };
  }

  private attribute(name: string): Attribute | undefined {
    const { attributes } = this;
    for (let at = 0; at < attributes.length; at++) if (attributes[at]?.name === name) return attributes[at];
    return undefined;
  }

  getAttribute(name: string): string | null {
    return this.attribute(name)?.value ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.attribute(name) !== undefined;
  }

  setAttribute(name: string, value: string): void {
    const attribute = this.attribute(name);
    if (attribute) attribute.value = value;
    else this.attributes.push(new Attribute(name, value));
  }

  setAttributeNode({ name, value }: Attribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }

  querySelector(selectors: string): PageElement | null {
    return selectedIn(this, matcherOf(selectors), 1)[0] ?? null;
  }

  querySelectorAll(selectors: string): PageElement[] {
    return selectedIn(this, matcherOf(selectors), Number.POSITIVE_INFINITY);
  }

  getElementsByTagName(name: string): PageElement[] {
    return elementsIn(this, name === '*' ? () => true : ({ localName }) => localName === name);
  }

  matches(selectors: string): boolean {
    return matcherOf(selectors)(this);
  }

  closest(selectors: string): PageElement | null {
    const matches = matcherOf(selectors);
    for (let at: TreeElement | null = this; at; at = at.parentElement) if (matches(at)) return at;
    return null;
  }

  contains(other: PageNode | null): boolean {
    for (let at = other; at; at = at.parentNode) if (at === this) return true;
    return false;
  }

  insertBefore(node: TreeNode, next: TreeNode | null): TreeNode {
    if (node === next) return node;
    node.remove();
    const previous = next ? next.previousSibling : this.lastChild;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = next;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (next) next.previousSibling = node;
    else this.lastChild = node;
    return node;
  }

  appendChild(node: TreeNode): TreeNode {
    return this.insertBefore(node, null);
  }

  removeChild(node: TreeNode): TreeNode {
    node.remove();
    return node;
  }

  replaceChild(node: TreeNode, replaced: TreeNode): TreeNode {
    replaced.replaceWith(node);
    return replaced;
  }

  append(...pieces: Piece[]): void {
    for (const piece of pieces) this.insertBefore(nodeOf(piece), null);
  }

  prepend(...pieces: Piece[]): void {
    const { firstChild } = this;
    for (const piece of pieces) this.insertBefore(nodeOf(piece), firstChild);
  }

  private empty(): void {
    while (this.firstChild) this.firstChild.remove();
  }
}

const UNSTYLED = { display: '', visibility: '' } as const;

const declared = (style: string, property: string): string =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*?)\\s*(?:;|$)`).exec(style)?.[1] ?? '';

/** The whole of a page. */
export class TreeDocument extends TreeElement implements PageDocument {
  readonly build: Builder;

  constructor(build: Builder) {
    super(null, '#document', DOCUMENT);
    this.build = build;
  }

  get documentElement(): TreeElement {
    return this.firstElementChild as TreeElement;
  }

  get head(): TreeElement {
    const { documentElement } = this;
    const first = documentElement.firstElementChild;
    if (first?.localName === 'head') return first;
    const head = this.createElement('head');
    documentElement.prepend(head);
    return head;
  }

  get body(): TreeElement {
    const { head } = this;
    const next = head.nextElementSibling;
    if (next?.localName === 'body') return next;
    const body = this.createElement('body');
    head.parentNode?.insertBefore(body, head.nextSibling);
    return body;
  }

  get title(): string {
    return this.head.getElementsByTagName('title')[0]?.textContent ?? '';
  }

  createElement(name: string): TreeElement {
    return new TreeElement(this, name.toLowerCase());
  }

  createTextNode(text: string): TreeNode {
    return textNode(text);
  }
}
