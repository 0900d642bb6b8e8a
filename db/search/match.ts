import type { ReadableDb } from '../open.ts';
import { matchAll, quoted, reachOf } from './expression.ts';
import { type IdSet, type IdSets, intersect, packedIds, unite } from './id-sets.ts';
import type { Term } from './parse.ts';
import { tagMatches } from './tag-match.ts';

/** Terms of one query that may also match by tag or title; each more is a question of its own, and few queries have as many. */
const MAX_OTHER_WAYS = 4;

/** A term with the articles it matches by other ways than their words. */
interface OtherWay {
  readonly term: Term;
  readonly ids: IdSet;
}

/** Finds the articles that have all terms, each in their words, their tags or the beginning of their title. */
export function matches(db: ReadableDb, sets: IdSets): (terms: readonly Term[]) => IdSet {
  const having = wordMatches(db, sets);
  const byTag = tagMatches(db, sets);
  const byTitleStart = titleStarts(db, sets);

  const otherWay = (term: Term): readonly OtherWay[] => {
    const titled = reachOf(term) === 'short' ? byTitleStart(term.words[0] ?? '') : null;
    const tagged = byTag(term);
    const ids = titled && tagged ? unite(titled, tagged) : (titled ?? tagged);
    return ids ? [{ term, ids }] : [];
  };

  return (terms) => {
    if (terms.length === 0) return sets.of([]);
    const others = terms.flatMap(otherWay).slice(-MAX_OTHER_WAYS);
    const rest = terms.filter((term) => !others.some((other) => other.term === term));
    return [
      ...(rest.length > 0 ? [having(rest)] : []),
      ...others.map(({ term, ids }) => unite(having([term]), ids)),
    ].reduce(intersect);
  };
}

/** Articles that have all of the terms in their words. */
function wordMatches(db: ReadableDb, sets: IdSets): (terms: readonly Term[]) => IdSet {
  const asking = (index: 'article_fts' | 'start_fts') => {
    const matching = db
      .prepare<[string], Uint8Array | null>(`SELECT ${packedIds('rowid')} FROM ${index} WHERE ${index} MATCH ?`)
      .pluck();
    return (expression: string): IdSet => sets.unpacked(matching.get(expression) ?? null);
  };
  const inWords = asking('article_fts');
  const inStarts = asking('start_fts');

  return (terms) => {
    const beginnings = terms.filter((term) => reachOf(term) === 'start');
    const others = terms.filter((term) => !beginnings.includes(term));
    return [
      ...(others.length > 0 ? [inWords(matchAll(others))] : []),
      ...beginnings.map(({ words }) => inStarts(quoted(words.join(' ')))),
    ].reduce(intersect);
  };
}

/** Articles whose titles begin with one or two letters. */
function titleStarts(db: ReadableDb, sets: IdSets): (letters: string) => IdSet | null {
  const between = db
    .prepare<[string, string], Uint8Array | null>(
      `SELECT ${packedIds('id')} FROM article WHERE title_start >= ? AND title_start < ?`,
    )
    .pluck();
  return (letters) => {
    // U+10FFFF comes after everything a title can go on with.
    const packed = between.get(letters, `${letters}\u{10ffff}`);
    return packed ? sets.unpacked(packed) : null;
  };
}
