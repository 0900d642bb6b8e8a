import type { ArticleFilter } from '../../contract/query.ts';
import { branches, conditions, type FilterPlan, filterPlans } from '../article-filter.ts';
import type { ReadableDb } from '../open.ts';
import { statementCache } from '../statements.ts';
import { count, type IdSet, type IdSets, intersect, newestOf, subtract } from './id-sets.ts';

/** Up to this many matches are looked at one by one. */
const FEW = 2_000;
/** Up to this many articles are left out without a look at the matches. A trash seldom holds more. */
const FEW_HIDDEN = 2_000;
const PLACES = [0, 1, 2, 3, 4, 5];

/** What a filter means of any set, as the library stood. */
interface Kept {
  readonly version: string;
  readonly key: string;
  readonly of: (set: IdSet) => IdSet;
}

/** Leaves out of matches what a filter does not mean. */
export function visibility(db: ReadableDb, sets: IdSets): (matches: IdSet, filter: ArticleFilter) => IdSet {
  const planOf = filterPlans(db);
  const statements = statementCache(db);
  // Commits of others change the one, our own (the writer selects by search, too) the other.
  const version = db
    .prepare<[], string>("SELECT data_version || ' ' || total_changes() FROM pragma_data_version")
    .pluck();
  let kept: Kept | null = null;

  const numberIn = (places: readonly number[]) =>
    statements.number(`SELECT sum(n) FROM article_count WHERE place IN (${places.join(', ')})`, {});
  const idsOf = (plan: FilterPlan) =>
    sets.of(statements.numbers(`SELECT id FROM (${branches(plan, 'added_at')})`, plan.params));

  return (matches, filter) => {
    const plan = planOf(filter);
    if (!plan) return sets.of([]);
    const hidden = { ...plan, places: PLACES.filter((place) => !plan.places.includes(place)) };
    const hiddenBy = plan.terms.size === 0 ? numberIn(hidden.places) : Number.POSITIVE_INFINITY;
    if (hiddenBy === 0) return matches;

    // While a person types, the library mostly stands still: the set is kept until someone commits.
    const key = JSON.stringify(filter);
    const now = version.get() ?? '';
    if (kept?.version === now && kept.key === key) return kept.of(matches);
    if (hiddenBy > FEW_HIDDEN && count(matches) <= FEW) {
      const sql = `SELECT a.id FROM article a WHERE a.id IN (SELECT value FROM json_each(@ids)) AND ${conditions(plan)}`;
      return sets.of(statements.numbers(sql, { ...plan.params, ids: JSON.stringify(newestOf(matches)) }));
    }
    const isShorter = hiddenBy < Number.POSITIVE_INFINITY && hiddenBy < numberIn(plan.places);
    const ids = idsOf(isShorter ? hidden : plan);
    kept = { version: now, key, of: (set) => (isShorter ? subtract : intersect)(set, ids) };
    return kept.of(matches);
  };
}
