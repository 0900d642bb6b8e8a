import type { MessagePort, TransferListItem, Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import type { WireReply, WireRequest } from '../contract/wire.ts';

/** The near end of a channel to another thread. */
export type Port = MessagePort | Worker;

/** A reply with the parts of its result that move instead of being copied. */
interface Answer {
  readonly result: unknown;
  readonly transfer: readonly TransferListItem[];
}

/** Why the far side is gone: it was given up for its time or its memory, it ended by itself, or nobody wants it any more. */
export type EndReason = 'time' | 'memory' | 'crash' | 'closed';

/** What callers of a thread that is gone are told. */
export class WorkerEnd extends AppError {
  readonly reason: EndReason;

  constructor(reason: EndReason, message: string) {
    super('worker-died', message);
    this.name = 'WorkerEnd';
    this.reason = reason;
  }
}

export type Handle = (method: string, params: unknown) => Answer | Promise<Answer>;

export interface Connection {
  /** @throws AppError from the far side, or WorkerEnd once the far side is gone */
  call(method: string, params: unknown, transfer?: readonly TransferListItem[]): Promise<unknown>;
  /** Gives the far side up: calls that wait, and all later ones, are rejected with a WorkerEnd. */
  fail(reason: EndReason, message: string): void;
  /** How many calls wait for an answer. */
  readonly waiting: number;
  /** The far side is gone; it may take a moment longer to be off the list of threads. */
  readonly hasEnded: boolean;
}

type Numbered<T> = T & { readonly id: number };

/** Answers every request that arrives on `port`; what `handle` throws is sent back as data. */
export function serve(port: MessagePort, handle: Handle): void {
  port.on('message', async ({ id, method, params }: Numbered<WireRequest>) => {
    try {
      const { result, transfer } = await handle(method, params);
      port.postMessage({ id, ok: true, result }, [...transfer]);
    } catch (error) {
      port.postMessage({ id, ...failure(error) });
    }
  });
}

/** The reply for a thrown error: refusals keep their code, anything else is `internal` with its message. */
export function failure(error: unknown): WireReply {
  if (error instanceof AppError) return { ok: false, error: { code: error.code, message: error.message } };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ok: false, error: { code: 'internal', message } };
}

/** Sends requests over `port`. When the far side ends, every waiting call is rejected with `worker-died`. */
export function connect(port: Port): Connection {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: AppError) => void }>();
  let lastId = 0;
  let end: WorkerEnd | null = null;

  const fail = (reason: EndReason, message: string) => {
    end ??= new WorkerEnd(reason, message);
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
  };

  port.on('message', ({ id, ...reply }: Numbered<WireReply>) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (reply.ok) caller?.resolve(reply.result);
    else caller?.reject(new AppError(reply.error.code, reply.error.message));
  });
  // A Worker says 'exit', a MessagePort 'close'; an uncaught error in a worker comes before its exit.
  port.on('error', (error: NodeJS.ErrnoException) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', error.message),
  );
  port.on('exit', () => fail('crash', 'The worker ended'));
  port.on('close', () => fail('crash', 'The port closed'));

  return {
    call: (method, params, transfer = []) =>
      new Promise((resolve, reject) => {
        if (end) return reject(end);
        const id = ++lastId;
        try {
          port.postMessage({ id, method, params }, [...transfer]);
        } catch (error) {
          return reject(error);
        }
        waiting.set(id, { resolve, reject });
      }),
    fail,
    get waiting() {
      return waiting.size;
    },
    get hasEnded() {
      return end !== null;
    },
  };
}
