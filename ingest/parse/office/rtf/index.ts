import type { ParsedArticle } from '../../../types.ts';
import { documentArticle } from '../article.ts';
import { htmlOf, lineOf } from '../blocks.ts';
import { readHead } from '../head.ts';
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
  const head = readHead(blocks.map(lineOf), properties);
  const { html, captions } = htmlOf(blocks.filter((_, at) => !head.taken.has(at)));
  const below = notes.map((note) => `<li>${htmlOf(note).html}</li>`).join('');
  return documentArticle({
    head,
    properties,
    html: below === '' ? html : `${html}<ol>${below}</ol>`,
    captions,
    held: (address) => pictures.get(address) ?? null,
    isCut,
  });
}
