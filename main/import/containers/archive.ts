import { failed, type Refusal } from '../refusal.ts';

/** One file in an archive. */
export interface ArchiveEntry {
  /** As the archive names it, with `/` between folders; not to be trusted. */
  readonly name: string;
  /** Unpacked, as the archive says: it may lie. */
  readonly sizeBytes: number;
  /** Why it is not read, as far as that is known before. */
  readonly refusal: Refusal | null;
}

/** Files in a file, in its order, each of them to be read by itself at any time. */
export interface Archive<E extends ArchiveEntry = ArchiveEntry> {
  readonly entries: readonly E[];
  /** Why not all of them could be listed; null when they could. */
  readonly problem: Refusal | null;
  /** Unpacks one whole. Never makes more than `limitBytes`. */
  read(entry: E, limitBytes: number): Promise<Uint8Array | Refusal>;
  /** Unpacks one piece by piece. @throws CannotUnpack when it cannot go on */
  pieces(entry: E): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Ends the unpacking of a file with what the report is to say of it. */
export class CannotUnpack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export const ENCRYPTED = failed('encrypted', 'It is encrypted, and its password is not asked for: unpack it first');
export const DAMAGED = failed('malformed', 'Its bytes are not what the archive says they are: it is damaged');
export const CUT_SHORT = failed('malformed', 'The archive is cut short: its end is missing');
/** Of a file that has the name of an archive. */
export const NO_ARCHIVE = failed('not-an-archive', 'It has the name of an archive but holds something else');
export const OVERLAPPING = failed(
  'malformed',
  'It shares its bytes with another file of the archive, as no archive that was made to be read',
);
export const unsupported = (message: string): Refusal => failed('unsupported', message);
