import type { Migration } from './index.ts';

/** Which program fetches a feed now, and until when at most; where a feed itself says it has moved, and when that was last looked into. Times are in milliseconds. */
export const feedTurns: Migration = {
  version: 20,
  up(db) {
    db.exec(`
      ALTER TABLE feed ADD COLUMN taken_by TEXT;
      ALTER TABLE feed ADD COLUMN taken_until INTEGER;
      ALTER TABLE feed ADD COLUMN stated_move TEXT;
      ALTER TABLE feed ADD COLUMN move_tried_at INTEGER;
    `);
  },
};
