import { AppError } from '../contract/errors.ts';
import type { FeedId, FolderId } from '../contract/feeds.ts';
import type { ArticleId, EpochMs, SourceId } from '../contract/model.ts';
import { assetWrites } from './assets.ts';
import { folderPlaces } from './feed-folders.ts';
import type { StoredFeed } from './feed-rows.ts';
import { feedReads } from './feeds.ts';
import { flagWrites } from './flags.ts';
import { type WritableDb, writing } from './open.ts';

/** A feed as it was when it was let go, and what of it went to the trash with it. */
interface Kept {
  readonly row: Row;
  readonly trashed: readonly number[];
}

type Row = Readonly<Record<string, unknown>> & {
  readonly id: FeedId;
  readonly folder_id: FolderId | null;
  readonly icon_hash: Uint8Array | null;
};

/** What answers are recognised by, and who was asking: its entries are read anew when it is back. */
const FORGOTTEN = {
  ...{ icon_hash: null, icon_checked_at: null, taken_by: null, taken_until: null },
  ...{ etag: null, last_modified: null, behind: null, fetched_hash: null },
};

/** Feeds are let go, and had back. */
export function feedRemoval(db: WritableDb, now: () => EpochMs) {
  const { feed } = feedReads(db);
  const places = folderPlaces(db);
  const setFlag = flagWrites(db);
  const { dropUnused } = assetWrites(db, now);
  const rowOf = db.prepare<[FeedId], Row>('SELECT * FROM feed WHERE id = ?');
  const remove = db.prepare<[FeedId]>('DELETE FROM feed WHERE id = ?');
  const trashable = db
    .prepare<[SourceId], ArticleId>(`
      SELECT id FROM article WHERE source_id = ? AND is_trashed = 0 AND is_starred = 0
        AND NOT EXISTS (SELECT 1 FROM article_tag t WHERE t.article_id = article.id AND t.removed_at IS NULL)`)
    .pluck();
  const remember = db.prepare<[object]>(`
    INSERT INTO removed_feed (uid, removed_at, kept) VALUES (@uid, @at, @kept)
    ON CONFLICT DO UPDATE SET removed_at = excluded.removed_at, kept = excluded.kept`);
  const ENTRY = 'key, alias, article_id, content_hash, first_seen_at, last_seen_at';
  const keepEntries = db.prepare<[object]>(`
    INSERT INTO removed_feed_entry (uid, ${ENTRY}) SELECT @uid, ${ENTRY} FROM feed_entry WHERE feed_id = @id`);
  const dropEntries = db.prepare<[string]>('DELETE FROM removed_feed_entry WHERE uid = ?');
  const entriesBack = db.prepare<[object]>(`
    INSERT INTO feed_entry (feed_id, ${ENTRY}) SELECT @id, ${ENTRY} FROM removed_feed_entry WHERE uid = @uid`);
  const kept = db.prepare<[string], string | null>('SELECT kept FROM removed_feed WHERE uid = ?').pluck();
  const forget = db.prepare<[string]>('DELETE FROM removed_feed WHERE uid = ?');
  const isTaken = db.prepare<[unknown], number>('SELECT 1 FROM feed WHERE url = ?').pluck();

  return {
    /** @param withArticles whether what of it is neither starred nor tagged goes to the trash */
    removeFeed: writing(db, (id: FeedId, withArticles: boolean): null => {
      const { uid, sourceId } = feed(id);
      const row = rowOf.get(id) as Row;
      const trashed = withArticles ? setFlag('is_trashed', true, trashable.all(sourceId)) : [];
      const kept: Kept = { row: { ...row, ...FORGOTTEN }, trashed };
      remember.run({ uid, at: now(), kept: JSON.stringify(kept) });
      dropEntries.run(uid);
      keepEntries.run({ uid, id });
      remove.run(id);
      if (row.icon_hash) dropUnused([row.icon_hash]);
      return null;
    }),

    /** Puts it where it was, or where its folder has gone at the end. @throws AppError `not-found` when it was not let go, or lies there again */
    bringBackFeed: writing(db, (uid: string): StoredFeed => {
      const json = kept.get(uid);
      const { row, trashed }: Kept = json ? JSON.parse(json) : { row: null, trashed: [] };
      if (!row || isTaken.get(row['url'])) throw new AppError('not-found', 'There is no such feed to bring back');
      const isPlaced = row.folder_id === null || places.find(row.folder_id) !== undefined;
      const back = isPlaced ? row : { ...row, folder_id: null, position: places.end(null) };
      const columns = Object.keys(back);
      const values = columns.map((column) => `@${column}`).join();
      db.prepare<[object]>(`INSERT INTO feed (${columns.join()}) VALUES (${values})`).run(back);
      entriesBack.run({ uid, id: row.id });
      forget.run(uid);
      setFlag('is_trashed', false, trashed);
      return feed(row.id);
    }),
  };
}
