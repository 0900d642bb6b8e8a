import type { Migration } from './index.ts';

/** Pages that are read as feeds, and when a site was last asked for its icon. */
export const pickedPages: Migration = {
  version: 14,
  up(db) {
    db.exec(`
      -- How the page is read, for one that is no feed: {"item": "article", "title": "h2", "link": "h2 a", "date": "time"}.
      ALTER TABLE feed ADD COLUMN page_rule TEXT;
      ALTER TABLE feed ADD COLUMN icon_checked_at INTEGER;
    `);
  },
};
