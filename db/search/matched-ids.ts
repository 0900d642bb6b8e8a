import type { ArticleFilter } from '../../contract/query.ts';
import type { ReadableDb } from '../open.ts';

export function matchedIds(_db: ReadableDb): (text: string, filter: ArticleFilter) => readonly number[] {
  return () => [];
}
