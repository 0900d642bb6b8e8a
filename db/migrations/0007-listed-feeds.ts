import type { Migration } from './index.ts';

/**
 * Feeds that lists of other programs have named, kept until they are subscribed to: one row for each address. What is not an article now has its own words
 * in the report, and stands among the lines that are shown first.
 */
export const listedFeeds: Migration = {
  version: 7,
  up(db) {
    db.exec(`
      CREATE TABLE listed_feed (
        id INTEGER PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        title TEXT,
        site_url TEXT,
        -- Paths of folder names, outermost first: [["News", "World"], …].
        folders TEXT NOT NULL,
        -- Everything else the list said of it, by the names the list used: {"type": "rss", …}.
        attributes TEXT NOT NULL,
        -- The order of the lists.
        position INTEGER NOT NULL,
        import_id INTEGER NOT NULL REFERENCES import,
        added_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX listed_feed_position ON listed_feed (position);

      DROP INDEX import_item_not_taken;
      CREATE INDEX import_item_not_taken ON import_item (import_id, position) WHERE status <> 'imported' OR article_id IS NULL;
    `);
  },
};
