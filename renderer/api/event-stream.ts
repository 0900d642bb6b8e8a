import type { AppEvent } from '../../contract/events.ts';
import type { Connection, ConnectionState } from './connection.ts';

const REFUSED_RETRY_MS = 5_000;

type Listener = (event: AppEvent) => void;
type Shared = { readonly event: AppEvent } | { readonly state: ConnectionState };

/**
 * The engine's events in a browser. A browser opens only six connections to one address, so of all tabs one holds the
 * stream and tells the others; when it closes, the next takes over and says `reconnected`.
 */
export function openEventStream(connection: Connection): (listener: Listener) => () => void {
  const listeners = new Set<Listener>();
  const channel = new BroadcastChannel('tearsheet-events');
  const tell = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };
  const tellAll = (event: AppEvent) => {
    tell(event);
    channel.postMessage({ event } satisfies Shared);
  };
  const setState = (state: ConnectionState) => {
    connection.set(state);
    channel.postMessage({ state } satisfies Shared);
  };

  channel.addEventListener('message', ({ data }: MessageEvent<Shared>) => {
    if ('event' in data) tell(data.event);
    else connection.set(data.state);
  });

  const started = performance.now();
  void navigator.locks.request('tearsheet-events', () => {
    // A lock granted late was held by a tab that has gone; what it would have told in between is not known.
    let wasLost = performance.now() - started > 1_000;
    const connect = () => {
      const stream = new EventSource('/events');
      stream.addEventListener('open', () => {
        setState('up');
        if (wasLost) tellAll({ type: 'reconnected' });
        wasLost = false;
      });
      stream.addEventListener('message', ({ data }: MessageEvent<string>) => tellAll(JSON.parse(data)));
      stream.addEventListener('error', () => {
        wasLost = true;
        // A browser tries again by itself unless it was refused outright.
        const isRefused = stream.readyState === EventSource.CLOSED;
        setState(isRefused ? 'refused' : 'lost');
        if (isRefused) setTimeout(connect, REFUSED_RETRY_MS);
      });
    };
    connect();
    return new Promise<never>(() => {});
  });

  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}
