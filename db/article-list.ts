import type { ArticleId, ArticleSummary } from '../contract/model.ts';
import type { ArticleFilter, ArticleQuery, Page } from '../contract/query.ts';
import { branches, type FilterPlan, filterPlans } from './article-filter.ts';
import { summaryReads } from './article-rows.ts';
import { type ReadableDb, reading } from './open.ts';

interface KeyRow {
  readonly key: number;
  readonly id: ArticleId;
}

/** Pages of list rows. */
export function articleLists(db: ReadableDb) {
  const planOf = filterPlans(db);
  const summaries = summaryReads(db);
  const pages = new Map<string, (params: object) => KeyRow[]>();
  const page = (sql: string) => {
    const known = pages.get(sql);
    if (known) return known;
    const statement = db.prepare<[object], KeyRow>(sql);
    const run = (params: object) => statement.all(params);
    pages.set(sql, run);
    return run;
  };

  return {
    listArticles: reading(db, (query: ArticleQuery): Page<ArticleSummary> => {
      const plan = planOf(query.filter);
      if (!plan) return { items: [], next: null };
      const { after, limit } = query;
      const rows = page(listSql(plan, query))({
        ...plan.params,
        limit,
        ...(after && { key: after.key, id: after.id }),
      });
      const last = rows.at(-1);
      return {
        items: summaries(rows.map(({ id }) => id)),
        next: last && rows.length === limit ? { key: last.key, id: last.id } : null,
      };
    }),
  };
}

/** One page of keys and ids, keyset by keyset: no OFFSET, no sort. */
export function listSql(
  plan: FilterPlan,
  { order, direction, after }: Pick<ArticleQuery, 'order' | 'direction' | 'after'>,
): string {
  const isNewest = direction === 'newest';
  const bound = after === null ? '' : `(KEY, ID) ${isNewest ? '<' : '>'} (@key, @id)`;
  const way = isNewest ? 'DESC' : 'ASC';
  return `${branches(plan, order === 'added' ? 'added_at' : 'dated_at', bound)} ORDER BY key ${way}, id ${way} LIMIT @limit`;
}

/** Ids of everything a filter means, in no order. */
export function filteredIds(db: ReadableDb): (filter: ArticleFilter) => readonly ArticleId[] {
  const planOf = filterPlans(db);
  return (filter) => {
    const plan = planOf(filter);
    if (!plan) return [];
    return db
      .prepare<[object], KeyRow>(branches(plan, 'added_at'))
      .all(plan.params)
      .map(({ id }) => id);
  };
}
