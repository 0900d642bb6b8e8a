import { MATHML } from '../../../contract/body-elements.ts';
import type { SafeHtml } from '../../../contract/model.ts';
import { dressPicture } from './picture.ts';
import { allowedIn, dropped, isAllowedAttribute, isSafeLink, sanitizerConfig } from './sanitise.ts';

interface WithSetHtml {
  setHTML?: (html: string, options: { readonly sanitizer: typeof sanitizerConfig }) => void;
}

/**
 * Puts a body into the page through the allow-list, whatever the string holds. It is made ready in a document that is not shown and loads nothing:
 * in the page itself a picture would be asked for before it could be looked at.
 */
export function fillBody(target: HTMLElement, html: SafeHtml): void {
  const { body } = document.implementation.createHTMLDocument();
  const { setHTML } = body as WithSetHtml;
  if (setHTML) setHTML.call(body, html, { sanitizer: sanitizerConfig });
  else body.append(rebuild(html, body.ownerDocument));
  for (const link of body.querySelectorAll('a')) dressLink(link);
  for (const image of body.querySelectorAll('img')) dressPicture(image);
  for (const table of body.querySelectorAll('table')) lineUpNumbers(table);
  for (const wide of body.querySelectorAll('pre, table, math[display="block"]')) makeReachable(wide);
  target.replaceChildren(...body.childNodes);
}

function dressLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href');
  if (href === null || !isSafeLink(href)) return void link.removeAttribute('href');
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

const NUMBER = /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,2})?$/u;

/** Marks the columns that hold numbers and nothing else, so that their digits can stand one under the other. The first column names its rows. */
function lineUpNumbers(table: HTMLTableElement): void {
  const rows = [...table.rows];
  if (table.querySelector('[colspan], [rowspan]')) return;
  for (let column = 1; column < (rows[0]?.cells.length ?? 0); column++) {
    const cells = rows.flatMap(({ cells }) => cells[column] ?? []);
    const values = cells.filter((cell) => cell.localName === 'td' && cell.textContent?.trim() !== '');
    if (values.length === 0 || !values.every((cell) => NUMBER.test(cell.textContent?.trim() ?? ''))) continue;
    for (const cell of cells) cell.dataset['number'] = '';
  }
}

const WIDE: Readonly<Record<string, string>> = { table: 'Table', pre: 'Text with fixed spacing', math: 'Formula' };

/** What is wider than the column scrolls in a box of its own, and that box can be reached by keyboard. */
function makeReachable(wide: Element): void {
  const box = document.createElement('div');
  box.tabIndex = 0;
  box.dataset['scrolls'] = '';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', WIDE[wide.localName] ?? '');
  wide.replaceWith(box);
  box.append(wide);
}

/** For browsers without a sanitiser of their own: parses apart from the page and copies what is allowed into `apart`. */
function rebuild(html: string, apart: Document): DocumentFragment {
  const fragment = apart.createDocumentFragment();
  copyChildren(new DOMParser().parseFromString(html, 'text/html').body, fragment, apart);
  return fragment;
}

function copyChildren(from: Node, into: Node, apart: Document): void {
  for (const child of from.childNodes) {
    if (child instanceof Text) into.appendChild(apart.createTextNode(child.data));
    if (!(child instanceof Element)) continue;
    const name = child.localName;
    if (dropped.has(name)) continue;
    const among = allowedIn(child.namespaceURI);
    if (!Object.hasOwn(among, name)) {
      copyChildren(child, into, apart);
      continue;
    }
    const copy = child.namespaceURI === MATHML ? apart.createElementNS(MATHML, name) : apart.createElement(name);
    for (const { name: attribute, value } of child.attributes) {
      if (isAllowedAttribute(name, attribute, among)) copy.setAttribute(attribute, value);
    }
    copyChildren(child, copy, apart);
    into.appendChild(copy);
  }
}
