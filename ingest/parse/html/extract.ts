import { Readability } from '@mozilla/readability';
import type { PageDocument, PageElement } from './dom.ts';
import { removeFurniture } from './furniture.ts';
import { tidy } from './tidy.ts';

export interface Extracted {
  readonly html: string;
  readonly captions: readonly string[];
}

export function extract(
  document: PageDocument,
  { title }: { readonly title: string | null; readonly base: string | null },
): Extracted {
  const env = process.env['EX'] ?? 'ft';
  if (env.includes('f')) removeFurniture(document);
  const reader = new Readability<PageElement>(document as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as unknown as PageElement,
  });
  const content = reader.parse()?.content ?? null;
  if (content && env.includes('t')) tidy(content, title);
  return { html: content?.innerHTML ?? '', captions: [] };
}
