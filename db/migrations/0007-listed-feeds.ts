import type { Migration } from './index.ts';

/** Feeds that lists of other programs have named, kept until they are subscribed to: one row for each address. */
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

    `);
  },
};
