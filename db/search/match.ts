import type { ReadableDb } from '../open.ts';
import { matchAll, quoted, ROWID, reachOf } from './expression.ts';
import { type Ids, intersect, subtract, unite } from './id-sets.ts';
import type { Term } from './parse.ts';
import { tagMatches } from './tag-match.ts';

/** Terms of one query that may also match by tag or title, each way on its own; more would multiply without use. */
const MAX_OTHER_WAYS = 4;

/** A term with the articles it matches by other ways than their words. */
interface OtherWay {
  readonly term: Term;
  readonly ids: Ids;
}

/** Matches of a query. */
export interface Found {
  readonly total: number;
  /** Newest first; not all of them, if `newest` was given. */
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

  return (terms, { newest, hidden }) => {
    if (terms.length === 0) return { total: 0, ids: [] };
    const others = otherWays(terms);
    const quick = others.length === 0 && newest !== null ? counted(terms, newest, hidden) : null;
    if (quick) return quick;
    let ids = having(terms);
    // Every choice of terms that are met in another way; the rest are met by words.
    for (let choice = 1; choice < 2 ** others.length; choice++) {
      const chosen = others.filter((_, nth) => choice & (1 << nth));
      const rest = terms.filter((term) => !chosen.some((other) => other.term === term));
      const met = subtract(chosen.map((other) => other.ids).reduce(intersect), ids);
      ids = unite(ids, rest.length > 0 ? among(met, rest) : met);
    }
    ids = subtract(ids, hidden);
    return { total: ids.length, ids };
  };
}

/** Up to this many articles are asked about one by one; more are cheaper to meet on the way through all matches. */
const FEW = 400;

/** Articles by their words, newest first: all that have the terms, or those of the given ones that do. */
export function wordMatches(db: ReadableDb) {
  const inWords = db
    .prepare<[string], number>('SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid DESC')
    .pluck();
  const inStarts = db
    .prepare<[string], number>('SELECT rowid FROM start_fts WHERE start_fts MATCH ? ORDER BY rowid DESC')
    .pluck();
  const newestInWords = db
    .prepare<[string, number], number>(
      'SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck();
  const newestInStarts = db
    .prepare<[string, number], number>(
      'SELECT rowid FROM start_fts WHERE start_fts MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck();
  const countInWords = db
    .prepare<[string], number>('SELECT count(*) FROM article_fts WHERE article_fts MATCH ?')
    .pluck();
  const countInStarts = db.prepare<[string], number>('SELECT count(*) FROM start_fts WHERE start_fts MATCH ?').pluck();
  // With the plus, the ids are looked for among the matches, not each asked of the index; counting those that are not among them takes three times as long.
  const shownOf = (index: string) => `
    SELECT count(*) - count(*) FILTER (WHERE +rowid IN (SELECT value FROM json_each(@hidden))) FROM ${index} WHERE ${index} MATCH @expression`;
  const countShownInWords = db.prepare<[object], number>(shownOf('article_fts')).pluck();
  const countShownInStarts = db.prepare<[object], number>(shownOf('start_fts')).pluck();
  const wordsOfOne = db
    .prepare<[string, number], number>(`SELECT 1 FROM article_fts WHERE article_fts MATCH ? AND rowid = ${ROWID}`)
    .pluck();
  const startsOfOne = db
    .prepare<[string, number], number>(`SELECT 1 FROM start_fts WHERE start_fts MATCH ? AND rowid = ${ROWID}`)
    .pluck();

  /** The expressions of terms, each with the statements of the index that knows it. */
  const asked = (terms: readonly Term[]) => {
    const starts = terms.filter((term) => reachOf(term) === 'start');
    const words = terms.filter((term) => !starts.includes(term));
    return [
      ...(words.length > 0
        ? [
            {
              all: inWords,
              newest: newestInWords,
              count: countInWords,
              countShown: countShownInWords,
              one: wordsOfOne,
              expression: matchAll(words),
            },
          ]
        : []),
      ...starts.map((term) => ({
        all: inStarts,
        newest: newestInStarts,
        count: countInStarts,
        countShown: countShownInStarts,
        one: startsOfOne,
        expression: quoted(term.words.join(' ')),
      })),
    ];
  };

  const having = (terms: readonly Term[]): Ids =>
    asked(terms)
      .map(({ all, expression }): Ids => all.all(expression))
      .reduce(intersect);

  return {
    having,
    /** The newest matches and the number of all; null where more than one index must be asked. */
    counted(terms: readonly Term[], newest: number, hidden: Ids): Found | null {
      const [question, ...others] = asked(terms);
      if (!question || others.length > 0) return null;
      const { expression } = question;
      const limit = newest + hidden.length;
      const met: Ids = question.newest.all(expression, limit);
      const ids = subtract(met, hidden);
      if (met.length < limit) return { total: ids.length, ids };
      const total =
        hidden.length > 0
          ? question.countShown.get({ expression, hidden: JSON.stringify(hidden) })
          : question.count.get(expression);
      return { total: total ?? 0, ids: ids.slice(0, newest) };
    },
    among(ids: Ids, terms: readonly Term[]): Ids {
      if (ids.length > FEW) return intersect(ids, having(terms));
      const questions = asked(terms);
      return ids.filter((id) => questions.every(({ one, expression }) => one.get(expression, id) !== undefined));
    },
  };
}

/** Articles whose titles begin with one or two letters, newest first. */
export function titleStarts(db: ReadableDb): (letters: string) => Ids {
  const between = db
    .prepare<[string, string], number>('SELECT id FROM article WHERE title_start >= ? AND title_start < ?')
    .pluck();
  // U+10FFFF comes after everything a title can go on with.
  return (letters) => between.all(letters, `${letters}\u{10ffff}`).sort((a, b) => b - a);
}
