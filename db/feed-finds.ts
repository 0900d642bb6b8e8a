import type { ArticleId, SourceId } from '../contract/model.ts';
import type { WritableDb } from './open.ts';

/** Leaves articles that came another way to the feed that has found them too; for use inside a transaction. */
export function feedFinds(db: WritableDb) {
  const finder = db
    .prepare<[ArticleId], SourceId>(`
      SELECT f.source_id FROM feed_entry e JOIN feed f ON f.id = e.feed_id
      WHERE e.article_id = ? ORDER BY e.first_seen_at, e.feed_id LIMIT 1`)
    .pluck();
  const leave = db.prepare<[SourceId, ArticleId]>('UPDATE article SET source_id = ?, import_id = NULL WHERE id = ?');

  /** @returns whether there is such a feed */
  return (id: ArticleId): boolean => {
    const sourceId = finder.get(id);
    if (sourceId !== undefined) leave.run(sourceId, id);
    return sourceId !== undefined;
  };
}
