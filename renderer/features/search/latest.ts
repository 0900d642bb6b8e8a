/**
 * Runs one task at a time. While one runs, only the newest of those asked for waits; the others are never begun.
 * @returns asks for a task
 */
export function oneAtATime(): (task: () => Promise<void>) => void {
  let isRunning = false;
  let waiting: (() => Promise<void>) | null = null;

  const run = async (task: () => Promise<void>) => {
    isRunning = true;
    try {
      await task();
    } finally {
      isRunning = false;
      const next = waiting;
      waiting = null;
      if (next) void run(next);
    }
  };

  return (task) => {
    if (isRunning) waiting = task;
    else void run(task);
  };
}
