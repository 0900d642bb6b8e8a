import { Readability } from '@mozilla/readability';
import type { PageDocument, PageElement } from './dom.ts';

export interface Extracted {
  readonly html: string;
  readonly captions: readonly string[];
}

export function extract(
  document: PageDocument,
  _stated: { readonly title: string | null; readonly base: string | null },
): Extracted {
  const reader = new Readability<PageElement>(document as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as unknown as PageElement,
  });
  const content = reader.parse()?.content ?? null;
  return { html: content?.innerHTML ?? '', captions: [] };
}
