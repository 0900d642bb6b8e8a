import type { Migration } from './index.ts';

/**
 * What is to be fetched for articles: their pages and their pictures, asked for by somebody or by the rule of a feed; and what became of it.
 * Pictures of the web that were asked for are known by their address, what sites ask of programs is kept for a day. Texts that an article had before are kept. Times are in milliseconds.
 */
export const pages: Migration = {
  version: 13,
  up(db) {
    db.exec(`
      CREATE TABLE page_queue (
        article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        part TEXT NOT NULL CHECK (part IN ('page', 'pictures')),
        url TEXT NOT NULL,
        host TEXT NOT NULL,
        -- Who wants it: somebody typed the address, somebody asked for it, or the rule of a feed does.
        why TEXT NOT NULL CHECK (why IN ('saved', 'asked', 'feed')),
        -- Whether it may lie on the own network: somebody said so.
        may_be_private INTEGER NOT NULL DEFAULT 0 CHECK (may_be_private IN (0, 1)),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'fetched', 'refused')),
        -- Of the last try; null when all is well.
        code TEXT,
        message TEXT,
        attempts INTEGER NOT NULL DEFAULT 0,
        asked_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        next_at INTEGER NOT NULL,
        -- The session that fetches it now.
        taken_by TEXT,
        PRIMARY KEY (article_id, part)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX page_queue_waiting ON page_queue (host, asked_at) WHERE state = 'waiting';
      CREATE INDEX page_queue_taken ON page_queue (taken_by) WHERE taken_by IS NOT NULL;

      CREATE TABLE remote_picture (
        address TEXT PRIMARY KEY,
        -- SHA-256 of what came; it may have gone since. Null when nothing did.
        hash BLOB,
        code TEXT,
        message TEXT,
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- What sites ask of programs, as it came; null when they ask nothing.
      CREATE TABLE robots (
        origin TEXT PRIMARY KEY,
        rules TEXT,
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- What was last to be made ready to be read without a network.
      CREATE TABLE trip (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        plan TEXT NOT NULL,
        is_running INTEGER NOT NULL CHECK (is_running IN (0, 1)),
        started_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        replaced_at INTEGER NOT NULL,
        title TEXT NOT NULL,
        byline TEXT,
        -- When it says it was published or last changed.
        stated_at INTEGER,
        word_count INTEGER NOT NULL,
        -- Its text and its HTML.
        packed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX revision_article ON revision (article_id, id);
    `);
  },
};
