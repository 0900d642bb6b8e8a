import type { Migration } from './index.ts';

/**
 * Every request that was ever made to the network, and hosts that asked to be left alone for a while. A request is noted before it is sent:
 * one without an outcome was cut off. Requests that are old are kept as sums, one for each day and host. Times are in milliseconds.
 */
export const ledger: Migration = {
  version: 11,
  up(db) {
    db.exec(`
      CREATE TABLE request (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        method TEXT NOT NULL,
        url TEXT NOT NULL,
        host TEXT NOT NULL,
        why TEXT NOT NULL,
        feed_id INTEGER,
        article_id INTEGER,
        status INTEGER,
        sent_bytes INTEGER NOT NULL DEFAULT 0,
        received_bytes INTEGER NOT NULL DEFAULT 0,
        duration_ms INTEGER,
        outcome TEXT,
        message TEXT
      ) STRICT;
      CREATE TABLE request_day (
        day INTEGER NOT NULL,
        host TEXT NOT NULL,
        requests INTEGER NOT NULL,
        sent_bytes INTEGER NOT NULL,
        received_bytes INTEGER NOT NULL,
        PRIMARY KEY (day, host)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE host_pause (
        host TEXT PRIMARY KEY,
        until INTEGER NOT NULL,
        reason TEXT NOT NULL,
        times INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
