import { AppError, type ErrorCode } from '../../contract/errors.ts';

const sentences: Readonly<Record<Exclude<ErrorCode, 'not-possible'>, string>> = {
  'unknown-method': 'This window is older or newer than the engine behind it. Reload it.',
  'invalid-params': 'Tearsheet did not accept that.',
  'private-address': 'That address is on your own network, and nobody has said yes to it.',
  'not-found': 'That is no longer in the library.',
  'library-newer': 'This library was written by a newer Tearsheet. Update Tearsheet to open it.',
  'library-damaged': 'The library file is damaged. Settings say what is wrong.',
  'library-busy': 'Another program is holding the library. Try again in a moment.',
  'library-unwritable': 'The library’s folder cannot be written to. Nothing was changed.',
  'disk-full': 'The disk is full. Nothing was changed.',
  'worker-died': 'A part of Tearsheet stopped and was started again. Try that once more.',
  cancelled: 'That was cancelled.',
  'too-large': 'That is too large.',
  internal: 'Something went wrong in Tearsheet. Its log says more.',
};

/** One plain sentence for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof AppError)) return 'Tearsheet does not answer. Nothing was changed.';
  // Only its message knows what stands in the way.
  return error.code === 'not-possible' ? `${error.message}.` : sentences[error.code];
}

/** Why something with an address was not done: it is on the own network, and nobody has said yes to that; or else, in a sentence. */
export type AddressRefusal = { readonly kind: 'private' } | { readonly kind: 'refused'; readonly sentence: string };

export const addressRefusal = (error: unknown): AddressRefusal =>
  error instanceof AppError && error.code === 'private-address'
    ? { kind: 'private' }
    : { kind: 'refused', sentence: sentenceOf(error) };

/** Whether something ended because somebody wanted that. */
export const isCancelled = (error: unknown): boolean => error instanceof AppError && error.code === 'cancelled';

/** Whether the engine said that a thing is not there. */
export const isNotFound = (error: unknown): boolean => error instanceof AppError && error.code === 'not-found';
