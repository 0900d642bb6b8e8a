import type { IngestCode, Refusal } from '../types.ts';

/** Why a zip file, or something in it, cannot be read. Thrown, as those who read it are libraries as often as not. */
export class ZipError extends Error {
  readonly refusal: Refusal;

  constructor(code: IngestCode, message: string) {
    super(message);
    this.refusal = { ok: false, code, message };
  }
}
