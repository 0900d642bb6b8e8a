import { bodyOfBlocks } from '../../clean/sanitise.ts';
import type { ParsedArticle } from '../../types.ts';

/** Reads plain text. */
export function parseText(text: string): ParsedArticle {
  const [title = '', ...rest] = text.split(/\n\s*\n/).map((part) => part.trim());
  return {
    title: rest.length > 0 ? title : null,
    byline: null,
    published: null,
    modified: null,
    dateline: null,
    siteName: null,
    description: null,
    url: null,
    language: null,
    tags: [],
    captions: [],
    body: bodyOfBlocks((rest.length > 0 ? rest : [title]).map((part) => ({ kind: 'paragraph', text: part }))),
  };
}
