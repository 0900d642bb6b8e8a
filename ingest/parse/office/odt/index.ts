import { LIMIT_BYTES, LOCKED, TOO_DEEP } from '../../../limits.ts';
import type { ParsedArticle, Refusal } from '../../../types.ts';
import { isDeeperThan } from '../../../xml/depth.ts';
import { elementAt, elementsIn, textIn, wordsIn } from '../../../xml/find.ts';
import { readXml, type XmlElement } from '../../../xml/tree.ts';
import { openZip, type Zip } from '../../../zip/open-zip.ts';
import { ZipError } from '../../../zip/zip-error.ts';
import { statedDate } from '../../text/dates/stated-date.ts';
import { articleOfBlocks } from '../article.ts';
import { keywordsIn, type Properties } from '../properties.ts';
import { type OdtBody, readBody } from './body.ts';
import { stylesOf } from './styles.ts';

/** Reads an OpenDocument text: a zip file, or the same as one file of XML, which is given as text. */
export async function parseOdt(bytes: Uint8Array, text: string): Promise<ParsedArticle | Refusal> {
  try {
    return text === '' ? await readPacked(await openZip(bytes)) : readFlat(text);
  } catch (error) {
    if (error instanceof ZipError) return error.refusal;
    throw error;
  }
}

async function readPacked(zip: Zip): Promise<ParsedArticle> {
  const part = async (name: string): Promise<string> =>
    zip.has(name) ? new TextDecoder().decode(await zip.read(name, LIMIT_BYTES)) : '';
  if ((await part('META-INF/manifest.xml')).includes('encryption-data')) throw new ZipError('encrypted', LOCKED);
  if (!zip.has('content.xml')) throw damaged();
  const content = rootOf(await part('content.xml'));
  const parts = [await part('styles.xml'), await part('meta.xml')];
  const [styles, meta] = parts.map((xml) => (xml === '' ? null : rootOf(xml)));
  const body = bodyOf(content, [content, ...(styles ? [styles] : [])]);
  const pictures = new Map<string, Uint8Array>(body.inline);
  for (const name of zip.names)
    if (/^(?:Pictures|media|Object[^/]*)\/./.test(name)) {
      const picture = await zip.read(name).catch(() => null);
      if (picture) pictures.set(name, picture);
    }
  return articleOf(body, meta ?? null, pictures);
}

function readFlat(text: string): ParsedArticle {
  const root = rootOf(text);
  const body = bodyOf(root, [root]);
  return articleOf(body, root, body.inline);
}

const damaged = () => new ZipError('malformed', 'The text of the document is damaged');

/** Deeper than a document lies in its elements. */
const MAX_DEPTH = 250;

function rootOf(xml: string): XmlElement {
  if (isDeeperThan(xml, MAX_DEPTH)) throw new ZipError('too-deep', TOO_DEEP);
  const root = readXml(xml)?.root;
  if (!root) throw damaged();
  return root;
}

function bodyOf(content: XmlElement, styles: readonly XmlElement[]): OdtBody {
  const text = elementAt(content, 'body', 'text');
  if (!text) throw damaged();
  return readBody(text, stylesOf(styles));
}

function articleOf(
  { blocks, notes }: OdtBody,
  meta: XmlElement | null,
  pictures: ReadonlyMap<string, Uint8Array>,
): ParsedArticle {
  const properties = propertiesOf(meta);
  return articleOfBlocks({ blocks, notes, properties, pictures });
}

function propertiesOf(root: XmlElement | null): Properties {
  const meta = elementAt(root, 'meta');
  const stated = (name: string): string | null => wordsIn(elementsIn(meta, name)[0]);
  return {
    title: stated('title'),
    creator: stated('initial-creator') ?? stated('creator'),
    created: statedDate(stated('creation-date')?.replace(/\.\d+/, '') ?? null),
    modified: statedDate(stated('date')?.replace(/\.\d+/, '') ?? null),
    language: stated('language'),
    description: stated('description') ?? stated('subject'),
    keywords: elementsIn(meta, 'keyword').flatMap((keyword) => keywordsIn(textIn(keyword))),
  };
}
