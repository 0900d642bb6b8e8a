import { AppError } from '../../contract/errors.ts';

/** Each is as long as the store waits by itself: together about a minute. */
const MOST_WHILE_BUSY = 6;

/**
 * Asks the store again where that is safe and likely to help: once when its thread died, and some times while another program keeps the
 * library busy. `ask` must be one that does no harm when it is done twice.
 */
export async function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  const left: Record<string, number> = { 'worker-died': 1, 'library-busy': MOST_WHILE_BUSY };
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const code = error instanceof AppError ? error.code : '';
      if (!left[code]) throw error;
      left[code]--;
    }
  }
}
