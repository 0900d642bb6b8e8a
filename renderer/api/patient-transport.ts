import type { AppEvent } from '../../contract/events.ts';
import type { Transport } from '../../contract/wire.ts';
import type { Typing } from './typing.ts';

/** News of what goes on by itself; nobody waits for it. */
const BACKGROUND: ReadonlySet<AppEvent['type']> = new Set([
  'articles.changed',
  'feeds.changed',
  'sync.progress',
  'import.progress',
  'reread.progress',
  'enclosure.progress',
]);

/** Of what is held back only the newest of its kind counts. */
const kindOf = (event: AppEvent): string =>
  event.type === 'import.progress'
    ? `${event.type} ${event.import.id} ${event.import.state}`
    : event.type === 'enclosure.progress'
      ? `${event.type} ${event.enclosure.articleId} ${event.enclosure.url} ${event.enclosure.isRunning}`
      : event.type;

/** Holds background events back while somebody types a search: what the window fetches and draws for them would come between a key and its results. */
export function patientTransport(transport: Transport, typing: Typing): Transport {
  return {
    send: (request) => transport.send(request),
    subscribe(listener) {
      const held = new Map<string, AppEvent>();
      let heldSince = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;

      const look = () => {
        const wait = typing.msLeft(heldSince);
        if (wait > 0) {
          timer = setTimeout(look, wait);
          return;
        }
        timer = undefined;
        const events = [...held.values()];
        held.clear();
        for (const event of events) listener(event);
      };
      const unsubscribe = transport.subscribe((event) => {
        if (!BACKGROUND.has(event.type)) return listener(event);
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
