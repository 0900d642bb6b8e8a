import { BOMB_MESSAGE, MOST_TIMES } from '../../../ingest/limits.ts';
import { failed, type Refusal } from '../refusal.ts';

/** What may still be unpacked for the sake of one file that was given, however deep archives lie within it. */
export interface Budget {
  /** Counts bytes that have been unpacked. @returns why no more are to be; null while they may */
  spend(bytes: number): Refusal | null;
  /** Counts a file that was met, alike. */
  meet(): Refusal | null;
  /** Why nothing more is unpacked; null while there is no reason. */
  readonly refusal: Refusal | null;
}

/** Below this a ratio says nothing: a small file of blanks is no attack. */
const HARMLESS_BYTES = 512 * 1024 * 1024;
/** More than the archive of anybody's reading holds. */
const MOST_BYTES = 256 * 1024 * 1024 * 1024;
const MOST_FILES = 1_000_000;

/** @param packedBytes size of the file that was given */
export function createBudget(packedBytes: number): Budget {
  const most = Math.min(Math.max(HARMLESS_BYTES, packedBytes * MOST_TIMES), MOST_BYTES);
  let bytesSpent = 0;
  let filesMet = 0;
  let refusal: Refusal | null = null;
  return {
    spend(bytes) {
      bytesSpent += bytes;
      if (bytesSpent > most) refusal ??= beyond(`more than ${Math.round(most / 1024 / 1024).toLocaleString('en')} MB`);
      return refusal;
    },
    meet() {
      if (++filesMet > MOST_FILES) refusal ??= beyond(`more than ${MOST_FILES.toLocaleString('en')} files`);
      return refusal;
    },
    get refusal() {
      return refusal;
    },
  };
}

const beyond = (what: string): Refusal =>
  failed('bomb', `The archive unpacks to ${what}; the rest of it was not unpacked`);

export const BOMB = failed('bomb', BOMB_MESSAGE);
