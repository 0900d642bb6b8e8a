import type { ReadableDb } from '../open.ts';
import { matchAll, quoted, reachOf } from './expression.ts';
import { combined, type Found, type Ids, intersect, ordered, subtract, unite } from './id-sets.ts';
import { indexQuestions } from './index-questions.ts';
import type { Term } from './parse.ts';
import { tagMatches } from './tag-match.ts';

/** Terms of one query that may also match by tag or title, each way on its own; more would multiply without use. */
const MAX_OTHER_WAYS = 4;

/** Up to this many articles that match in another way are left out of the count by their numbers; with more, reading all matches is cheaper. */
const FEW_OTHERS = 2_000;
/** The same where the other terms leave few of them. */
const FEW_OTHERS_AMONG = 20_000;

/** A term with the articles it matches by other ways than their words. */
interface OtherWay {
  readonly term: Term;
  readonly ids: Ids;
}

/** Which matches are asked for. */
interface Wanted {
  /** How many are needed beside their number; the others are then counted only, where that is cheaper. null: all of them. */
  readonly newest: number | null;
  /** Left out wherever they match, newest first. Few: all of them may be fetched in vain. */
  readonly hidden: Ids;
}

/** Finds the articles that have all terms, in their words, their tags or the beginning of their title. */
export function matches(db: ReadableDb): (terms: readonly Term[], wanted: Wanted) => Found {
  const { having, among, counted } = wordMatches(db);
  const byTag = tagMatches(db);
  const byTitleStart = titleStarts(db);

  const otherWays = (terms: readonly Term[]): readonly OtherWay[] =>
    terms
      .map((term) => {
        const titles = reachOf(term) === 'short' ? byTitleStart(term.words[0] ?? '') : [];
        return { term, ids: unite(byTag(term), titles) };
      })
      .filter(({ ids }) => ids.length > 0)
      .slice(-MAX_OTHER_WAYS);

  /** The same without reading all that match, for at most one term that is met in another way. null where that cannot be. */
  const countedWith = (terms: readonly Term[], other: OtherWay | null, newest: number, hidden: Ids): Found | null => {
    const rest = terms.filter((term) => term !== other?.term);
    if (other && other.ids.length > (rest.length > 0 ? FEW_OTHERS_AMONG : FEW_OTHERS)) return null;
    const met = !other ? [] : rest.length > 0 ? among(other.ids, rest) : other.ids;
    const byWords = counted(terms, newest, unite(hidden, met));
    if (!byWords) return null;
    const shown = subtract(met, hidden);
    return { total: byWords.total + shown.length, ids: unite(byWords.ids, shown) };
  };

  return (terms, { newest, hidden }) => {
    if (terms.length === 0) return { total: 0, ids: [] };
    const others = otherWays(terms);
    const quick = newest !== null && others.length < 2 ? countedWith(terms, others[0] ?? null, newest, hidden) : null;
    if (quick) return quick;
    const byWords = having(terms);
    const groups = [byWords];
    // Every choice of terms that are met in another way; the rest are met by words.
    for (let choice = 1; choice < 2 ** others.length; choice++) {
      const chosen = others.filter((_, nth) => choice & (1 << nth));
      const rest = terms.filter((term) => !chosen.some((other) => other.term === term));
      const met = chosen.map((other) => other.ids).reduce(intersect);
      groups.push(rest.length > 0 ? among(subtract(met, byWords), rest) : met);
    }
    return combined(groups, hidden, newest);
  };
}

/** Articles by their words, newest first: all that have the terms, or those of the given ones that do. */
function wordMatches(db: ReadableDb) {
  const words = indexQuestions(db, 'article_fts');
  const starts = indexQuestions(db, 'start_fts');

  /** The expressions of terms, each with the index that knows it. */
  const asked = (terms: readonly Term[]) => {
    const beginnings = terms.filter((term) => reachOf(term) === 'start');
    const others = terms.filter((term) => !beginnings.includes(term));
    return [
      ...(others.length > 0 ? [{ index: words, expression: matchAll(others) }] : []),
      ...beginnings.map((term) => ({ index: starts, expression: quoted(term.words.join(' ')) })),
    ];
  };

  return {
    having: (terms: readonly Term[]): Ids =>
      asked(terms)
        .map(({ index, expression }) => index.all(expression))
        .reduce(intersect),
    /** The newest matches besides some, and the number of all besides them; null where more than one index must be asked. */
    counted(terms: readonly Term[], newest: number, besides: Ids): Found | null {
      const [question, ...others] = asked(terms);
      if (!question || others.length > 0) return null;
      const { index, expression } = question;
      if (terms.some((term) => reachOf(term) === 'prefix')) {
        // The words that begin so have to be gathered for every question: one that reads all that match costs less than two.
        return combined([index.all(expression)], besides, newest);
      }
      const limit = newest + besides.length;
      const met = index.newest(expression, limit);
      const ids = subtract(met, besides);
      if (met.length < limit) return { total: ids.length, ids };
      return { total: index.countBeside(expression, besides), ids: ids.slice(0, newest) };
    },
    among: (ids: Ids, terms: readonly Term[]): Ids =>
      asked(terms).reduce((left, { index, expression }) => index.among(expression, left), ids),
  };
}

/** Articles whose titles begin with one or two letters, newest first. */
function titleStarts(db: ReadableDb): (letters: string) => Ids {
  const between = db
    .prepare<[string, string], number>('SELECT id FROM article WHERE title_start >= ? AND title_start < ?')
    .pluck();
  // U+10FFFF comes after everything a title can go on with.
  return (letters) => ordered(between.all(letters, `${letters}\u{10ffff}`));
}
