import type { IndexWords } from '../../base/words.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { WritableDb } from '../open.ts';
import { wordStarts } from './word-starts.ts';

/** What both indexes are to hold of an article, and whether an older entry has to go first. */
export interface ToIndex {
  readonly words: IndexWords;
  readonly isOld: boolean;
}

/**
 * Writes both indexes, which hold the same articles; for use inside a transaction. All articles go into one before any goes into the other: what it has gathered in
 * memory is then at hand for the next, which saves a twentieth.
 */
export function indexWrites(db: WritableDb): (articles: ReadonlyMap<ArticleId, ToIndex>) => void {
  const dropWords = db.prepare<[ArticleId]>('DELETE FROM article_fts WHERE rowid = ?');
  const dropStarts = db.prepare<[ArticleId]>('DELETE FROM start_fts WHERE rowid = ?');
  // UTF-8 is what SQLite wants: as strings, texts would be decoded here and encoded again on their way in.
  const putWords = db.prepare<[ArticleId, string, string, Uint8Array]>(
    'INSERT INTO article_fts (rowid, title, byline, body) VALUES (?, ?, ?, CAST(? AS TEXT))',
  );
  const putStarts = db.prepare<[ArticleId, Uint8Array]>(
    'INSERT INTO start_fts (rowid, starts) VALUES (?, CAST(? AS TEXT))',
  );

  return (articles) => {
    for (const [id, { words, isOld }] of articles) {
      if (isOld) dropWords.run(id);
      putWords.run(id, words.title, words.byline, words.body);
    }
    for (const [id, { words, isOld }] of articles) {
      if (isOld) dropStarts.run(id);
      putStarts.run(id, wordStarts(Buffer.from(words.title), Buffer.from(words.byline), words.body));
    }
  };
}
