import type { Migration } from './index.ts';

/** Folders of feeds keep what lists of other programs say of them, as feeds do. */
export const folderAttributes: Migration = {
  version: 16,
  up(db) {
    db.exec(`
      -- What lists of other programs said of it: {"isOpen": "true", …}.
      ALTER TABLE feed_folder ADD COLUMN attributes TEXT NOT NULL DEFAULT '{}';
    `);
  },
};
