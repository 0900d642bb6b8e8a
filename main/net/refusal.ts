import type { NetFailure } from '../../contract/ledger.ts';

/** Why a request gives nothing, in words for a person. */
export class Refusal extends Error {
  readonly code: NetFailure;

  constructor(code: NetFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refusal';
    this.code = code;
  }
}
