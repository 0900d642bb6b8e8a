import type { Migration } from './index.ts';

/** What a feed was when it was let go, so that it can be had back: {"row": {…}, "trashed": [ids]}; and its entries, lest what was deleted comes back with it. */
export const keptFeeds: Migration = {
  version: 18,
  up(db) {
    db.exec(`
      ALTER TABLE removed_feed ADD COLUMN kept TEXT;
      CREATE TABLE removed_feed_entry (
        uid TEXT NOT NULL REFERENCES removed_feed ON DELETE CASCADE,
        key BLOB NOT NULL,
        alias BLOB,
        article_id INTEGER REFERENCES article ON DELETE SET NULL,
        content_hash BLOB NOT NULL,
        first_seen_at INTEGER NOT NULL,
        last_seen_at INTEGER NOT NULL,
        PRIMARY KEY (uid, key)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX removed_feed_entry_article ON removed_feed_entry (article_id) WHERE article_id IS NOT NULL`);
  },
};
