import mammoth from 'mammoth';
import { LIMIT_BYTES } from '../../../limits.ts';
import { refused } from '../../../refused.ts';
import type { ParsedArticle, Refusal } from '../../../types.ts';
import { openZip, type Zip } from '../../../zip/open-zip.ts';
import { ZipError } from '../../../zip/zip-error.ts';
import { documentArticle } from '../article.ts';
import { type DocumentHead, readHead } from '../head.ts';
import { NO_PROPERTIES, type Properties } from '../properties.ts';
import { lineOf, OWN_STYLE, type Piece, storyOf } from './model.ts';
import { partsOf } from './parts.ts';
import { coreProperties } from './properties.ts';

/** Reads a Word document. */
export async function parseDocx(bytes: Uint8Array): Promise<ParsedArticle | Refusal> {
  try {
    const zip = await openZip(bytes);
    return await readDocument(zip);
  } catch (error) {
    // Limits of the language say which they are; whatever else the library meets is damage.
    if (error instanceof RangeError) throw error;
    return error instanceof ZipError ? error.refusal : DAMAGED;
  }
}

const DAMAGED = refused('malformed', 'The text of the document is damaged');

async function readDocument(zip: Zip): Promise<ParsedArticle> {
  const properties = await propertiesOf(zip);
  let head: DocumentHead = readHead([], properties);
  let captions: readonly string[] = [];
  const pictures = new Map<string, Uint8Array>();

  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = `held:${pictures.size}`;
    // One that is linked, missing or damaged has no bytes here, and none are fetched.
    const bytes = await image.readAsArrayBuffer().catch(() => null);
    if (bytes) pictures.set(src, new Uint8Array(bytes));
    return { src };
  });
  const transformDocument = (document: Piece): Piece => {
    const story = storyOf(document.children ?? []);
    head = readHead(story.pieces.map(lineOf), properties);
    captions = story.captions;
    return { ...document, children: story.pieces.filter((_, at) => !head.taken.has(at)) };
  };
  const options = { styleMap: STYLES, includeEmbeddedStyleMap: false, convertImage, transformDocument };
  const { value } = await mammoth.convertToHtml(asInput(zip), options);
  const held = (address: string) => pictures.get(address) ?? null;
  return documentArticle({ head, properties, html: withoutBackLinks(value), captions, held });
}

async function propertiesOf(zip: Zip): Promise<Properties> {
  const name = zip.names.find((part) => /^docProps\/core\.xml$/i.test(part));
  return name === undefined ? NO_PROPERTIES : coreProperties(utf8(await zip.read(name, LIMIT_BYTES)));
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const STYLES = [
  `p[style-name='${OWN_STYLE.picture}'] => figure:fresh`,
  `p[style-name='${OWN_STYLE.pictureOfCaption}'] => figure`,
  `p[style-name='${OWN_STYLE.caption}'] => figure > figcaption:fresh`,
  `p[style-name='${OWN_STYLE.captionAbove}'] => figure:fresh > figcaption:fresh`,
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
];

/** The library would unpack the file by another one, which has no limits. It takes what reads its parts too, and does not say so. */
const asInput = (zip: Zip) => ({ file: partsOf(zip) }) as unknown as Parameters<typeof mammoth.convertToHtml>[0];

/** Notes stand at the end, numbered; ways to them and back are of no use where the page is another. */
const withoutBackLinks = (html: string): string =>
  html
    .replace(/<sup><a href="#[^"<>]*" id="[^"<>]*">\[(\d+)\]<\/a><\/sup>/g, '<sup>[$1]</sup>')
    .replace(/ ?<a href="#[^"<>]*">↑<\/a>/g, '');
