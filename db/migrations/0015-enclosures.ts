import type { Migration } from './index.ts';

/**
 * Files that articles bring along: sound, films, documents. They are listed, and fetched when somebody asks. Their bytes lie in parts of a
 * megabyte, once however many articles have them, and go with the last of those. Times are in milliseconds, `seconds` is where playing stopped.
 */
export const enclosures: Migration = {
  version: 15,
  up(db) {
    db.exec(`
      CREATE TABLE enclosure_file (
        hash BLOB NOT NULL PRIMARY KEY,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        added_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE enclosure_part (
        id INTEGER PRIMARY KEY,
        hash BLOB NOT NULL REFERENCES enclosure_file ON DELETE CASCADE,
        nth INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (hash, nth)
      ) STRICT;
      CREATE TABLE article_enclosure (
        article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        url TEXT NOT NULL,
        position INTEGER NOT NULL,
        media_type TEXT,
        size INTEGER,
        duration INTEGER,
        seconds REAL NOT NULL DEFAULT 0,
        file_hash BLOB REFERENCES enclosure_file,
        PRIMARY KEY (article_id, url)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_enclosure_file ON article_enclosure (file_hash) WHERE file_hash IS NOT NULL;
      CREATE TRIGGER article_enclosure_deleted AFTER DELETE ON article_enclosure WHEN old.file_hash IS NOT NULL BEGIN
        DELETE FROM enclosure_file WHERE hash = old.file_hash
          AND NOT EXISTS (SELECT 1 FROM article_enclosure e WHERE e.file_hash = old.file_hash);
      END;
    `);
  },
};
