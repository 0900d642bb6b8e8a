import { AppError } from '../../contract/errors.ts';

/** One file of an upload. */
export interface UploadedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const MAX_HEADER_BYTES = 8_192;

/**
 * Takes apart many small files sent in one body. Each is: length of the header (4 bytes, big-endian), the header
 * (JSON, `{"path","size"}`), then `size` bytes.
 * @throws AppError `invalid-params` when the frames do not add up
 */
export function* readFrames(body: Uint8Array): Generator<UploadedFile> {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  while (at < body.byteLength) {
    const headerLength = at + 4 <= body.byteLength ? view.getUint32(at) : Number.POSITIVE_INFINITY;
    const headerEnd = at + 4 + headerLength;
    if (headerLength > MAX_HEADER_BYTES || headerEnd > body.byteLength) throw broken();
    const { path, size } = readHeader(utf8, body.subarray(at + 4, headerEnd));
    at = headerEnd + size;
    if (at > body.byteLength) throw broken();
    yield { path, bytes: body.subarray(headerEnd, at) };
  }
}

function readHeader(utf8: InstanceType<typeof TextDecoder>, bytes: Uint8Array): { path: string; size: number } {
  let header: unknown;
  try {
    header = JSON.parse(utf8.decode(bytes));
  } catch {
    throw broken();
  }
  if (typeof header !== 'object' || header === null) throw broken();
  const { path, size } = header as { path?: unknown; size?: unknown };
  if (typeof path !== 'string' || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw broken();
  return { path, size };
}

const broken = () => new AppError('invalid-params', 'The upload is cut short or not framed as agreed');
