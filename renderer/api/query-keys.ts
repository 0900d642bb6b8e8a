import type { ArticleId, ImportId } from '../../contract/model.ts';
import type { ArticleFilter, ArticleQuery } from '../../contract/query.ts';
import type { RevisionId } from '../../contract/revisions.ts';

/** What decides a list: its filter and its order. */
export type ListShape = Pick<ArticleQuery, 'filter' | 'order' | 'direction'>;

/** Every key of the query cache, in one place so that those who read and those who invalidate agree. */
export const keys = {
  overview: ['overview'],
  info: ['info'],
  settings: ['settings'],
  undo: ['undo'],
  lists: ['articles'],
  list: (shape: ListShape) => ['articles', shape] as const,
  counts: ['count'],
  count: (filter: ArticleFilter) => ['count', filter] as const,
  details: ['article'],
  detail: (id: ArticleId) => ['article', id] as const,
  revisions: (id: ArticleId) => ['article', id, 'revisions'] as const,
  difference: (id: ArticleId, revisionId: RevisionId) => ['article', id, 'revisions', revisionId] as const,
  enclosures: ['enclosure'],
  enclosure: (id: ArticleId, url: string) => ['enclosure', id, url] as const,
  pages: ['pages'],
  trip: ['trip'],
  space: ['space'],
  originals: ['original'],
  original: (id: ArticleId) => ['original', id] as const,
  reread: ['reread'],
  watched: ['watched'],
  feeds: ['feeds'],
  sync: ['sync'],
  ledger: ['ledger'],
  ledgerPages: (host: string) => ['ledger', 'pages', host] as const,
  ledgerTotals: ['ledger', 'totals'],
  listed: ['listed'],
  imports: ['imports'],
  importItems: (id: ImportId, status: 'all' | 'not-taken') => ['import-items', id, status] as const,
  importItemsAll: ['import-items'],
} as const;
