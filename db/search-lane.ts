import type { SearchQuery, SearchResult } from '../contract/query.ts';

interface Waiting {
  readonly query: SearchQuery;
  readonly resolve: (result: SearchResult) => void;
  readonly reject: (error: unknown) => void;
}

const OVERTAKEN: SearchResult = { total: 0, elapsedMs: 0, hits: [], isOvertaken: true };

/**
 * Keeps the search thread from working for nobody: one query runs, and each client has at most one waiting.
 * A newer query of the same client takes the waiting one's place.
 */
export function createSearchLane(run: (query: SearchQuery) => Promise<SearchResult>) {
  const waiting = new Map<string, Waiting>();
  let isRunning = false;

  const next = () => {
    const [first] = waiting;
    if (isRunning || !first) return;
    const [client, { query, resolve, reject }] = first;
    waiting.delete(client);
    isRunning = true;
    run(query)
      .then(resolve, reject)
      .finally(() => {
        isRunning = false;
        next();
      });
  };

  return (query: SearchQuery, client = ''): Promise<SearchResult> =>
    new Promise((resolve, reject) => {
      waiting.get(client)?.resolve(OVERTAKEN);
      waiting.set(client, { query, resolve, reject });
      next();
    });
}
