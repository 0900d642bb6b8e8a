import type { Overview, SourceCount, SourceId, SourceKind } from '../contract/model.ts';
import type { ArticleFilter } from '../contract/query.ts';
import { branches, type FilterPlan, filterPlans, IN_FOLDER } from './article-filter.ts';
import { byName } from './article-rows.ts';
import type { ReadableDb } from './open.ts';
import { statementCache } from './statements.ts';

interface CountRow {
  readonly place: number;
  readonly is_starred: 0 | 1;
  readonly n: number;
}

interface SourceRow {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly name: string;
  readonly count: number;
}

/** Numbers, from the tables that triggers keep: a million articles cost no more than ten. */
export function overviews(db: ReadableDb) {
  const planOf = filterPlans(db);
  const statements = statementCache(db);
  const byPlace = db.prepare<[], CountRow>(
    'SELECT place, is_starred, sum(n) AS n FROM article_count GROUP BY place, is_starred',
  );
  const bySource = db.prepare<[], SourceRow>(`
    SELECT s.id, s.kind, s.name, sum(c.n) AS count FROM source s JOIN article_count c ON c.source_id = s.id AND c.place < 4
    GROUP BY s.id HAVING count > 0`);
  const byTag = db.prepare<[], { readonly name: string; readonly count: number }>(`
    SELECT t.name, sum(c.n) AS count FROM tag t JOIN tag_count c ON c.tag_id = t.id AND c.place < 4
    WHERE t.removed_at IS NULL GROUP BY t.id HAVING count > 0`);

  const addresses = db
    .prepare<[], number>(`
      SELECT count(*) FROM article a WHERE a.word_count = 0 AND a.place < 4 AND a.url IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM article_image i WHERE i.article_id = a.id)`)
    .pluck();

  return {
    overview(): Overview {
      const rows = byPlace.all();
      const sum = (isMeant: (row: CountRow) => boolean) => rows.reduce((n, row) => (isMeant(row) ? n + row.n : n), 0);
      return {
        articles: sum(({ place }) => place < 2),
        unread: sum(({ place }) => place === 0),
        starred: sum(({ place, is_starred }) => place < 4 && is_starred === 1),
        archived: sum(({ place }) => place === 2 || place === 3),
        trashed: sum(({ place }) => place >= 4),
        addresses: addresses.get() ?? 0,
        tags: byTag.all().sort((a, b) => byName(a.name, b.name)),
        sources: bySource.all().sort((a, b) => byName(a.name, b.name)) satisfies SourceCount[],
      };
    },

    countArticles(filter: ArticleFilter): number {
      const plan = planOf(filter);
      return plan ? statements.number(countSql(plan), plan.params) : 0;
    },
  };
}

/** Terms of one kind are read off the kept counts; a tag or an import together with others, and what is here whole, is counted along its index. */
export function countSql(plan: FilterPlan): string {
  const { terms, places } = plan;
  const inPlaces = `place IN (${places.join(', ')})`;
  if (terms.has('tag') && terms.size === 1) return `SELECT sum(n) FROM tag_count WHERE tag_id = @tag AND ${inPlaces}`;
  if (terms.has('tag') || terms.has('import') || terms.has('offline'))
    return `SELECT count(*) FROM (${branches(plan, 'added_at')})`;
  const where = [
    inPlaces,
    ...(terms.has('source') ? ['source_id = @source'] : []),
    ...(terms.has('folder') ? [`source_id IN (${IN_FOLDER})`] : []),
    ...(terms.has('starred') ? ['is_starred = 1'] : []),
  ];
  return `SELECT sum(n) FROM article_count WHERE ${where.join(' AND ')}`;
}
