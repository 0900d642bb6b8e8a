import { cleanCharacters } from '../../clean/characters.ts';
import { sanitise } from '../../clean/sanitise.ts';
import { textOfHtml } from '../../clean/text-of-html.ts';
import { gatherPictures, type HeldPictures } from '../../images/pictures.ts';
import { NOTHING_STATED, type ParsedArticle } from '../../types.ts';
import { htmlOf, lineOf, type OfficeBlock } from './blocks.ts';
import { type DocumentHead, readHead } from './head.ts';
import type { Properties } from './properties.ts';

interface Document {
  readonly head: DocumentHead;
  readonly properties: Properties;
  /** The body, without what its head has taken. */
  readonly html: string;
  readonly captions: readonly string[];
  readonly held: HeldPictures;
  readonly isCut?: boolean;
}

/** An article of a document that a word processor wrote. */
export function documentArticle({
  head,
  properties,
  html: body,
  captions,
  held,
  isCut = false,
}: Document): ParsedArticle {
  const pictures = gatherPictures(null, held);
  const html = sanitise(cleanCharacters(body), pictures);
  return {
    ...NOTHING_STATED,
    title: head.title,
    byline: head.byline,
    published: head.published,
    modified: properties.modified,
    description: properties.description ?? head.standfirst,
    language: properties.language,
    tags: properties.keywords,
    captions: [...new Set(captions)],
    ...pictures.taken,
    body: { html, text: textOfHtml(html) },
    isCut,
  };
}

interface BlockDocument {
  readonly blocks: readonly OfficeBlock[];
  /** Put at the end, in their order. */
  readonly notes: readonly (readonly OfficeBlock[])[];
  readonly properties: Properties;
  /** By the addresses its blocks name them by. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly isCut?: boolean;
}

/** The same of a document that has been taken apart into blocks. */
export function articleOfBlocks({ blocks, notes, properties, pictures, isCut = false }: BlockDocument): ParsedArticle {
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
