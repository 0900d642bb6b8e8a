import { cleanCharacters } from './clean/characters.ts';
import { decode } from './detect/charset.ts';
import { detectFormat, NOT_AN_ARTICLE } from './detect/format.ts';
import { isBinary } from './detect/is-binary.ts';
import { LIMIT_BYTES, TOO_DEEP, tooLargeMessage } from './limits.ts';
import { toDraft } from './normalise/article.ts';
import { parse } from './parse/index.ts';
import type { IngestCode, IngestResult, Payload, Refusal } from './types.ts';

const refusal = (code: IngestCode, message: string): Refusal => ({ ok: false, code, message });

/** Bytes in, an article out: the whole pipeline. Pure, and never rejects for what the bytes hold. */
export async function ingest(payload: Payload): Promise<IngestResult> {
  const { bytes, name, mediaType } = payload;
  const candidate = detectFormat(name, mediaType);
  if (candidate === null) return refusal('not-an-article', NOT_AN_ARTICLE);
  if (bytes.length > LIMIT_BYTES) return refusal('too-large', tooLargeMessage(bytes.length));
  if (bytes.length === 0) return refusal('empty', 'The file is empty');

  const decoded = decode(bytes, mediaType, candidate.mayBeMarkup(bytes));
  if (isBinary(decoded)) {
    return candidate.isNamed
      ? refusal('not-text', 'The file has the name of a text but holds something else')
      : refusal('not-an-article', 'The file holds no text');
  }
  const text = cleanCharacters(decoded.text);
  if (text.trim() === '') return refusal('empty', 'The file holds nothing but blank space');

  const format = candidate.formatOf(text);
  const parsed = await parse(format, text, payload.url);
  if (parsed.body.text === '' && parsed.isCut) return refusal('too-deep', TOO_DEEP);
  if (parsed.body.text === '') return refusal('only-furniture', 'The file holds no sentence of an article');
  const { assets, uid = null } = parsed;
  return { ok: true, format, encoding: decoded.encoding, draft: toDraft(parsed, payload), assets, uid };
}
