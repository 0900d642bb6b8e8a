CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    source_id INTEGER NOT NULL REFERENCES source,
    external_id TEXT,
    import_id INTEGER REFERENCES import,
    original_id INTEGER,
    is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),
    is_starred INTEGER NOT NULL DEFAULT 0 CHECK (is_starred IN (0, 1)),
    is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
    is_trashed INTEGER NOT NULL DEFAULT 0 CHECK (is_trashed IN (0, 1)),
    place INTEGER NOT NULL CHECK (place = iif(is_trashed, 4, 2 * is_archived) + is_read),
    added_at INTEGER NOT NULL,
    dated_at INTEGER NOT NULL CHECK (dated_at = added_at OR dated_at IS published_at),
    published_at INTEGER,
    published_precision TEXT,
    published_zone TEXT,
    title TEXT NOT NULL,
    title_start TEXT NOT NULL,
    byline TEXT,
    site_name TEXT,
    excerpt TEXT NOT NULL,
    language TEXT,
    direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
    word_count INTEGER NOT NULL,
    position REAL NOT NULL DEFAULT 0,
    modified_at INTEGER,
    modified_precision TEXT,
    modified_zone TEXT,
    dateline_place TEXT,
    dateline_agency TEXT,
    url TEXT,
    canonical_url TEXT
  , usage TEXT, is_cut INTEGER NOT NULL DEFAULT 0 CHECK (is_cut IN (0, 1))) STRICT;

CREATE INDEX article_added ON article (place, added_at);

CREATE INDEX article_canonical_url ON article (canonical_url) WHERE canonical_url IS NOT NULL;

CREATE INDEX article_dated ON article (place, dated_at);

CREATE UNIQUE INDEX article_external ON article (source_id, external_id) WHERE external_id IS NOT NULL;

CREATE INDEX article_import_added ON article (import_id, place, added_at);

CREATE INDEX article_import_dated ON article (import_id, place, dated_at);

CREATE INDEX article_source_added ON article (source_id, place, added_at);

CREATE INDEX article_source_dated ON article (source_id, place, dated_at);

CREATE INDEX article_starred_added ON article (place, added_at) WHERE is_starred = 1;

CREATE INDEX article_starred_dated ON article (place, dated_at) WHERE is_starred = 1;

CREATE INDEX article_title_start ON article (title_start);

CREATE INDEX article_wordless ON article (place) WHERE word_count = 0;

