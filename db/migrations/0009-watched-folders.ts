import type { Migration } from './index.ts';

/**
 * Folders whose new files come in by themselves, and which of their files have been taken, each as it was then: a file is taken once, and again when
 * its size or its time is another. Times are in milliseconds.
 */
export const watchedFolders: Migration = {
  version: 9,
  up(db) {
    db.exec(`
      CREATE TABLE watched_folder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL UNIQUE,
        added_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE watched_file (
        folder_id INTEGER NOT NULL REFERENCES watched_folder ON DELETE CASCADE,
        path TEXT NOT NULL,
        size INTEGER NOT NULL,
        modified_at INTEGER NOT NULL,
        PRIMARY KEY (folder_id, path)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
