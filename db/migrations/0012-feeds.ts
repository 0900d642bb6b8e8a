import type { WritableDb } from '../open.ts';
import type { Migration } from './index.ts';

/**
 * Feeds that are subscribed to, in folders, and which of their entries have been met. Times are in milliseconds.
 * Dates that lie ahead no longer hold the top of a list: an article that states one stands where it came.
 */
export const feeds: Migration = {
  version: 12,
  up(db) {
    db.exec(`
      CREATE TABLE feed_folder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        parent_id INTEGER REFERENCES feed_folder,
        name TEXT NOT NULL,
        -- Among the feeds and folders of its folder.
        position INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE feed (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        source_id INTEGER NOT NULL UNIQUE REFERENCES source,
        url TEXT NOT NULL UNIQUE,
        folder_id INTEGER REFERENCES feed_folder,
        position INTEGER NOT NULL,
        -- What its person calls it.
        name TEXT,
        title TEXT,
        description TEXT,
        site_url TEXT,
        language TEXT,
        icon_hash BLOB REFERENCES asset,
        -- What lists of other programs said of it, and in which other folders they had it: {"type": "rss", …}, [["News", "World"], …].
        attributes TEXT NOT NULL DEFAULT '{}',
        also_in TEXT NOT NULL DEFAULT '[]',
        added_at INTEGER NOT NULL,
        is_muted INTEGER NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1)),
        interval_minutes INTEGER,
        full_text TEXT,
        pictures TEXT,
        keep_days INTEGER,
        keep_count INTEGER,
        sort TEXT,
        open_mode TEXT,
        is_private_allowed INTEGER NOT NULL DEFAULT 0 CHECK (is_private_allowed IN (0, 1)),
        -- As they were received, and of what bytes: they belong to the address.
        etag TEXT,
        last_modified TEXT,
        -- The same of the address it leads to: {"url", "etag", "lastModified"}.
        behind TEXT,
        fetched_hash BLOB,
        checked_at INTEGER,
        changed_at INTEGER,
        next_at INTEGER,
        failures INTEGER NOT NULL DEFAULT 0,
        error_code TEXT,
        error_message TEXT,
        stopped_at INTEGER,
        moved_to TEXT,
        moved_seen INTEGER NOT NULL DEFAULT 0,
        -- What it says of how often it wants to be asked.
        hints TEXT,
        per_week REAL NOT NULL DEFAULT 0,
        is_truncated INTEGER NOT NULL DEFAULT 0 CHECK (is_truncated IN (0, 1))
      ) STRICT;
      CREATE INDEX feed_icon ON feed (icon_hash) WHERE icon_hash IS NOT NULL;
      CREATE TABLE feed_entry (
        feed_id INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
        key BLOB NOT NULL,
        -- What it is known by when its feed calls it otherwise: its link and title.
        alias BLOB,
        -- Null once its article has been deleted: it does not come back.
        article_id INTEGER REFERENCES article ON DELETE SET NULL,
        content_hash BLOB NOT NULL,
        first_seen_at INTEGER NOT NULL,
        last_seen_at INTEGER NOT NULL,
        PRIMARY KEY (feed_id, key)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX feed_entry_alias ON feed_entry (feed_id, alias) WHERE alias IS NOT NULL;
      CREATE INDEX feed_entry_article ON feed_entry (article_id) WHERE article_id IS NOT NULL;
      CREATE TABLE removed_feed (
        uid TEXT PRIMARY KEY,
        removed_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
    loosenDates(db);
    db.exec(`
      UPDATE article SET dated_at = added_at
      WHERE published_at > max(added_at, unixepoch() * 1000) OR abs(published_at) < 86400000`);
  },
};

/** A constraint that no row breaks is let go of by changing its text: nothing of the table is written anew. */
function loosenDates(db: WritableDb): void {
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  db.prepare('UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?').run(
    'CHECK (dated_at = coalesce(published_at, added_at))',
    'CHECK (dated_at = added_at OR dated_at IS published_at)',
    'article',
  );
  const version = Number(db.pragma('schema_version', { simple: true }));
  db.pragma(`schema_version = ${version + 1}`);
  db.pragma('writable_schema = OFF');
  db.unsafeMode(false);
}
