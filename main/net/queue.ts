interface Waiting {
  readonly host: string;
  readonly order: number;
  readonly enter: (leave: () => void) => void;
}

export type Queue = ReturnType<typeof createQueue>;

/** Lets requests through in the order they were asked for: one for each host at a time, `most` in all. */
export function createQueue(most: number) {
  const busy = new Set<string>();
  let waiting: Waiting[] = [];

  function letIn(): void {
    if (busy.size >= most) return;
    const rest: Waiting[] = [];
    for (const each of waiting) {
      if (busy.size >= most || busy.has(each.host)) rest.push(each);
      else {
        busy.add(each.host);
        each.enter(() => {
          if (busy.delete(each.host)) letIn();
        });
      }
    }
    waiting = rest;
  }

  return {
    /**
     * Waits for a turn. `order` is that of the asking: who follows a redirect keeps it.
     * @returns a function that ends the turn
     * @throws the signal's reason
     */
    turn(host: string, order: number, signal: AbortSignal): Promise<() => void> {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const giveUp = () => {
          waiting = waiting.filter((each) => each !== mine);
          reject(signal.reason);
        };
        const mine: Waiting = {
          ...{ host, order },
          enter: (leave) => {
            signal.removeEventListener('abort', giveUp);
            resolve(leave);
          },
        };
        signal.addEventListener('abort', giveUp, { once: true });
        const behind = waiting.findLastIndex((each) => each.order <= order);
        waiting.splice(behind + 1, 0, mine);
        letIn();
      });
    },
  };
}
