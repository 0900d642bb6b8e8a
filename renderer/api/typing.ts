/** Typing has paused when no letter has come for this long. */
const PAUSE_MS = 300;
/** Somebody who types on and on does not hold everything else up for ever. */
const MOST_MS = 1_500;
/** A letter is answered within this time; what has stood back long enough comes after it, not on top of it. */
const ANSWERED_MS = 80;

/** Knows whether somebody types a search just now, so that what nobody waits for can stand back. */
export interface Typing {
  /** How long whatever has stood back since then still has to, in milliseconds; 0 or less: not at all. */
  msLeft(since: number): number;
  /** Resolves at the next pause, or between two letters after a second and a half. */
  pause(): Promise<void>;
  /** Resolves at the next pause, however long that takes: for what the next letter does anyway. */
  rest(): Promise<void>;
}

/** @param page where the letters of searches arrive as `input` events; who goes into the box of a search is about to type */
export function watchTyping(page: EventTarget): Typing {
  let typedAt = Number.NEGATIVE_INFINITY;
  const note = ({ target }: Event) => {
    if (isSearch(target)) typedAt = performance.now();
  };
  for (const type of ['input', 'focusin']) page.addEventListener(type, note, { capture: true, passive: true });
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const msLeft = (since: number) => {
    const enough = since + MOST_MS;
    const between = Math.max(enough, Math.min(typedAt + ANSWERED_MS, enough + MOST_MS));
    return Math.min(typedAt + PAUSE_MS, between) - performance.now();
  };
  return {
    msLeft,
    async pause() {
      const since = performance.now();
      for (let left = msLeft(since); left > 0; left = msLeft(since)) await wait(left);
    },
    async rest() {
      for (let left = msLeft(performance.now()); left > 0; left = msLeft(performance.now())) await wait(left);
    },
  };
}

const isSearch = (target: EventTarget | null): boolean =>
  target !== null && 'type' in target && target.type === 'search';
