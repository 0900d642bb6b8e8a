/** Runs tasks one after the other, in the order they were given, whether or not the ones before succeeded. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

/** A queue of its own. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task);
    last = done.catch(() => {});
    return done;
  };
}
