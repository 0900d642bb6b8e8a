import type { IndexWords } from '../../base/words.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { WritableDb } from '../open.ts';
import { wordStarts } from './word-starts.ts';

/** Writes both indexes, which hold the same articles; for use inside a transaction. */
export function indexWrites(db: WritableDb) {
  const dropWords = db.prepare<[ArticleId]>('DELETE FROM article_fts WHERE rowid = ?');
  const dropStarts = db.prepare<[ArticleId]>('DELETE FROM start_fts WHERE rowid = ?');
  // UTF-8 is what SQLite wants: as strings, texts would be decoded here and encoded again on their way in.
  const putWords = db.prepare<[ArticleId, string, string, Uint8Array]>(
    'INSERT INTO article_fts (rowid, title, byline, body) VALUES (?, ?, ?, CAST(? AS TEXT))',
  );
  const putStarts = db.prepare<[ArticleId, Uint8Array]>(
    'INSERT INTO start_fts (rowid, starts) VALUES (?, CAST(? AS TEXT))',
  );

  return {
    /** An article that is there has to be dropped first. */
    put(id: ArticleId, { title, byline, body }: IndexWords): void {
      putWords.run(id, title, byline, body);
      putStarts.run(id, wordStarts(Buffer.from(title), Buffer.from(byline), body));
    },
    drop(id: ArticleId): void {
      dropWords.run(id);
      dropStarts.run(id);
    },
  };
}
