/** Runs tasks, at most `limit` at once, in the order given. */
export function limiter(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];

  const release = () => {
    running--;
    queue.shift()?.();
  };

  return async (task) => {
    if (running >= limit) await new Promise<void>((turn) => queue.push(turn));
    running++;
    try {
      return await task();
    } finally {
      release();
    }
  };
}
