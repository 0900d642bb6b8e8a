import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { NOTHING } from './bytes-in-order.ts';
import { type Fields, fieldsOf, headEnd, linesOf } from './fields.ts';

/** What a server answered, without what it sent. */
export interface HttpHead {
  readonly status: number;
  readonly fields: Fields;
  /** Where what it sent begins. */
  readonly end: number;
}

/** Reads the head of an answer; null where none stands. */
export function httpHeadOf(block: Buffer): HttpHead | null {
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(block.toString('latin1', 0, 32))?.[1];
  if (status === undefined) return null;
  const end = headEnd(block);
  if (end < 0) return null;
  return { status: Number(status), fields: fieldsOf(linesOf(block.subarray(0, end)).slice(1)), end };
}

export const mediaTypeOf = (contentType: string | undefined): string =>
  contentType?.split(/[;,]/)[0]?.trim().toLowerCase() ?? '';

/** What was sent as it was before it was made ready to be sent; null when that cannot be undone, `too-large` when it is more than `maxBytes`. */
export async function contentOf(fields: Fields, sent: Buffer, maxBytes: number): Promise<Buffer | 'too-large' | null> {
  let content = isChunked(fields) ? joined(sent) : sent;
  const codings = (fields.get('content-encoding') ?? '').toLowerCase().split(',');
  // More than two are nobody's.
  for (const coding of codings
    .map((name) => name.trim())
    .reverse()
    .slice(0, 3)) {
    const decoders = DECODERS[coding];
    if (!decoders) continue;
    const decoded = await decodedBy(decoders, content, maxBytes);
    if (decoded === null || decoded === 'too-large') return decoded;
    content = decoded;
  }
  return content.length > maxBytes ? 'too-large' : content;
}

const isChunked = (fields: Fields): boolean => /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '');

type Decoder = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const GZIP: Decoder = promisify(gunzip);

/** By the name a server gives them. `deflate` is meant in two ways. */
const DECODERS: Readonly<Record<string, readonly Decoder[]>> = {
  gzip: [GZIP],
  'x-gzip': [GZIP],
  deflate: [promisify(inflate), promisify(inflateRaw)],
  br: [promisify(brotliDecompress)],
  zstd: [promisify(zstdDecompress)],
};

async function decodedBy(
  decoders: readonly Decoder[],
  bytes: Buffer,
  maxOutputLength: number,
): Promise<Buffer | 'too-large' | null> {
  if (bytes.length === 0) return NOTHING;
  for (const decoder of decoders) {
    try {
      return await decoder(bytes, { maxOutputLength });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
    }
  }
  // Archives are made that keep what was decoded under the head that says how it was coded.
  return isReadable(bytes) ? bytes : null;
}

/** Whether bytes begin as markup or as a picture does, and so need no decoding. */
const isReadable = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<|^%PDF-|^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF/.test(bytes.toString('latin1', 0, 256));

const SIZE_LINE = /^\s*([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i;
const SIZE_LINE_CHARACTERS = 512;
/** Far more than a page is sent in. */
const MAX_CHUNKS = 200_000;

/** Joins chunks. What is no chunk, though the head says so, is taken as it is: programs keep the head of what they joined. */
function joined(sent: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < sent.length && chunks.length < MAX_CHUNKS) {
    const [line, size = ''] = SIZE_LINE.exec(sent.toString('latin1', at, at + SIZE_LINE_CHARACTERS)) ?? [];
    if (line === undefined) break;
    const start = at + line.length;
    const end = start + Number.parseInt(size, 16);
    if (end === start) return Buffer.concat(chunks);
    // What follows a chunk is the end of a line; else it was none.
    if (end < sent.length && sent[end] !== 0x0d && sent[end] !== 0x0a) break;
    chunks.push(sent.subarray(start, end));
    at = end;
  }
  return Buffer.concat([...chunks, sent.subarray(at)]);
}
