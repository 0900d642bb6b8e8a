import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SourceKind } from '../../contract/model.ts';

/** Text files above this size are refused before they are read. */
export const LIMIT_BYTES = 64 * 1024 * 1024;

/** Which source an article will belong to; made on first use. */
export interface SourceKey {
  readonly kind: SourceKind;
  readonly key: string;
  readonly name: string;
}

/** Why a file was not even read. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** One file that an import has met and not read yet. */
export interface Candidate {
  /** As the report will name it. */
  readonly path: string;
  readonly name: string;
  readonly source: SourceKey;
  read(): Promise<Uint8Array | Refusal>;
}

export const isRefusal = (value: Uint8Array | Refusal): value is Refusal => !(value instanceof Uint8Array);

export const tooLarge = (sizeBytes: number): Refusal => ({
  code: 'too-large',
  message: `${(sizeBytes / 1024 / 1024).toFixed(0)} MB is more than the 64 MB a text file may have`,
});

/** Opening a FIFO for reading would otherwise wait for a writer. Windows has neither. */
const NON_BLOCKING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file on disk. Only regular files are opened for reading: a pipe would wait for ever. */
export function fileCandidate(path: string, source: SourceKey): Candidate {
  return {
    path,
    name: basename(path),
    source,
    async read() {
      try {
        await using file = await open(path, NON_BLOCKING);
        const stats = await file.stat();
        if (!stats.isFile()) return { code: 'not-a-file', message: 'This is not a regular file' };
        if (stats.size > LIMIT_BYTES) return tooLarge(stats.size);
        return await file.readFile();
      } catch (error) {
        return unreadable(error);
      }
    },
  };
}

/** Bytes that have already arrived. */
export function bytesCandidate(path: string, source: SourceKey, bytes: Uint8Array): Candidate {
  const read = async () => (bytes.byteLength > LIMIT_BYTES ? tooLarge(bytes.byteLength) : bytes);
  return { path, name: basename(path), source, read };
}

/** Something that could not be reached at all: a missing file, a folder that may not be listed. */
export function refusedCandidate(path: string, source: SourceKey, refusal: Refusal): Candidate {
  return { path, name: basename(path), source, read: async () => refusal };
}

/** Says in words for a person why a file or folder could not be read. */
export function unreadable(error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const message = REASONS[code] ?? `It could not be read (${code || String(error)})`;
  return { code: code === 'ENOENT' ? 'not-found' : 'unreadable', message };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EACCES: 'You may not read it',
  EPERM: 'You may not read it',
  ELOOP: 'It is a link that leads back to itself',
  EIO: 'The disk could not read it',
  ENAMETOOLONG: 'Its name is too long',
  ENXIO: 'It is a socket, not a file',
};
