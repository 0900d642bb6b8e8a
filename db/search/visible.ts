import type { ArticleFilter } from '../../contract/query.ts';
import { branches, conditions, type FilterPlan, filterPlans } from '../article-filter.ts';
import type { ReadableDb } from '../open.ts';
import { statementCache } from '../statements.ts';
import { type IdSet, type Ids, idSet } from './id-sets.ts';

/** Up to this many matches are looked at one by one. */
const FEW = 2_000;
const PLACES = [0, 1, 2, 3, 4, 5];

interface Kept {
  readonly version: number;
  readonly key: string;
  readonly isVisible: (id: number) => boolean;
}

/** Leaves out of matches what a filter does not mean. */
export function visibleMatches(db: ReadableDb): (ids: Ids, filter: ArticleFilter) => Ids {
  const planOf = filterPlans(db);
  const statements = statementCache(db);
  const version = db.prepare<[], number>('PRAGMA data_version').pluck();
  let kept: Kept | null = null;

  const count = (places: readonly number[]) =>
    statements.number(`SELECT sum(n) FROM article_count WHERE place IN (${places.join(', ')})`, {});

  /** All ids a plan means, or, when these are fewer, all it does not mean. */
  const testOf = (plan: FilterPlan, highest: number): ((id: number) => boolean) => {
    const set = (of: FilterPlan): IdSet =>
      idSet(
        statements.numbers(`SELECT id FROM (${branches(of, 'added_at')}) WHERE id <= @highest`, {
          ...of.params,
          highest,
        }),
        highest,
      );
    const hidden = { ...plan, places: PLACES.filter((place) => !plan.places.includes(place)) };
    if (plan.terms.size === 0 && count(hidden.places) < count(plan.places)) {
      const { has } = set(hidden);
      return (id) => !has(id);
    }
    return set(plan).has;
  };

  return (ids, filter) => {
    const highest = ids[0];
    const plan = planOf(filter);
    if (highest === undefined || !plan) return [];
    const hidden = PLACES.filter((place) => !plan.places.includes(place));
    if (plan.terms.size === 0 && count(hidden) === 0) return ids;
    if (ids.length <= FEW) {
      const sql = `SELECT a.id FROM article a WHERE a.id IN (SELECT value FROM json_each(@ids)) AND ${conditions(plan)}`;
      const { has } = idSet(statements.numbers(sql, { ...plan.params, ids: JSON.stringify(ids) }), highest);
      return ids.filter(has);
    }
    // While a person types, the library mostly stands still: the set is kept until someone commits.
    const key = JSON.stringify([filter, highest]);
    const now = version.get() ?? 0;
    if (kept?.version !== now || kept.key !== key) kept = { version: now, key, isVisible: testOf(plan, highest) };
    return ids.filter(kept.isVisible);
  };
}
