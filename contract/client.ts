import { AppError } from './errors.ts';
import type { AppEvent } from './events.ts';
import type { MethodName, Params, Result } from './methods.ts';
import type { Transport } from './wire.ts';

/** The typed face of an engine, whatever lies between. */
export interface Client {
  /** @throws AppError with the engine's code and message */
  call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>>;
  subscribe(listener: (event: AppEvent) => void): () => void;
}

/** Makes a client over any transport. */
export function createClient(transport: Transport): Client {
  return {
    async call<M extends MethodName>(method: M, params: Params<M>) {
      const reply = await transport.send({ method, params });
      if (!reply.ok) throw new AppError(reply.error.code, reply.error.message);
      return reply.result as Result<M>;
    },
    subscribe: (listener) => transport.subscribe(listener),
  };
}
