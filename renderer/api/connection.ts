/**
 * Whether the engine answers: `lost` may come back by itself; `refused` does not, because the Tearsheet this page came
 * from has ended and another one, or none, is at its address.
 */
export type ConnectionState = 'up' | 'lost' | 'refused';

/** The state of the one connection the page has. */
export interface Connection {
  readonly state: () => ConnectionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (state: ConnectionState) => void;
}

/** Makes a connection that is up until told otherwise. */
export function createConnection(): Connection {
  const listeners = new Set<() => void>();
  let current: ConnectionState = 'up';
  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(state) {
      if (state === current) return;
      current = state;
      for (const listener of listeners) listener();
    },
  };
}
