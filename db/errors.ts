import { AppError, type ErrorCode } from '../contract/errors.ts';
import { type LibraryFiles, newestCopy } from './library-files.ts';

const REFUSALS: readonly (readonly [RegExp, ErrorCode, string])[] = [
  [/^SQLITE_FULL/, 'disk-full', 'The disk is full: nothing was changed'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'library-busy', 'Another program keeps the library busy: nothing was changed'],
  [
    /^SQLITE_READONLY|^SQLITE_PERM|^SQLITE_CANTOPEN|^SQLITE_AUTH/,
    'library-unwritable',
    'The library cannot be written to',
  ],
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB/, 'library-damaged', 'The library’s file is damaged'],
  [/^SQLITE_IOERR/, 'library-unwritable', 'The disk that holds the library reports an error'],
];

/** Known by its name: whoever only calls the store does not load SQLite for it. */
const isSqliteError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && error.name === 'SqliteError' && 'code' in error;

/** Turns what SQLite reports of the world (disk, rights, locks, damage) into a refusal; anything else stays what it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    const code = error.code === 'ENOSPC' ? 'disk-full' : 'library-unwritable';
    return new AppError(code, `It cannot be written there: ${error.message}`, { cause: error });
  }
  if (!isSqliteError(error)) return error;
  const refusal = REFUSALS.find(([pattern]) => pattern.test(error.code));
  if (!refusal) return error;
  const [, code, sentence] = refusal;
  return new AppError(code, `${sentence} (${error.code})`, { cause: error });
}

/** Adds to a report of damage which copy there is to go back to. */
export function withCopy(error: unknown, files: LibraryFiles): unknown {
  if (!(error instanceof AppError) || error.code !== 'library-damaged') return error;
  return new AppError('library-damaged', `${error.message}. ${copyAdvice(files)}`, { cause: error });
}

export function copyAdvice(files: LibraryFiles): string {
  const copy = newestCopy(files);
  return copy ? `The newest copy of the library is ${copy}` : 'There is no copy of the library in its folder';
}
