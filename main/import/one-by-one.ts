import { type EndReason, WorkerEnd } from '../../base/port-rpc.ts';

/** A worker that was lost over what it was asked. */
export type Loss = WorkerEnd & { readonly reason: Exclude<EndReason, 'closed'> };

/**
 * Asks a worker about all at once. When it dies of one of them, or is given up for it, it asks about each alone, so that only that one is lost.
 * @param lost what stands for the one the worker died of
 */
export async function oneByOneWhenLost<T, R>(
  all: readonly T[],
  ask: (some: readonly T[]) => Promise<readonly R[]>,
  lost: (end: Loss) => R,
): Promise<readonly R[]> {
  if (all.length === 0) return [];
  try {
    return await ask(all);
  } catch (error) {
    if (!isLoss(error)) throw error;
    if (all.length === 1) return [lost(error)];
    const results: R[] = [];
    for (const one of all) results.push(...(await oneByOneWhenLost([one], ask, lost)));
    return results;
  }
}

const isLoss = (error: unknown): error is Loss => error instanceof WorkerEnd && error.reason !== 'closed';
