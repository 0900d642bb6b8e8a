import { setTimeout as sleep } from 'node:timers/promises';

/** Lets an import give way to people who wait for an answer. */
export interface Courtesy {
  /** Somebody has asked for something and looks at the screen for it. */
  asked(): void;
  /** Resolves when nobody has asked for a moment; after a while also when somebody goes on asking, so that an import gets on. */
  turn(): Promise<void>;
}

/** Longer than the pause between two keys. */
const QUIET_MS = 250;
const MOST_MS = 1_000;

export function createCourtesy(now: () => number, quietMs = QUIET_MS, mostMs = MOST_MS): Courtesy {
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    asked() {
      askedAt = now();
    },
    async turn() {
      const since = now();
      for (;;) {
        const wait = Math.min(askedAt + quietMs, since + mostMs) - now();
        if (wait <= 0) return;
        await sleep(wait);
      }
    },
  };
}
