import type { ArticleId, EpochMs } from '../contract/model.ts';
import type { WritableDb } from './open.ts';
import { cleanTag } from './tag-names.ts';
import { tagRecords } from './tag-records.ts';

/** The longest name the contract lets through; what a file states is held to the same. */
const MAX_NAME = 100;

/** Tags that files state. */
export function statedTags(db: WritableDb, now: () => EpochMs) {
  const records = tagRecords(db, now);
  const put = db
    .prepare<[object], number>(`
    INSERT INTO article_tag (article_id, tag_id, place, added_at, dated_at, changed_at)
    SELECT id, @tag, place, added_at, dated_at, @at FROM article WHERE id = @article
    ON CONFLICT DO NOTHING RETURNING tag_id`)
    .pluck();

  return {
    /** Adds tags to an article; one that a person has taken off it stays off. @returns the numbers of those that are new to it */
    add(article: ArticleId, names: readonly string[]): readonly number[] {
      return names.flatMap((written) => {
        const name = cleanTag(written).slice(0, MAX_NAME).trim();
        if (name === '') return [];
        return put.get({ article, tag: records.make(name).id, at: now() }) ?? [];
      });
    },
  };
}
