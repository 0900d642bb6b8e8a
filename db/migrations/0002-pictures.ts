import type { Migration } from './index.ts';

/**
 * Pictures: what each article names, and the bytes of those that are here, each kept once however many articles show it.
 * Until now bodies named none, so nothing is lost with their empty column.
 */
export const pictures: Migration = {
  version: 2,
  up(db) {
    db.exec(`
      CREATE TABLE asset (
        hash BLOB NOT NULL PRIMARY KEY,
        media_type TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        size INTEGER NOT NULL,
        added_at INTEGER NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;

      -- No hash: the picture is named, and its bytes are not on this computer.
      CREATE TABLE article_image (
        article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        position INTEGER NOT NULL,
        address TEXT NOT NULL,
        file TEXT,
        alt TEXT NOT NULL,
        width INTEGER,
        height INTEGER,
        asset_hash BLOB REFERENCES asset,
        PRIMARY KEY (article_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX article_image_asset ON article_image (asset_hash) WHERE asset_hash IS NOT NULL;

      ALTER TABLE body DROP COLUMN images;
    `);
  },
};
