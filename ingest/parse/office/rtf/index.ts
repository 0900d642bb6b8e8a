import type { ParsedArticle } from '../../../types.ts';
import { articleOfBlocks } from '../article.ts';
import { keywordsIn, type Properties } from '../properties.ts';
import { readRtf } from './reader.ts';

/** Reads a document in Rich Text Format, as far as it goes. */
export function parseRtf(bytes: Uint8Array): ParsedArticle {
  const { blocks, notes, info, created, modified, pictures, isCut } = readRtf(bytes);
  const stated = (name: string): string | null => info.get(name) ?? null;
  const properties: Properties = {
    title: stated('title'),
    creator: stated('author'),
    created,
    modified,
    language: null,
    description: stated('subject'),
    keywords: keywordsIn(stated('keywords')),
  };
  return articleOfBlocks({ blocks, notes, properties, pictures, isCut });
}
