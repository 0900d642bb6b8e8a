import type { AppEvent } from '../contract/events.ts';

/** How long a burst of `articles.changed` is gathered after the first. */
const GATHER_MS = 400;

export interface EventBus {
  emit(event: AppEvent): void;
  /** The first change is told at once, those that follow within 400 ms together. */
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
    tellChange();
  };

  const tellChange = () => {
    emit({ type: 'articles.changed' });
    gathering = setTimeout(gathered, GATHER_MS);
    gathering.unref();
  };

  return {
    emit,
    articlesChanged() {
      if (gathering) isPending = true;
      else tellChange();
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
