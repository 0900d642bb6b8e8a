import type { AppEvent } from '../contract/events.ts';

/** How long `articles.changed` is gathered after the first; longer while changes go on, for every window fetches anew what it shows. */
const GATHER_MS = 400;
const GATHER_ON_MS = 1_000;

export interface EventBus {
  emit(event: AppEvent): void;
  /** The first change is told at once, those that follow within 400 ms together, and as long as they go on once a second. */
  articlesChanged(): void;
  subscribe(listener: (event: AppEvent) => void): () => void;
  close(): void;
}

/** Carries events to every host. A listener that throws is the listener's fault and stops no other. */
export function createEventBus(onListenerError: (error: unknown) => void): EventBus {
  const listeners = new Set<(event: AppEvent) => void>();
  let gathering: NodeJS.Timeout | null = null;
  let isPending = false;

  const emit = (event: AppEvent) => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        onListenerError(error);
      }
    }
  };

  const gathered = () => {
    gathering = null;
    if (!isPending) return;
    isPending = false;
    tellChange(GATHER_ON_MS);
  };

  const tellChange = (gatherMs: number) => {
    emit({ type: 'articles.changed' });
    gathering = setTimeout(gathered, gatherMs);
    gathering.unref();
  };

  return {
    emit,
    articlesChanged() {
      if (gathering) isPending = true;
      else tellChange(GATHER_MS);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (gathering) clearTimeout(gathering);
      listeners.clear();
    },
  };
}
