import type { XmlElement } from './tree.ts';

/** The elements directly in another, all or those of a local name. */
export const elementsIn = (parent: XmlElement | null | undefined, name?: string): readonly XmlElement[] =>
  (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** The first element at the end of a path of local names; null when there is none. */
export function elementAt(from: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | null {
  const [name, ...rest] = path;
  if (name === undefined) return from ?? null;
  for (const child of elementsIn(from, name)) {
    const found = elementAt(child, ...rest);
    if (found) return found;
  }
  return null;
}

/** All elements of a local name at any depth, in the order of the file. */
export function allNamed(from: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(from).flatMap((child) => [...(child.name === name ? [child] : []), ...allNamed(child, name)]);
}

/** All text in an element, as it stands. */
export function textIn(element: XmlElement | null | undefined): string {
  let text = '';
  for (const child of element?.children ?? []) text += typeof child === 'string' ? child : textIn(child);
  return text;
}

/** Its text on one line; null when it has none. */
export const wordsIn = (element: XmlElement | null | undefined): string | null =>
  textIn(element).replace(/\s+/g, ' ').trim() || null;
