import type { ErrorCode } from './errors.ts';
import type { AppEvent } from './events.ts';

/** One call, as it travels over IPC, HTTP and between threads. */
export interface WireRequest {
  readonly method: string;
  readonly params: unknown;
}

/** One answer. Errors are data, because not every boundary keeps an Error whole. */
export type WireReply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

/** How a client reaches an engine. `send` does not reject for a refused call; it does when the host is gone. */
export interface Transport {
  send(request: WireRequest): Promise<WireReply>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: AppEvent) => void): () => void;
}
