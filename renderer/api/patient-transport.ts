import type { AppEvent } from '../../contract/events.ts';
import type { Transport } from '../../contract/wire.ts';

/** Typing has paused when no letter has come for this long. */
const PAUSE_MS = 300;
/** Somebody who types on and on still hears that something happens. */
const MOST_MS = 1_500;

/** News of what goes on by itself; nobody waits for it. */
const isBackground = ({ type }: AppEvent): boolean => type === 'articles.changed' || type === 'import.progress';

/** Of what is held back only the newest of its kind counts. */
const kindOf = (event: AppEvent): string =>
  event.type === 'import.progress' ? `${event.type} ${event.import.id} ${event.import.state}` : event.type;

/**
 * Holds background events back while somebody types a search: what the window fetches and draws for them would come between a key and its results.
 * @param typing where the letters of searches arrive as `input` events
 */
export function patientTransport(transport: Transport, typing: EventTarget): Transport {
  let typedAt = Number.NEGATIVE_INFINITY;
  typing.addEventListener(
    'input',
    ({ target }) => {
      if (isSearch(target)) typedAt = performance.now();
    },
    { capture: true, passive: true },
  );

  return {
    send: (request) => transport.send(request),
    subscribe(listener) {
      const held = new Map<string, AppEvent>();
      let heldSince = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;

      const release = () => {
        clearTimeout(timer);
        timer = undefined;
        const events = [...held.values()];
        held.clear();
        for (const event of events) listener(event);
      };
      const look = () => {
        const now = performance.now();
        const wait = Math.min(typedAt + PAUSE_MS, heldSince + MOST_MS) - now;
        if (wait <= 0) release();
        else timer = setTimeout(look, wait);
      };
      const unsubscribe = transport.subscribe((event) => {
        if (!isBackground(event)) return listener(event);
        held.delete(kindOf(event));
        held.set(kindOf(event), event);
        if (timer !== undefined) return;
        heldSince = performance.now();
        look();
      });
      return () => {
        clearTimeout(timer);
        unsubscribe();
      };
    },
  };
}

const isSearch = (target: EventTarget | null): boolean =>
  target !== null && 'type' in target && target.type === 'search';
