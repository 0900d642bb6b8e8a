import type { ReadableDb } from '../open.ts';
import { matchAll, quoted, reachOf } from './expression.ts';
import { type Ids, intersect, unite } from './id-sets.ts';
import type { Term } from './parse.ts';
import { tagMatches } from './tag-match.ts';

/** Terms of one query that may also match by tag or title, each way on its own; more would multiply without use. */
const MAX_OTHER_WAYS = 4;

/** A term with the articles it matches by other ways than their words. */
interface OtherWay {
  readonly term: Term;
  readonly ids: Ids;
}

/** Finds every article that has all terms, in its words, its tags or the beginning of its title; newest first. */
export function matches(db: ReadableDb): (terms: readonly Term[]) => Ids {
  const byWords = wordMatches(db);
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

  return (terms) => {
    if (terms.length === 0) return [];
    const others = otherWays(terms);
    let found: Ids = [];
    // Every choice of terms that are met in another way; the rest are met by words.
    for (let choice = 0; choice < 2 ** others.length; choice++) {
      const chosen = others.filter((_, nth) => choice & (1 << nth));
      const rest = terms.filter((term) => !chosen.some((other) => other.term === term));
      const sets = [...chosen.map(({ ids }) => ids), ...(rest.length > 0 ? [byWords(rest)] : [])];
      found = unite(found, sets.reduce(intersect));
    }
    return found;
  };
}

/** Articles whose words match, newest first. */
export function wordMatches(db: ReadableDb): (terms: readonly Term[]) => Ids {
  const inWords = db
    .prepare<[string], number>('SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid DESC')
    .pluck();
  const inStarts = db
    .prepare<[string], number>('SELECT rowid FROM start_fts WHERE start_fts MATCH ? ORDER BY rowid DESC')
    .pluck();
  return (terms) => {
    const starts = terms.filter((term) => reachOf(term) === 'start');
    const words = terms.filter((term) => !starts.includes(term));
    const sets = [
      ...(words.length > 0 ? [inWords.all(matchAll(words))] : []),
      ...starts.map((term) => inStarts.all(quoted(term.words.join(' ')))),
    ];
    return sets.reduce<Ids>((a, b) => intersect(a, b), sets[0] ?? []);
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
