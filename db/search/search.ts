import type { SearchQuery, SearchResult } from '../../contract/query.ts';
import type { ReadableDb } from '../open.ts';

export function search(_db: ReadableDb): (query: SearchQuery) => SearchResult {
  return () => ({ total: 0, elapsedMs: 0, hits: [], isOvertaken: false });
}
