import type { Migration } from './index.ts';

/**
 * What an agency says of an article it sent, as JSON: its status, embargo, note and revision; when it said so; and the original that says it, where that is not the one shown:
 * a kill marks an article without becoming its text. NULL for all others.
 */
export const usage: Migration = {
  version: 6,
  up(db) {
    db.exec('ALTER TABLE article ADD COLUMN usage TEXT');
  },
};
