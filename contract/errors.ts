/** Every reason a call can be refused for. Closed: the renderer has one sentence for each. */
export type ErrorCode =
  | 'unknown-method'
  | 'invalid-params'
  | 'not-found'
  /** Asked for at the wrong time: the message says why. */
  | 'not-possible'
  /** An address on the user's own network, to which nobody has said yes. */
  | 'private-address'
  | 'library-newer'
  | 'library-damaged'
  | 'library-busy'
  | 'library-unwritable'
  | 'disk-full'
  | 'worker-died'
  | 'cancelled'
  | 'too-large'
  | 'internal';

/** A refusal that ends a call. Crosses every boundary as `{ code, message }`. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
