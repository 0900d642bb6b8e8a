import type { Handlers } from '../contract/methods.ts';
import type { Circumstances } from '../contract/model.ts';
import type { Store } from '../db/store.ts';
import type { EventBus } from './events.ts';

/** How much is fetched that nobody asks for: feeds half as often, or nothing at all. */
export type ByItself = 'all' | 'half' | 'nothing';

export interface CircumstancesKept {
  readonly calls: Pick<Handlers, 'net.circumstances'>;
  /** As things are, and as its person wants it. */
  byItself(): Promise<ByItself>;
}

/** Keeps what a window last told of its computer. Without one nothing is known, and nothing held back. */
export function createCircumstances(store: Pick<Store, 'settings'>, events: EventBus): CircumstancesKept {
  let told: Circumstances = { isOnBattery: false, isMetered: false };
  return {
    calls: {
      'net.circumstances': async ({ isOnBattery, isMetered }) => {
        const isNew = isOnBattery !== told.isOnBattery || isMetered !== told.isMetered;
        told = { isOnBattery, isMetered };
        if (isNew) events.emit({ type: 'net.changed' });
        return null;
      },
    },
    async byItself() {
      if (!told.isMetered && !told.isOnBattery) return 'all';
      const { fetchesOnBattery, fetchesOnMetered } = await store.settings();
      if (told.isMetered && !fetchesOnMetered) return 'nothing';
      return told.isOnBattery && !fetchesOnBattery ? 'half' : 'all';
    },
  };
}
