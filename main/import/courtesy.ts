import { setTimeout as sleep } from 'node:timers/promises';

/** Lets imports give way to people who wait for an answer. */
export interface Courtesy {
  /** Somebody has asked for something and looks at the screen for it. */
  asked(): void;
  /**
   * Does a piece of work when nobody has asked for a moment. While somebody goes on asking, one is done now and then, so that imports get on.
   * Pieces are begun in the order they came, and no more at once than there are threads for: what has begun is not held up.
   */
  turn<T>(work: () => Promise<T>): Promise<T>;
}

/** Longer than the pause between two keys of somebody who looks for each of them. */
const QUIET_MS = 600;
/** Few type for so long without a pause. */
const MOST_MS = 2_000;

/**
 * @param now milliseconds that never go back
 * @param atOnce how many pieces may be under way
 */
export function createCourtesy(now: () => number, atOnce: number, quietMs = QUIET_MS, mostMs = MOST_MS): Courtesy {
  let askedAt = Number.NEGATIVE_INFINITY;
  let last: Promise<unknown> = Promise.resolve();
  const underWay = new Set<Promise<unknown>>();

  const place = async () => {
    while (underWay.size >= atOnce) await Promise.race(underWay);
  };
  const quiet = async () => {
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
    turn(work) {
      const mayBegin = last.then(place).then(quiet);
      const done = mayBegin.then(work);
      const forget = () => underWay.delete(ended);
      const ended: Promise<unknown> = done.then(forget, forget);
      last = mayBegin.then(() => underWay.add(ended));
      return done;
    },
  };
}
