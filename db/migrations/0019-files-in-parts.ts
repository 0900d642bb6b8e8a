import type { Migration } from './index.ts';

/**
 * Files come a part at a time: a file has a key from its first byte on, and the hash of its bytes once it is whole. What is on its way, or was cut
 * off, has a row that says what it can be gone on with; its bytes go with that row.
 */
export const filesInParts: Migration = {
  version: 19,
  up(db) {
    db.exec(`
      DROP TRIGGER article_enclosure_deleted;
      DROP INDEX article_enclosure_file;
      ALTER TABLE enclosure_file RENAME COLUMN hash TO key;
      ALTER TABLE enclosure_file ADD COLUMN hash BLOB;
      UPDATE enclosure_file SET hash = key;
      CREATE UNIQUE INDEX enclosure_file_hash ON enclosure_file (hash) WHERE hash IS NOT NULL;
      ALTER TABLE enclosure_part RENAME COLUMN hash TO file_key;
      ALTER TABLE article_enclosure RENAME COLUMN file_hash TO file_key;
      CREATE INDEX article_enclosure_file ON article_enclosure (file_key) WHERE file_key IS NOT NULL;
      CREATE TRIGGER article_enclosure_deleted AFTER DELETE ON article_enclosure WHEN old.file_key IS NOT NULL BEGIN
        DELETE FROM enclosure_file WHERE key = old.file_key
          AND NOT EXISTS (SELECT 1 FROM article_enclosure e WHERE e.file_key = old.file_key);
      END;
      CREATE TABLE enclosure_fetch (
        file_key BLOB NOT NULL PRIMARY KEY REFERENCES enclosure_file,
        article_id INTEGER NOT NULL,
        url TEXT NOT NULL,
        given_by TEXT NOT NULL,
        validator TEXT,
        total INTEGER,
        UNIQUE (article_id, url),
        FOREIGN KEY (article_id, url) REFERENCES article_enclosure ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER enclosure_fetch_deleted AFTER DELETE ON enclosure_fetch BEGIN
        DELETE FROM enclosure_file WHERE key = old.file_key AND hash IS NULL;
      END;
    `);
  },
};
