import type { ReadableDb } from '../open.ts';
import { quoted } from './expression.ts';

interface Known {
  /** How many articles hold the word. */
  readonly carriers: number;
  /** How many articles there were when it was counted. */
  readonly of: number;
}

/** Shares move slowly: a word is counted again when the library has grown or shrunk by this factor. */
const STALE = 1.25;
const LIMIT = 5_000;

/** bm25 looks at every article that holds a word, at 1 µs each, however few of them are ranked. */
const FREQUENT = 5_000;

export interface CommonWords {
  /** Whether a word stands in more than half of all articles: it then says nothing of what one is about. */
  isCommon(word: string): boolean;
  /** Whether so many articles hold a word that it cannot be weighed in each. */
  isFrequent(word: string): boolean;
}

/** @param frequent how many articles make a word frequent */
export function commonWords(db: ReadableDb, frequent = FREQUENT): CommonWords {
  const articles = db.prepare<[], number>('SELECT sum(n) FROM article_count').pluck();
  const carriers = db.prepare<[string], number>('SELECT count(*) FROM article_fts WHERE article_fts MATCH ?').pluck();
  const known = new Map<string, Known>();
  const counted = (word: string): Known => {
    const now = articles.get() ?? 0;
    const before = known.get(word);
    if (before && now < before.of * STALE && before.of < now * STALE) return before;
    const count = { carriers: carriers.get(quoted(word)) ?? 0, of: now };
    if (known.size >= LIMIT) known.clear();
    known.set(word, count);
    return count;
  };
  return {
    isCommon(word) {
      const { carriers, of } = counted(word);
      return carriers * 2 > of;
    },
    isFrequent: (word) => counted(word).carriers > frequent,
  };
}
