import type { PageDocument } from '../dom.ts';
import { words } from './facts.ts';
import { plainText } from './plain-text.ts';

/** All that the `meta` elements of a page state, by name or property in lower case, in their order. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

const MOST = 2_000;

export function metaTags(document: PageDocument): MetaTags {
  const tags = new Map<string, string[]>();
  let seen = 0;
  for (const meta of document.getElementsByTagName('meta')) {
    if (++seen > MOST) break;
    // What a microdata item says of itself is not the page's.
    const names = meta.getAttribute('property') ?? meta.getAttribute('name');
    const content = words(plainText(meta.getAttribute('content') ?? ''));
    if (names === null || content === null) continue;
    for (const name of names.toLowerCase().trim().split(/\s+/)) {
      const known = tags.get(name);
      if (known) known.push(content);
      else tags.set(name, [content]);
    }
  }
  return tags;
}

/** The first of the names that is stated. */
export const metaText = (tags: MetaTags, ...names: readonly string[]): string | null =>
  names.map((name) => tags.get(name)?.[0]).find((text) => text !== undefined) ?? null;

/** Everything stated under the first of the names that is. */
export const metaTexts = (tags: MetaTags, ...names: readonly string[]): readonly string[] =>
  names.map((name) => tags.get(name)).find((texts) => texts !== undefined) ?? [];
