import type { Migration } from './index.ts';

/** What was known of an original from outside its bytes is kept beside it, as JSON, so that it is read alike again; NULL where nothing was. */
export const told: Migration = {
  version: 5,
  up(db) {
    db.exec('ALTER TABLE original ADD COLUMN told TEXT');
  },
};
