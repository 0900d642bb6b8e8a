import type { Transport, WireReply } from '../../contract/wire.ts';
import type { Connection } from './connection.ts';
import { openEventStream } from './event-stream.ts';
import { reloadWhenNew } from './reload-when-new.ts';

/** Reaches the engine from an ordinary browser tab: one POST per call, one event stream per browser. */
export function httpTransport(connection: Connection): Transport {
  const subscribe = openEventStream(connection);
  subscribe(({ type }) => {
    // When that fails the engine has gone again, and the next return asks anew.
    if (type === 'reconnected') reloadWhenNew().catch(() => {});
  });
  return {
    send: async (request): Promise<WireReply> => {
      const response = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      if (!response.ok)
        return { ok: false, error: { code: 'internal', message: `The engine answered ${response.status}` } };
      return response.json();
    },
    subscribe,
  };
}
