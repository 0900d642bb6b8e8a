import { setTimeout as sleep } from 'node:timers/promises';

/** Lets imports give way to people who wait for an answer. */
export interface Courtesy {
  /** Somebody has asked for something and looks at the screen for it. */
  asked(): void;
  /**
   * Resolves when nobody has asked for a moment. While somebody goes on asking, one turn is given now and then, so that imports get on.
   * Turns are given in the order they were asked for.
   */
  turn(): Promise<void>;
}

/** Longer than the pause between two keys. */
const QUIET_MS = 250;
const MOST_MS = 1_000;

/** @param now milliseconds that never go back */
export function createCourtesy(now: () => number, quietMs = QUIET_MS, mostMs = MOST_MS): Courtesy {
  let askedAt = Number.NEGATIVE_INFINITY;
  let last: Promise<void> = Promise.resolve();

  const wait = async () => {
    const since = now();
    for (;;) {
      const left = Math.min(askedAt + quietMs, since + mostMs) - now();
      if (left <= 0) return;
      await sleep(left);
    }
  };

  return {
    asked() {
      askedAt = now();
    },
    turn() {
      last = last.then(wait);
      return last;
    },
  };
}
