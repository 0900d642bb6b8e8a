import type { Handlers } from '../contract/methods.ts';
import type { EpochMs } from '../contract/model.ts';
import type { Store } from '../db/store.ts';
import type { EventBus } from './events.ts';

type SpaceCalls = Pick<Handlers, Extract<keyof Handlers, `space.${string}`>>;

export interface Keeping {
  readonly calls: SpaceCalls;
  /** Lets go of what the rules of feeds do not keep. @returns how many articles went */
  apply(): Promise<number>;
}

/** What takes the space of the library, and what of it goes: by the rules of feeds, or when somebody says so. */
export function createKeeping(store: Store, events: EventBus, now: () => EpochMs): Keeping {
  const portions = async (next: () => Promise<number>): Promise<number> => {
    let all = 0;
    for (let count = await next(); count > 0; count = await next()) all += count;
    if (all > 0) events.articlesChanged();
    return all;
  };
  return {
    calls: {
      'space.report': () => store.space(),
      'space.preview': (choice) => store.cleanUpPreview(choice, now()),
      'space.clean': async (choice) => {
        const cleaned = await store.cleanUpPreview(choice, now());
        await portions(() => store.cleanUp(choice));
        return cleaned;
      },
      'space.giveBack': () => store.giveBack(),
    },
    apply: () => portions(() => store.applyKeeping()),
  };
}
