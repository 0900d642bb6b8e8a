import { tooLargeMessage } from '../../ingest/limits.ts';

/** Why a file was not even read. */
export interface Refusal {
  /** `skipped`: not an article file; `failed`: one that could not be read. */
  readonly status: 'skipped' | 'failed';
  readonly code: string;
  readonly message: string;
}

export const isRefusal = (value: object): value is Refusal => 'status' in value && 'code' in value;

export const failed = (code: string, message: string): Refusal => ({ status: 'failed', code, message });
export const skipped = (code: string, message: string): Refusal => ({ status: 'skipped', code, message });

export const NOT_A_FILE = skipped('not-a-file', 'This is not a regular file');
export const EMPTY = failed('empty', 'The file is empty');
/** Of files that hold others. */
export const NOTHING_IN_IT = skipped('not-an-article', 'There is no article in it');
export const tooLarge = (sizeBytes: number): Refusal => failed('too-large', tooLargeMessage(sizeBytes));

/** Says in words for a person why a file or folder could not be read. */
export function unreadable(error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  // What a socket answers to being opened.
  if (code === 'ENXIO') return NOT_A_FILE;
  const message = REASONS[code] ?? `It could not be read (${code || String(error)})`;
  return failed(code === 'ENOENT' ? 'not-found' : 'unreadable', message);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EACCES: 'You may not read it',
  EPERM: 'You may not read it',
  ELOOP: 'It is a link that leads back to itself',
  EIO: 'The disk could not read it',
  ENAMETOOLONG: 'Its name is too long',
};
