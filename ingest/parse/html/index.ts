import { bodyOfBlocks, sanitise } from '../../clean/sanitise.ts';
import { textOfHtml } from '../../clean/text-of-html.ts';
import { gatherPictures, type HeldPictures } from '../../images/pictures.ts';
import type { ParsedArticle } from '../../types.ts';
import { documentOf } from './document.ts';
import { extract } from './extract.ts';
import { flattened } from './flatten.ts';
import { metadataOf } from './metadata/index.ts';
import { savedFrom } from './metadata/saved.ts';
import { isWall } from './walls.ts';
import { readAsLines } from './without-tree.ts';

/**
 * What a web page says of its article, without the article. Who it is mostly stands in the head, and then the rest is not looked at; of a page that
 * is known to be from somewhere the head may say less than what follows.
 */
export function lookAtHtml(page: string, fetchedFrom: string | null): ParsedArticle {
  const head = page.slice(0, Math.max(page.search(/<body[\s>]/i), 0));
  if (head === '' || (fetchedFrom ?? savedFrom(page)) !== null) return lookAtAll(page, fetchedFrom);
  const ofHead = lookAtAll(`${head}<body></body></html>`, null);
  return ofHead.url && ofHead.title ? ofHead : lookAtAll(page, null);
}

function lookAtAll(page: string, fetchedFrom: string | null): ParsedArticle {
  const { source, isTooLarge } = flattened(page);
  const nothing = { dateline: null, captions: [], images: [], assets: [], body: bodyOfBlocks([]), isWithoutText: true };
  if (isTooLarge) return { ...readAsLines(source), isWithoutText: true };
  const { base: _, ...stated } = metadataOf(documentOf(source), fetchedFrom ?? savedFrom(source));
  return { ...stated, ...nothing };
}

/** Reads a web page: what it says of its article, and the article without the page around it. @param held pictures that came in one file with it */
export function parseHtml(page: string, fetchedFrom: string | null, held: HeldPictures = () => null): ParsedArticle {
  const { source, isTooLarge } = flattened(page);
  if (isTooLarge) return readAsLines(source);
  const document = documentOf(source);
  const { base, ...stated } = metadataOf(document, fetchedFrom ?? savedFrom(source));
  const asksForPassword = document.querySelector('input[type="password"]') !== null;
  const {
    html: extracted,
    captions,
    dateline,
  } = extract(source, document, {
    title: stated.title,
    base,
    siteName: stated.siteName,
    language: stated.language,
    isHeld: (address) =>
      [address, URL.parse(address, base ?? undefined)?.href].some((name) => name && held(name) !== null),
  });
  const pictures = gatherPictures(base, held);
  const html = sanitise(extracted, pictures);
  const text = textOfHtml(html);
  return {
    ...stated,
    dateline,
    captions,
    ...pictures.taken,
    body: isWall(text, asksForPassword) ? bodyOfBlocks([]) : { html, text },
  };
}
