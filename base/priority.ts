import { setPriority } from 'node:os';

/** Enough that whoever waits for an answer is served first, little enough that work goes on on a busy machine. */
const LOWER = 10;

/**
 * Lets the threads that people wait for run before the one that calls this. Takes nothing from it while there is a processor to spare.
 * Linux has a priority for each thread; elsewhere it would be the whole process's and stays as it is.
 */
export function workInBackground(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(LOWER);
  } catch {
    // Not allowed here: it works as fast as everything else.
  }
}
