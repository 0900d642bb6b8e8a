/** Whether the engine answers. One for the whole page, because there is one engine. */
export interface Connection {
  readonly isLost: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (isLost: boolean) => void;
}

/** Makes a connection that is up until told otherwise. */
export function createConnection(): Connection {
  const listeners = new Set<() => void>();
  let lost = false;
  return {
    isLost: () => lost,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(isLost) {
      if (isLost === lost) return;
      lost = isLost;
      for (const listener of listeners) listener();
    },
  };
}
