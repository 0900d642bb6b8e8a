import { close, fstat, open, read } from 'node:fs';
import { promisify } from 'node:util';

const openFile = promisify(open);
const readInto = promisify(read);
const closeFile = promisify(close);
const statFile = promisify(fstat);

/** A file that is read at any place. */
export interface OpenFile {
  readonly sizeBytes: number;
  /** As many bytes as there are, at most `length`. */
  readAt(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** @param signal with it, reading ends */
export async function openAt(location: string | Buffer, signal: AbortSignal | null): Promise<OpenFile> {
  const fd = await openFile(location, 'r');
  const { size: sizeBytes } = await statFile(fd);
  return {
    sizeBytes,
    async readAt(position, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, sizeBytes - position)));
      let filled = 0;
      while (filled < bytes.byteLength) {
        signal?.throwIfAborted();
        const { bytesRead } = await readInto(fd, bytes, filled, bytes.byteLength - filled, position + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    },
    close: () => closeFile(fd),
  };
}

const PIECE_BYTES = 256 * 1024;

/** A stretch of a file, piece by piece. */
export async function* piecesAt(file: OpenFile, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; ) {
    const piece = await file.readAt(start + at, Math.min(PIECE_BYTES, length - at));
    if (piece.byteLength === 0) return;
    at += piece.byteLength;
    yield piece;
  }
}
