import { AppError } from '../../contract/errors.ts';
import { LIMIT_BYTES } from '../../ingest/limits.ts';
import { readFrames, type UploadedFile } from './frames.ts';

/** Frames of many small files are agreed to be about 4 MB; a body far beyond that is not one of ours. */
const FRAMES_LIMIT_BYTES = 16 * 1024 * 1024;

/** What came in one request. Pictures are kept for the pages that follow; anything else is to be imported. */
export interface ReceivedUpload {
  readonly role: 'files' | 'pictures';
  readonly files: readonly UploadedFile[];
}

/**
 * Reads one upload: many small files framed in one body, or one large file alone.
 * @throws AppError `invalid-params` or `too-large`
 */
export async function receiveUpload(request: Request): Promise<ReceivedUpload> {
  const role = request.headers.get('x-tearsheet-role') === 'pictures' ? 'pictures' : 'files';
  return { role, files: await receiveFiles(request) };
}

async function receiveFiles(request: Request): Promise<readonly UploadedFile[]> {
  if (request.headers.get('content-type') === 'application/x-tearsheet-files')
    return [...readFrames(await readBody(request, FRAMES_LIMIT_BYTES))];
  const encoded = request.headers.get('x-tearsheet-path');
  if (!encoded) throw new AppError('invalid-params', 'The upload does not say which file it is');
  // One byte more than a file may have: the candidate then says that it is too large, and the report names it.
  return [{ path: decodePath(encoded), bytes: await readBody(request, LIMIT_BYTES + 1, 'cut') }];
}

function decodePath(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new AppError('invalid-params', 'The name of the upload is not encoded as agreed');
  }
}

/** Reads a body whole. What lies beyond the limit is read and dropped: a sender that is not heard out cannot be answered. */
async function readBody(
  request: Request,
  limitBytes: number,
  beyond: 'refuse' | 'cut' = 'refuse',
): Promise<Uint8Array> {
  const isRefused = (size: number) => beyond === 'refuse' && size > limitBytes;
  if (isRefused(Number(request.headers.get('content-length')))) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    if (size < limitBytes) chunks.push(chunk.subarray(0, limitBytes - size));
    size += chunk.byteLength;
  }
  if (isRefused(size)) throw tooLarge();
  return Buffer.concat(chunks);
}

const tooLarge = () => new AppError('too-large', 'The upload is larger than agreed');
