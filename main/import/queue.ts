/** An unbounded hand-over from those who push to the one who iterates. */
export interface Queue<T> extends AsyncIterable<T> {
  push(item: T): void;
  /** Nothing more will come; what is queued is still delivered. */
  end(): void;
}

export function createQueue<T>(): Queue<T> {
  const items: T[] = [];
  let read = 0;
  let isEnded = false;
  let wake: (() => void) | null = null;

  const signal = () => {
    wake?.();
    wake = null;
  };

  return {
    push(item) {
      items.push(item);
      signal();
    },
    end() {
      isEnded = true;
      signal();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (read < items.length) {
          yield items[read] as T;
          // Keeps a long queue from holding what has been delivered, without shifting at every step.
          if (++read < 1_000) continue;
          items.splice(0, read);
          read = 0;
        }
        if (isEnded) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
