import { AppError } from '../../contract/errors.ts';
import { LIMIT_BYTES } from '../../ingest/limits.ts';
import type { FileOnDisk } from './candidate.ts';
import { openerOf } from './containers/index.ts';
import { openSpool } from './containers/spooled-pieces.ts';
import { readFrames, type UploadedFile } from './frames.ts';
import { isRefusal, type Refusal, skipped } from './refusal.ts';

/** Frames of many small files are agreed to be about 4 MB; a body far beyond that is not one of ours. */
const FRAMES_LIMIT_BYTES = 16 * 1024 * 1024;

/** What came in one request. Pictures are kept for the pages that follow; anything else is to be imported. */
export interface ReceivedUpload {
  readonly role: 'files' | 'pictures';
  readonly files: readonly ReceivedFile[];
}

/** In memory; an archive, which may be of any size, is on disk, if there was room for it. */
export type ReceivedFile = UploadedFile | { readonly path: string; readonly spooled: FileOnDisk | Refusal };

interface ReceiveOptions {
  readonly spoolFolder: string;
  /** Called for each piece of an archive. @returns whether the rest of it is still wanted */
  readonly onPiece: (bytes: number) => boolean;
}

/** How large a request says it is; 0 when it does not. */
export const statedLength = (request: Request): number => Number(request.headers.get('content-length')) || 0;

/**
 * Reads one upload: many small files framed in one body, or one large file alone.
 * @throws AppError `invalid-params` or `too-large`
 */
export async function receiveUpload(request: Request, options: ReceiveOptions): Promise<ReceivedUpload> {
  const role = request.headers.get('x-tearsheet-role') === 'pictures' ? 'pictures' : 'files';
  return { role, files: await receiveFiles(request, role, options) };
}

async function receiveFiles(
  request: Request,
  role: ReceivedUpload['role'],
  options: ReceiveOptions,
): Promise<readonly ReceivedFile[]> {
  if (request.headers.get('content-type') === 'application/x-tearsheet-files')
    return [...readFrames(await readBody(request, FRAMES_LIMIT_BYTES))];
  const encoded = request.headers.get('x-tearsheet-path');
  if (!encoded) throw new AppError('invalid-params', 'The upload does not say which file it is');
  const path = decodePath(encoded);
  if (role === 'files' && openerOf(path.slice(path.lastIndexOf('/') + 1)) !== null)
    return [{ path, spooled: await spool(request, options) }];
  // One byte more than a file may have: the candidate then says that it is too large, and the report names it.
  return [{ path, bytes: await readBody(request, LIMIT_BYTES + 1, 'cut') }];
}

/** Puts a body on disk as it comes. Without room for it, it is heard out and dropped. */
async function spool(request: Request, { spoolFolder, onPiece }: ReceiveOptions): Promise<FileOnDisk | Refusal> {
  const opened = await openSpool(spoolFolder, statedLength(request));
  let refusal: Refusal | null = isRefusal(opened) ? opened : null;
  try {
    for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      if (!onPiece(piece.byteLength)) refusal ??= NOT_WANTED;
      if (!refusal && !isRefusal(opened)) refusal = await opened.write(piece);
    }
  } catch (error) {
    // Who sends has gone: there is nobody left to answer.
    if (!isRefusal(opened)) await opened.drop();
    throw error;
  }
  if (isRefusal(opened)) return opened;
  if (!refusal) return opened.end();
  await opened.drop();
  return refusal;
}

const NOT_WANTED = skipped('cancelled', 'The import was cancelled');

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