CREATE TRIGGER article_counted AFTER UPDATE OF place, is_starred, source_id ON article
WHEN old.place <> new.place OR old.is_starred <> new.is_starred OR old.source_id <> new.source_id BEGIN
  UPDATE article_count SET n = n - 1 WHERE source_id = old.source_id AND place = old.place AND is_starred = old.is_starred;
  INSERT INTO article_count VALUES (new.source_id, new.place, new.is_starred, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER article_deleted AFTER DELETE ON article BEGIN
  UPDATE article_count SET n = n - 1 WHERE source_id = old.source_id AND place = old.place AND is_starred = old.is_starred;
  INSERT INTO removed_article VALUES (old.uid, old.is_read, old.is_starred, CAST(unixepoch('subsec') * 1000 AS INTEGER))
    ON CONFLICT DO UPDATE SET is_read = excluded.is_read, is_starred = excluded.is_starred, removed_at = excluded.removed_at;
END;

CREATE TRIGGER article_inserted AFTER INSERT ON article BEGIN
  INSERT INTO article_count VALUES (new.source_id, new.place, new.is_starred, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER article_moved AFTER UPDATE OF place, dated_at ON article
WHEN old.place <> new.place OR old.dated_at <> new.dated_at BEGIN
  UPDATE article_tag SET place = new.place, dated_at = new.dated_at WHERE article_id = new.id;
END;

CREATE TABLE article_count (
  source_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  is_starred INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (source_id, place, is_starred)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_enclosure (
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  url TEXT NOT NULL,
  position INTEGER NOT NULL,
  media_type TEXT,
  size INTEGER,
  duration INTEGER,
  seconds REAL NOT NULL DEFAULT 0,
  file_key BLOB REFERENCES enclosure_file,
  PRIMARY KEY (article_id, url)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_enclosure_file ON article_enclosure (file_key) WHERE file_key IS NOT NULL;

CREATE TRIGGER article_enclosure_deleted AFTER DELETE ON article_enclosure WHEN old.file_key IS NOT NULL BEGIN
  DELETE FROM enclosure_file WHERE key = old.file_key
    AND NOT EXISTS (SELECT 1 FROM article_enclosure e WHERE e.file_key = old.file_key);
END;

CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, byline, body,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE article_image (
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  position INTEGER NOT NULL,
  address TEXT NOT NULL,
  file TEXT,
  alt TEXT NOT NULL,
  width INTEGER,
  height INTEGER,
  asset_hash BLOB REFERENCES asset,
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_image_asset ON article_image (asset_hash) WHERE asset_hash IS NOT NULL;

CREATE TABLE article_tag (
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tag,
  place INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  dated_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (article_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_tag_added ON article_tag (tag_id, place, added_at, article_id) WHERE removed_at IS NULL;

CREATE INDEX article_tag_dated ON article_tag (tag_id, place, dated_at, article_id) WHERE removed_at IS NULL;

CREATE INDEX article_tag_removed ON article_tag (tag_id, article_id) WHERE removed_at IS NOT NULL;

CREATE TRIGGER article_tag_changed AFTER UPDATE OF place, removed_at ON article_tag
WHEN old.place <> new.place OR old.removed_at IS NOT new.removed_at BEGIN
  UPDATE tag_count SET n = n - 1 WHERE tag_id = old.tag_id AND place = old.place AND old.removed_at IS NULL;
  INSERT INTO tag_count SELECT new.tag_id, new.place, 1 WHERE new.removed_at IS NULL ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER article_tag_deleted AFTER DELETE ON article_tag WHEN old.removed_at IS NULL BEGIN
  UPDATE tag_count SET n = n - 1 WHERE tag_id = old.tag_id AND place = old.place;
END;

CREATE TRIGGER article_tag_inserted AFTER INSERT ON article_tag WHEN new.removed_at IS NULL BEGIN
  INSERT INTO tag_count VALUES (new.tag_id, new.place, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TABLE asset (
  hash BLOB NOT NULL PRIMARY KEY,
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  size INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE body (
  article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  packed BLOB NOT NULL,
  description TEXT,
  captions TEXT) STRICT;

CREATE TABLE enclosure_fetch (
  file_key BLOB NOT NULL PRIMARY KEY REFERENCES enclosure_file,
  article_id INTEGER NOT NULL,
  url TEXT NOT NULL,
  given_by TEXT NOT NULL,
  validator TEXT,
  total INTEGER,
  UNIQUE (article_id, url),
  FOREIGN KEY (article_id, url) REFERENCES article_enclosure ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TRIGGER enclosure_fetch_deleted AFTER DELETE ON enclosure_fetch BEGIN
  DELETE FROM enclosure_file WHERE key = old.file_key AND hash IS NULL;
END;

CREATE TABLE enclosure_file (
    key BLOB NOT NULL PRIMARY KEY,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at INTEGER NOT NULL
  , hash BLOB) STRICT;

CREATE UNIQUE INDEX enclosure_file_hash ON enclosure_file (hash) WHERE hash IS NOT NULL;

CREATE TABLE enclosure_part (
  id INTEGER PRIMARY KEY,
  file_key BLOB NOT NULL REFERENCES enclosure_file ON DELETE CASCADE,
  nth INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (file_key, nth)
) STRICT;

CREATE TABLE feed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    source_id INTEGER NOT NULL UNIQUE REFERENCES source,
    url TEXT NOT NULL UNIQUE,
    folder_id INTEGER REFERENCES feed_folder,
    position INTEGER NOT NULL,
    -- What its person calls it.
    name TEXT,
    title TEXT,
    description TEXT,
    site_url TEXT,
    language TEXT,
    icon_hash BLOB REFERENCES asset,
    -- What lists of other programs said of it, and in which other folders they had it: {"type": "rss", …}, [["News", "World"], …].
    attributes TEXT NOT NULL DEFAULT '{}',
    also_in TEXT NOT NULL DEFAULT '[]',
    added_at INTEGER NOT NULL,
    is_muted INTEGER NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1)),
    interval_minutes INTEGER,
    full_text TEXT,
    pictures TEXT,
    keep_days INTEGER,
    keep_count INTEGER,
    sort TEXT,
    open_mode TEXT,
    is_private_allowed INTEGER NOT NULL DEFAULT 0 CHECK (is_private_allowed IN (0, 1)),
    -- As they were received, and of what bytes: they belong to the address.
    etag TEXT,
    last_modified TEXT,
    -- The same of the address it leads to: {"url", "etag", "lastModified"}.
    behind TEXT,
    fetched_hash BLOB,
    checked_at INTEGER,
    changed_at INTEGER,
    next_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    error_code TEXT,
    error_message TEXT,
    stopped_at INTEGER,
    moved_to TEXT,
    moved_seen INTEGER NOT NULL DEFAULT 0,
    -- What it says of how often it wants to be asked.
    hints TEXT,
    per_week REAL NOT NULL DEFAULT 0,
    is_truncated INTEGER NOT NULL DEFAULT 0 CHECK (is_truncated IN (0, 1))
  , page_rule TEXT, icon_checked_at INTEGER, taken_by TEXT, taken_until INTEGER, stated_move TEXT, move_tried_at INTEGER) STRICT;

CREATE INDEX feed_icon ON feed (icon_hash) WHERE icon_hash IS NOT NULL;

CREATE TABLE feed_entry (
  feed_id INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  key BLOB NOT NULL,
  -- What it is known by when its feed calls it otherwise: its link and title.
  alias BLOB,
  -- Null once its article has been deleted: it does not come back.
  article_id INTEGER REFERENCES article ON DELETE SET NULL,
  content_hash BLOB NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  PRIMARY KEY (feed_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX feed_entry_alias ON feed_entry (feed_id, alias) WHERE alias IS NOT NULL;

CREATE INDEX feed_entry_article ON feed_entry (article_id) WHERE article_id IS NOT NULL;

CREATE TABLE feed_folder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    parent_id INTEGER REFERENCES feed_folder,
    name TEXT NOT NULL,
    -- Among the feeds and folders of its folder.
    position INTEGER NOT NULL
  , attributes TEXT NOT NULL DEFAULT '{}') STRICT;

CREATE TABLE host_pause (
  host TEXT PRIMARY KEY,
  until INTEGER NOT NULL,
  reason TEXT NOT NULL,
  times INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'interrupted')),
    session TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    total INTEGER NOT NULL DEFAULT 0,
    imported INTEGER NOT NULL DEFAULT 0,
    duplicate INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0
  , paths TEXT, attempts INTEGER NOT NULL DEFAULT 0, problem TEXT, given TEXT, tags TEXT, undone_at INTEGER) STRICT;

CREATE INDEX import_running ON import (session) WHERE state = 'running';

CREATE INDEX import_started ON import (started_at);

CREATE TABLE import_change (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  columns TEXT NOT NULL,
  originals TEXT NOT NULL,
  images TEXT NOT NULL,
  tags TEXT NOT NULL,
  body BLOB NOT NULL,
  description TEXT,
  captions TEXT,
  UNIQUE (import_id, article_id)
) STRICT;

CREATE INDEX import_change_article ON import_change (article_id, import_id);

CREATE TABLE import_change_asset (
  change_id INTEGER NOT NULL REFERENCES import_change ON DELETE CASCADE,
  asset_hash BLOB NOT NULL REFERENCES asset,
  PRIMARY KEY (asset_hash, change_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_change_asset_change ON import_change_asset (change_id);

CREATE TABLE import_item (
  import_id INTEGER NOT NULL REFERENCES import,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('imported', 'duplicate', 'updated', 'skipped', 'failed')),
  article_id INTEGER,
  error_code TEXT,
  error_message TEXT, format TEXT, note TEXT,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_item_told ON import_item (import_id, position) WHERE status <> 'imported' OR note IS NOT NULL;

CREATE TABLE listed_feed (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  title TEXT,
  site_url TEXT,
  -- Paths of folder names, outermost first: [["News", "World"], …].
  folders TEXT NOT NULL,
  -- Everything else the list said of it, by the names the list used: {"type": "rss", …}.
  attributes TEXT NOT NULL,
  -- The order of the lists.
  position INTEGER NOT NULL,
  import_id INTEGER NOT NULL REFERENCES import,
  added_at INTEGER NOT NULL
) STRICT;

CREATE INDEX listed_feed_position ON listed_feed (position);

CREATE TABLE original (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    name TEXT NOT NULL,
    encoding TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    packed BLOB NOT NULL
  , told TEXT) STRICT;

CREATE INDEX original_article ON original (article_id);

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

CREATE INDEX page_queue_taken ON page_queue (taken_by) WHERE taken_by IS NOT NULL;

CREATE INDEX page_queue_waiting ON page_queue (host, asked_at) WHERE state = 'waiting';

CREATE TABLE remote_picture (
  address TEXT PRIMARY KEY,
  -- SHA-256 of what came; it may have gone since. Null when nothing did.
  hash BLOB,
  code TEXT,
  message TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE removed_article (
  uid TEXT PRIMARY KEY,
  is_read INTEGER NOT NULL,
  is_starred INTEGER NOT NULL,
  removed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE removed_feed (
    uid TEXT PRIMARY KEY,
    removed_at INTEGER NOT NULL
  , kept TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE removed_feed_entry (
  uid TEXT NOT NULL REFERENCES removed_feed ON DELETE CASCADE,
  key BLOB NOT NULL,
  alias BLOB,
  article_id INTEGER REFERENCES article ON DELETE SET NULL,
  content_hash BLOB NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  PRIMARY KEY (uid, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX removed_feed_entry_article ON removed_feed_entry (article_id) WHERE article_id IS NOT NULL;

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

CREATE TABLE robots (
  origin TEXT PRIMARY KEY,
  rules TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, key)
) STRICT;

CREATE VIRTUAL TABLE start_fts USING fts5 (
  starts,
  content = '', contentless_delete = 1, detail = none,
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE tag_count (
  tag_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (tag_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE trip (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  plan TEXT NOT NULL,
  is_running INTEGER NOT NULL CHECK (is_running IN (0, 1)),
  started_at INTEGER NOT NULL
) STRICT;

CREATE TABLE undo_part (
  step_id INTEGER NOT NULL REFERENCES undo_step ON DELETE CASCADE,
  position INTEGER NOT NULL,
  change TEXT NOT NULL,
  tag_id INTEGER REFERENCES tag,
  name TEXT,
  ids BLOB NOT NULL,
  PRIMARY KEY (step_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE undo_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  articles INTEGER NOT NULL,
  article_id INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE watched_file (
  folder_id INTEGER NOT NULL REFERENCES watched_folder ON DELETE CASCADE,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  PRIMARY KEY (folder_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_folder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  added_at INTEGER NOT NULL
) STRICT;
