import type { Migration } from './index.ts';

/** Uids were written with 64 hexadecimal digits; 43 characters say the same. */
export const shorterUids: Migration = {
  version: 3,
  up(db) {
    // Its own copy of the rule: the application's may change, this step may not.
    db.function('uid_key', { deterministic: true }, (uid) => Buffer.from(String(uid), 'hex').toString('base64url'));
    db.exec(`
      UPDATE article SET uid = uid_key(uid);
      UPDATE removed_article SET uid = uid_key(uid);
    `);
  },
};
