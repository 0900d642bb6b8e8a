import { indexText } from '../../base/words.ts';
import type { ReadableDb } from '../open.ts';
import type { CommonWords } from './common-words.ts';
import { matchAll, quoted, ROWID, reachOf } from './expression.ts';
import type { Ids } from './id-sets.ts';
import type { Term } from './parse.ts';
import { START_LENGTH, TITLE_MARK } from './word-starts.ts';

/** Beyond this many matches the newest ones are ranked. */
export const RANKED = 2_000;

/** A word of the title says ten times as much of what an article is about as one of its body; the byline lies between. */
const WEIGHTS = '10.0, 4.0, 1.0';

/** A title that begins as the unfinished word does: worth about as much as a rare word in a title. */
const TITLE_START = 6;
/** A frequent word in a title: what bm25 would give it. */
const FREQUENT_IN_TITLE = 3;

/** How many match, and the newest of them: not all, if there are more than are ranked. */
export interface Found {
  readonly total: number;
  readonly ids: Ids;
}

/**
 * Puts the newest matches in order, best first, the newer before the older where they are equal.
 *
 * FTS5's bm25 counts, for every phrase of an expression, all its matches: cheap for a word, a second pass for a phrase or a broad prefix.
 * So it is asked only what tells articles apart: no word that most of them hold, and among many matches a phrase by its words and an unfinished
 * word as a whole one; titles with words that begin as it does, or that are frequent ones, are found in the index of beginnings.
 */
export function ranking(db: ReadableDb, common: CommonWords): (terms: readonly Term[], found: Found) => Ids {
  const score = db
    .prepare<[string, number, number], [number, number]>(`
      SELECT rowid, bm25(article_fts, ${WEIGHTS}) FROM article_fts WHERE article_fts MATCH ? AND rowid BETWEEN ${ROWID} AND ${ROWID}`)
    .raw();
  const within = (index: 'article_fts' | 'start_fts') =>
    db
      .prepare<[string, number, number], number>(
        `SELECT rowid FROM ${index} WHERE ${index} MATCH ? AND rowid BETWEEN ${ROWID} AND ${ROWID}`,
      )
      .pluck();
  const inTitles = within('article_fts');
  const startingTitles = within('start_fts');
  const titleOf = db.prepare<[number], string>('SELECT title FROM article WHERE id = ?').pluck();
  const titleStarts = db
    .prepare<[string, string, number, number], number>(
      'SELECT id FROM article WHERE title_start >= ? AND title_start < ? AND id BETWEEN ? AND ?',
    )
    .pluck();

  /** Articles among the candidates' numbers with a word in the title that begins with the letters; with a space after them, the letters are the word. */
  const titlesLike = (letters: string, { has, lowest, highest }: Candidates): readonly number[] => {
    const word = letters.trimEnd();
    if ([...word].length < START_LENGTH) {
      // Too short for the index of beginnings.
      return inTitles.all(`title : ${quoted(word)}${word === letters ? ' *' : ''}`, lowest, highest);
    }
    const alike = startingTitles.all(quoted(TITLE_MARK + [...word].slice(0, START_LENGTH).join('')), lowest, highest);
    if ([...letters].length === START_LENGTH) return alike;
    return alike.filter((id) => has(id) && wordsIn(titleOf.get(id) ?? '').includes(` ${letters}`));
  };

  return (terms, { total, ids }) => {
    const candidates = candidatesOf(ids.slice(0, RANKED));
    const { highest, lowest } = candidates;
    /** By distance from the lowest candidate. bm25 is the better the lower, so points are taken off. */
    const scores = new Float64Array(highest - lowest + 1);
    const give = (some: readonly number[], points: number) => {
      for (const id of some) scores[id - lowest] = (scores[id - lowest] ?? 0) - points;
    };

    const { weighed, titleWords } = questions(terms, total > RANKED, common);
    for (const expression of weighed) {
      for (const [id, points] of score.all(expression, lowest, highest))
        scores[id - lowest] = (scores[id - lowest] ?? 0) + points;
    }
    for (const word of titleWords) give(titlesLike(`${word} `, candidates), FREQUENT_IN_TITLE);
    const open = terms.at(-1);
    const letters = open?.words.length === 1 ? (open.words[0] ?? '') : '';
    const reach = open ? reachOf(open) : 'whole';
    if (letters !== '' && reach === 'short')
      give(titleStarts.all(letters, `${letters}\u{10ffff}`, lowest, highest), TITLE_START);
    if (letters !== '' && (reach === 'start' || (reach === 'prefix' && total > RANKED))) {
      give(titlesLike(letters, candidates), TITLE_START);
    }
    return candidates.ids
      .map((id) => ({ id, points: scores[id - lowest] ?? 0 }))
      .sort((a, b) => a.points - b.points || b.id - a.id)
      .map(({ id }) => id);
  };
}

/** What is put in order, and what is often asked of it. */
interface Candidates {
  readonly ids: Ids;
  readonly lowest: number;
  readonly highest: number;
  has(id: number): boolean;
}

function candidatesOf(ids: Ids): Candidates {
  const members = new Set(ids);
  return { ids, lowest: ids.at(-1) ?? 0, highest: ids[0] ?? 0, has: (id) => members.has(id) };
}

/** The words of a title, each between spaces. */
const wordsIn = (title: string): string => ` ${indexText(title).replace(/[^\p{L}\p{N}\p{Co}]+/gu, ' ')} `;

interface Questions {
  /** Expressions for bm25; the scores of several add up. */
  readonly weighed: readonly string[];
  /** Words too frequent to be weighed: they count in titles. */
  readonly titleWords: readonly string[];
}

function questions(terms: readonly Term[], areMany: boolean, { isCommon, isFrequent }: CommonWords): Questions {
  const isApart = (term: Term) => {
    const reach = reachOf(term);
    return reach === 'short' || reach === 'start' || (reach === 'prefix' && areMany && term.words.length === 1);
  };
  const together = terms.filter((term) => !isApart(term)).flatMap((term) => (areMany ? wordsOf(term) : [term]));
  const apart = terms.filter(isApart).map((term) => ({ ...term, isOpen: false }));
  const isTelling = (term: Term) => reachOf(term) === 'prefix' || !term.words.every(isCommon);
  const isTitleWord = ({ words, isOpen }: Term) => !isOpen && words.length === 1 && words.every(isFrequent);
  const groups = [together, ...apart.map((term) => [term])].map((group) => group.filter(isTelling));
  return {
    weighed: groups
      .map((group) => group.filter((term) => !isTitleWord(term)))
      .filter((group) => group.length > 0)
      .map(matchAll),
    // What is still being typed counts by its beginning.
    titleWords: groups
      .flat()
      .filter((term) => isTitleWord(term) && !apart.includes(term))
      .flatMap(({ words }) => words),
  };
}

/** A phrase taken apart. Its unfinished word is left out: as a beginning of its own it would match far more than in its place. */
const wordsOf = (term: Term): readonly Term[] => {
  if (term.words.length === 1) return [term];
  const finished = reachOf(term) === 'prefix' ? term.words.slice(0, -1) : term.words;
  return [...new Set(finished)].map((word) => ({ words: [word], isOpen: false }));
};
