import type { ReadableDb } from '../open.ts';
import { quoted } from './expression.ts';

interface Known {
  readonly isCommon: boolean;
  /** How many articles there were when it was counted. */
  readonly of: number;
}

/** Shares move slowly: a word is counted again when the library has grown or shrunk by this factor. */
const STALE = 1.25;
const LIMIT = 5_000;

/** Whether a word stands in more than half of all articles: it then says nothing of what one is about. */
export function commonWords(db: ReadableDb): (word: string) => boolean {
  const articles = db.prepare<[], number>('SELECT sum(n) FROM article_count').pluck();
  const carriers = db.prepare<[string], number>('SELECT count(*) FROM article_fts WHERE article_fts MATCH ?').pluck();
  const known = new Map<string, Known>();
  return (word) => {
    const now = articles.get() ?? 0;
    const before = known.get(word);
    if (before && now < before.of * STALE && before.of < now * STALE) return before.isCommon;
    const isCommon = (carriers.get(quoted(word)) ?? 0) * 2 > now;
    if (known.size >= LIMIT) known.clear();
    known.set(word, { isCommon, of: now });
    return isCommon;
  };
}
