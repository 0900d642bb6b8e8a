import type { ArticleId, EpochMs } from '../contract/model.ts';
import type { WritableDb } from './open.ts';

/** Keeps the text an article has before it is replaced; for use inside a transaction. */
export function revisionWrites(db: WritableDb, now: () => EpochMs) {
  const keep = db.prepare<[object]>(`
    INSERT INTO revision (article_id, replaced_at, title, byline, stated_at, word_count, packed)
    SELECT a.id, @at, a.title, a.byline, coalesce(a.modified_at, a.published_at), a.word_count, b.packed
    FROM article a JOIN body b ON b.article_id = a.id
    WHERE a.id = @id AND a.word_count > 0 AND b.packed <> @packed`);
  return (id: ArticleId, replacement: Uint8Array): void => {
    keep.run({ id, at: now(), packed: replacement });
  };
}
