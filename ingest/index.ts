import { cleanCharacters } from './clean/characters.ts';
import { decode } from './detect/charset.ts';
import { detectFormat } from './detect/format.ts';
import { isBinary } from './detect/is-binary.ts';
import { toDraft } from './normalise/article.ts';
import { parse } from './parse/index.ts';
import type { IngestCode, IngestResult, Payload, Refusal } from './types.ts';

/** Far more than any article; a larger file is something else. */
const LIMIT_BYTES = 100 * 1024 * 1024;

const refusal = (code: IngestCode, message: string): Refusal => ({ ok: false, code, message });

/** Bytes in, an article out: the whole pipeline. Pure, and never throws for what the bytes hold. */
export function ingest(payload: Payload): IngestResult {
  const { bytes, name, mediaType } = payload;
  const candidate = detectFormat(name, mediaType);
  if (candidate === null) return refusal('not-an-article', 'Not a kind of file that holds an article');
  if (bytes.length > LIMIT_BYTES) return refusal('too-large', 'The file is larger than 100 MB');
  if (bytes.length === 0) return refusal('empty', 'The file is empty');

  const decoded = decode(bytes, mediaType);
  if (isBinary(decoded)) {
    return candidate.isNamed
      ? refusal('not-text', 'The file has the name of a text but holds something else')
      : refusal('not-an-article', 'The file holds no text');
  }
  const text = cleanCharacters(decoded.text);
  if (text.trim() === '') return refusal('empty', 'The file holds nothing but blank space');

  const format = candidate.formatOf(text);
  const parsed = parse(format, text);
  if (parsed.body.text === '') return refusal('only-furniture', 'The file holds no sentence of an article');
  return { ok: true, format, encoding: decoded.encoding, draft: toDraft(parsed, payload) };
}
