import type { Migration } from './index.ts';

/**
 * An import is a batch that can be taken back: what an article was before it stands in `import_change`, and pictures that only such a past shows are kept.
 * `given` is what was given to it, as JSON, so that it can be tried again; `tags` are those it puts on everything it brings, as JSON.
 * `import_item.format` is the kind of file, NULL for imports of before; `note` is what is to be said of one that was taken all the same.
 */
export const importBatches: Migration = {
  version: 8,
  up(db) {
    db.exec(`
      ALTER TABLE import ADD COLUMN given TEXT;
      ALTER TABLE import ADD COLUMN tags TEXT;
      ALTER TABLE import ADD COLUMN undone_at INTEGER;
      ALTER TABLE import_item ADD COLUMN format TEXT;
      ALTER TABLE import_item ADD COLUMN note TEXT;
      DROP INDEX import_item_not_taken;
      CREATE INDEX import_item_told ON import_item (import_id, position) WHERE status <> 'imported' OR note IS NOT NULL;
      CREATE TABLE import_change (
        id INTEGER PRIMARY KEY,
        import_id INTEGER NOT NULL REFERENCES import,
        article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        columns TEXT NOT NULL,
        originals TEXT NOT NULL,
        images TEXT NOT NULL,
        tags TEXT NOT NULL,
        body BLOB NOT NULL,
        description TEXT,
        captions TEXT,
        UNIQUE (import_id, article_id)
      ) STRICT;
      CREATE INDEX import_change_article ON import_change (article_id, import_id);
      CREATE TABLE import_change_asset (
        change_id INTEGER NOT NULL REFERENCES import_change ON DELETE CASCADE,
        asset_hash BLOB NOT NULL REFERENCES asset,
        PRIMARY KEY (asset_hash, change_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX import_change_asset_change ON import_change_asset (change_id);
    `);
  },
};
