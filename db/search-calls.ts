import type { ReadableDb } from './open.ts';
import { search } from './search/search.ts';
import type { Searches } from './store.ts';

/** Everything the search thread answers. */
export const searchCalls = (db: ReadableDb): Searches => ({ search: search(db) });
