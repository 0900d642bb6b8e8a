import { cleanCharacters } from '../../clean/characters.ts';
import { sanitise } from '../../clean/sanitise.ts';
import { textOfHtml } from '../../clean/text-of-html.ts';
import { gatherPictures, type HeldPictures } from '../../images/pictures.ts';
import type { ParsedArticle } from '../../types.ts';
import type { DocumentHead } from './head.ts';
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
    title: head.title,
    byline: head.byline,
    published: head.published,
    modified: properties.modified,
    dateline: null,
    siteName: null,
    description: properties.description ?? head.standfirst,
    url: null,
    language: properties.language,
    tags: properties.keywords,
    captions: [...new Set(captions)],
    ...pictures.taken,
    body: { html, text: textOfHtml(html) },
    isCut,
  };
}
