import { escapeHtml } from '../../clean/sanitise.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** Declarations longer than this are not for reading, and would be repeated for every part. */
const MOST = 2_000;

/** An element as a file of its own: its source, with what the prefixes of its ancestors stand for. */
export function withAncestors(text: string, element: XmlElement, ancestors: readonly XmlElement[]): Uint8Array {
  return fileOf(text.slice(element.start, element.end), element, ancestors);
}

/** The same for source that has been changed. */
export function fileOf(source: string, element: XmlElement, ancestors: readonly XmlElement[]): Uint8Array {
  const declared = new Map<string, string>();
  for (const { attributes } of ancestors)
    for (const [name, value] of Object.entries(attributes))
      if (/^xml(?:ns|:lang)/.test(name)) declared.set(name, value);
  for (const name of Object.keys(element.attributes)) declared.delete(name);
  const added = [...declared].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
  const written = added.length > MOST ? source : source.replace(/^<[^\s/>]+/, (start) => start + added);
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${written}\n`);
}
