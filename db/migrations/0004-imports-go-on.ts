import type { Migration } from './index.ts';

/**
 * Imports that were cut off can go on: what was given to them is kept while they have not come to their end.
 * `attempts` counts how often one was taken up again since it last got further; `problem` says in words why it ended early.
 */
export const importsGoOn: Migration = {
  version: 4,
  up(db) {
    db.exec(`
      ALTER TABLE import ADD COLUMN paths TEXT;
      ALTER TABLE import ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE import ADD COLUMN problem TEXT;
    `);
  },
};
