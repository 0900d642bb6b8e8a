import type { EpochMs } from '../contract/model.ts';
import { ascending } from './id-list.ts';
import type { WritableDb } from './open.ts';

/** Puts a tag on, or takes it off, many articles. Each returns ids of those it changed, ascending. */
export function tagPairs(db: WritableDb, now: () => EpochMs) {
  const put = db
    .prepare<[object], number>(`
      INSERT INTO article_tag (article_id, tag_id, place, added_at, dated_at, changed_at)
      SELECT id, @tag, place, added_at, dated_at, @at FROM article WHERE id IN (SELECT value FROM json_each(@ids))
      ON CONFLICT DO UPDATE SET removed_at = NULL, changed_at = @at WHERE removed_at IS NOT NULL
      RETURNING article_id`)
    .pluck();
  const take = db
    .prepare<[object], number>(`
      UPDATE article_tag SET removed_at = @at, changed_at = @at
      WHERE tag_id = @tag AND removed_at IS NULL AND article_id IN (SELECT value FROM json_each(@ids)) RETURNING article_id`)
    .pluck();
  const carriers = db
    .prepare<[number], number>('SELECT article_id FROM article_tag WHERE tag_id = ? AND removed_at IS NULL')
    .pluck();

  return {
    tag: (tag: number, ids: readonly number[]) => ascending(put.all({ tag, ids: JSON.stringify(ids), at: now() })),
    untag: (tag: number, ids: readonly number[]) => ascending(take.all({ tag, ids: JSON.stringify(ids), at: now() })),
    /** All articles that carry it, in the trash or not. */
    carriers: (tag: number) => ascending(carriers.all(tag)),
  };
}
