import type { ArticleFilter } from '../../contract/query.ts';
import { branches, conditions, type FilterPlan, filterPlans } from '../article-filter.ts';
import type { ReadableDb } from '../open.ts';
import { statementCache } from '../statements.ts';
import { type IdSet, type Ids, idSet } from './id-sets.ts';

/** Up to this many matches are looked at one by one. */
const FEW = 2_000;
/** Up to this many articles are left out by their numbers, without reading all that match. A trash seldom holds more. */
const FEW_HIDDEN = 2_000;
const PLACES = [0, 1, 2, 3, 4, 5];

interface Kept {
  readonly version: string;
  readonly key: string;
  readonly isVisible: (id: number) => boolean;
}

/** What of all matches a filter means. */
export interface Visibility {
  /** What the filter does not mean, newest first, when it means nearly everything; else null. */
  hiddenIfFew(filter: ArticleFilter): Ids | null;
  /** Leaves out of matches what the filter does not mean. */
  keep(ids: Ids, filter: ArticleFilter): Ids;
}

export function visibility(db: ReadableDb): Visibility {
  const planOf = filterPlans(db);
  const statements = statementCache(db);
  // Commits of others change the one, our own (the writer selects by search, too) the other.
  const version = db
    .prepare<[], string>("SELECT data_version || ' ' || total_changes() FROM pragma_data_version")
    .pluck();
  let kept: Kept | null = null;

  const count = (places: readonly number[]) =>
    statements.number(`SELECT sum(n) FROM article_count WHERE place IN (${places.join(', ')})`, {});
  const hiddenBy = (plan: FilterPlan) => PLACES.filter((place) => !plan.places.includes(place));
  const meansAll = (plan: FilterPlan) => plan.terms.size === 0 && count(hiddenBy(plan)) === 0;

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
    const hidden = { ...plan, places: hiddenBy(plan) };
    if (plan.terms.size === 0 && count(hidden.places) < count(plan.places)) {
      const { has } = set(hidden);
      return (id) => !has(id);
    }
    return set(plan).has;
  };

  const keep = (ids: Ids, filter: ArticleFilter): Ids => {
    const highest = ids[0];
    const plan = planOf(filter);
    if (highest === undefined || !plan) return [];
    if (meansAll(plan)) return ids;
    if (ids.length <= FEW) {
      const sql = `SELECT a.id FROM article a WHERE a.id IN (SELECT value FROM json_each(@ids)) AND ${conditions(plan)}`;
      const { has } = idSet(statements.numbers(sql, { ...plan.params, ids: JSON.stringify(ids) }), highest);
      return ids.filter(has);
    }
    // While a person types, the library mostly stands still: the set is kept until someone commits.
    const key = JSON.stringify([filter, highest]);
    const now = version.get() ?? '';
    if (kept?.version !== now || kept.key !== key) kept = { version: now, key, isVisible: testOf(plan, highest) };
    return ids.filter(kept.isVisible);
  };

  return {
    keep,
    hiddenIfFew(filter) {
      const plan = planOf(filter);
      if (!plan || plan.terms.size > 0) return null;
      const places = hiddenBy(plan);
      const hidden = count(places);
      if (hidden > FEW_HIDDEN) return null;
      if (hidden === 0) return [];
      return statements
        .numbers(`SELECT id FROM (${branches({ ...plan, places }, 'added_at')})`, {})
        .sort((a, b) => b - a);
    },
  };
}
