import type { Migration } from './index.ts';

/** Entries of feeds that visibly go on elsewhere: what is here of them is not all there is. */
export const cutTexts: Migration = {
  version: 17,
  up(db) {
    db.exec('ALTER TABLE article ADD COLUMN is_cut INTEGER NOT NULL DEFAULT 0 CHECK (is_cut IN (0, 1))');
  },
};
