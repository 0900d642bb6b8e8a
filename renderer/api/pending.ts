import type { QueryClient } from '@tanstack/react-query';

/**
 * Changes of one kind that are shown and not yet stored. What is asked for before a change is stored is answered without it; shown as it came, it would take
 * the change back for a moment.
 */
export function createPending<P>() {
  const byCache = new WeakMap<QueryClient, Set<P>>();
  const now = (cache: QueryClient) => byCache.get(cache) ?? new Set<P>();

  return {
    /** @returns to be called when the engine has answered */
    add(cache: QueryClient, change: P): () => void {
      const all = now(cache).add(change);
      byCache.set(cache, all);
      return () => {
        all.delete(change);
      };
    },
    /**
     * Fetches, and shows in what comes all that was under way meanwhile.
     * @param show must give the same when the change is in it already
     */
    async fetched<T>(cache: QueryClient, fetch: () => Promise<T>, show: (fetched: T, change: P) => T): Promise<T> {
      const before = [...now(cache)];
      const fetched = await fetch();
      return [...new Set([...before, ...now(cache)])].reduce(show, fetched);
    },
  };
}
