import type { Migration } from './index.ts';

/** What a feed was when it was let go, so that it can be had back: {"row": {…}, "trashed": [ids]}. */
export const keptFeeds: Migration = {
  version: 18,
  up(db) {
    db.exec('ALTER TABLE removed_feed ADD COLUMN kept TEXT');
  },
};
