import { cleanCharacters } from './clean/characters.ts';
import { misnamedArchive } from './detect/archives.ts';
import { decode } from './detect/charset.ts';
import { detectFormat, NOT_AN_ARTICLE } from './detect/format.ts';
import { isBinary } from './detect/is-binary.ts';
import { formatOfBytes } from './detect/signatures.ts';
import { isWire } from './detect/wire.ts';
import { joinedNotes, leftOutNote } from './images/left-out.ts';
import { inStep } from './in-step.ts';
import { LIMIT_BYTES, TOO_DEEP, tooLargeMessage } from './limits.ts';
import { toDraft } from './normalise/article.ts';
import { identify } from './normalise/identity.ts';
import { parse } from './parse/index.ts';
import { refused } from './refused.ts';
import type { Format, IngestResult, Payload } from './types.ts';

/** Bytes in, an article out, or the several files it is made of: the whole pipeline. Pure, and never rejects for what the bytes hold. */
export async function ingest(payload: Payload): Promise<IngestResult> {
  const { bytes, name, mediaType } = payload;
  const candidate = detectFormat(name, mediaType);
  if (candidate === null) return refused('not-an-article', NOT_AN_ARTICLE);
  if (bytes.length > LIMIT_BYTES) return refused('too-large', tooLargeMessage(bytes.length));
  if (bytes.length === 0) return refused('empty', 'The file is empty');
  const binary = formatOfBytes(bytes) ?? candidate.formatOfBytes?.(bytes) ?? null;
  if (binary !== null) return read(binary, NO_ENCODING, '', payload);

  const decoded = decode(bytes, mediaType, candidate.mayBeMarkup(bytes));
  // Its control characters are what it is read by.
  if (isWire(bytes)) return read('wire', decoded.encoding, decoded.text, payload);
  const text = cleanCharacters(decoded.text);
  // What is not text by its characters holds some that are cleaned away, or that no encoding explains.
  if ((text !== decoded.text || text.includes('\uFFFD')) && isBinary(decoded)) {
    const archive = misnamedArchive(name, bytes);
    return candidate.isNamed
      ? refused('not-text', archive ?? 'The file has the name of a text but holds something else')
      : refused('not-an-article', archive ?? 'The file holds no text');
  }
  if (text.trim() === '') return refused('empty', 'The file holds nothing but blank space');

  const format = candidate.formatOf(text);
  if (format === null) return refused('not-an-article', NOT_AN_ARTICLE);
  return read(format, decoded.encoding, text, payload);
}

/** What stands for an encoding where the bytes are no text. */
const NO_ENCODING = 'binary';

async function read(format: Format, encoding: string, text: string, payload: Payload): Promise<IngestResult> {
  const parsed = await parse(format, { ...payload, text });
  if ('ok' in parsed) return parsed;
  const { body, isCut, isWithoutText, assets, uid = null, guid = null, isAddressShared = false } = parsed;
  if (body.text === '' && isCut) return refused('too-deep', TOO_DEEP);
  if (body.text === '' && !isWithoutText) return refused('only-furniture', 'The file holds no sentence of an article');
  await inStep;
  const draft = toDraft(parsed, payload);
  await inStep;
  const source = parsed.source ?? payload.stated?.source ?? null;
  return {
    ok: true,
    format,
    encoding,
    draft,
    identity: identify(draft, payload.bytes, { uid, guid, isAddressShared }),
    assets,
    guid,
    source,
    note: joinedNotes(parsed.note, leftOutNote(parsed.picturesLeftOut ?? [])),
  };
}
