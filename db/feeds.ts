import { hash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { PageRule } from '../contract/feed-look.ts';
import type { FeedId, FeedSettings, FolderId } from '../contract/feeds.ts';
import type { EpochMs, SourceId } from '../contract/model.ts';
import { folderPlaces, folderReads } from './feed-folders.ts';
import { FEEDS, type FeedRow, type StoredFeed, shownName, toFeed } from './feed-rows.ts';
import { flagWrites } from './flags.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';

/** What is known of a feed when it is subscribed to. */
export interface NewFeed {
  readonly url: string;
  readonly folderId: FolderId | null;
  /** What its person calls it. */
  readonly name?: string | null;
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly isPrivateAllowed: boolean;
  readonly pageRule?: PageRule | null;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly alsoIn?: readonly (readonly string[])[];
  readonly addedAt: EpochMs;
}

/** What a person changes of a feed; what is left out stays. */
export interface FeedChange {
  readonly name?: string | null;
  readonly folderId?: FolderId | null;
  readonly isMuted?: boolean;
  readonly isPrivateAllowed?: boolean;
  readonly pageRule?: PageRule;
  readonly settings?: Partial<FeedSettings>;
}

/** Feeds that are subscribed to. */
export function feedReads(db: ReadableDb) {
  const all = db.prepare<[], FeedRow>(`${FEEDS} ORDER BY f.position, f.id`);
  const one = db.prepare<[FeedId], FeedRow>(`${FEEDS} WHERE f.id = ?`);
  const byUrl = db.prepare<[string, string], FeedRow>(
    `${FEEDS} WHERE f.url = ? OR f.uid = ? ORDER BY f.url = f.uid LIMIT 1`,
  );
  return {
    ...folderReads(db),
    feeds: (): readonly StoredFeed[] => all.all().map(toFeed),
    feed(id: FeedId): StoredFeed {
      const row = one.get(id);
      if (!row) throw new AppError('not-found', 'There is no such feed');
      return toFeed(row);
    },
    /** The one of that address, be it the one it had when it was subscribed to. */
    feedByUrl(url: string): StoredFeed | null {
      const row = byUrl.get(url, uidOfFeed(url));
      return row ? toFeed(row) : null;
    },
  };
}

/** The same on every machine that subscribes to it. */
const uidOfFeed = (url: string): string => hash('sha256', url, 'base64url');

/** Whether an address is subscribed to, be it under another one by now. */
export function subscribedAddresses(db: ReadableDb) {
  const find = db.prepare<[string, string], number>('SELECT 1 FROM feed WHERE url = ? OR uid = ?').pluck();
  return (url: string): boolean => find.get(url, uidOfFeed(url)) !== undefined;
}

/** A feed is put in its place; for use inside a transaction. */
export function feedInserts(db: WritableDb) {
  const places = folderPlaces(db);
  const addSource = db
    .prepare<[string, string], SourceId>(`
      INSERT INTO source (kind, key, name) VALUES ('feed', ?, ?)
      ON CONFLICT DO UPDATE SET name = excluded.name RETURNING id`)
    .pluck();
  const add = db
    .prepare<[object], FeedId>(`
      INSERT INTO feed (uid, source_id, url, folder_id, position, title, site_url, attributes, also_in, added_at, is_private_allowed, name, page_rule)
      VALUES (@uid, @sourceId, @url, @folderId, @position, @title, @siteUrl, @attributes, @alsoIn, @addedAt, @isPrivateAllowed, @name, @pageRule)
      RETURNING id`)
    .pluck();
  const returned = db.prepare<[string]>('DELETE FROM removed_feed WHERE uid = ?');
  const trashedWith = db
    .prepare<[string], number>("SELECT value FROM removed_feed, json_each(kept, '$.trashed') WHERE uid = ?")
    .pluck();
  const setFlag = flagWrites(db);

  return ({
    folderId,
    attributes = {},
    alsoIn = [],
    isPrivateAllowed,
    name = null,
    pageRule = null,
    ...feed
  }: NewFeed): FeedId => {
    places.check(folderId);
    const uid = uidOfFeed(feed.url);
    const sourceId = addSource.get(uid, shownName({ ...feed, name }));
    const id = add.get({
      ...feed,
      ...{ uid, name, sourceId, folderId, position: places.end(folderId) },
      attributes: JSON.stringify(attributes),
      alsoIn: JSON.stringify(alsoIn),
      isPrivateAllowed: isPrivateAllowed ? 1 : 0,
      pageRule: pageRule && JSON.stringify(pageRule),
    });
    if (id === undefined) throw new Error('INSERT gave no feed');
    // What went to the trash only because its feed went comes back with it.
    setFlag('is_trashed', false, trashedWith.all(uid));
    returned.run(uid);
    return id;
  };
}

const SETTINGS: Readonly<Record<keyof FeedSettings, string>> = {
  intervalMinutes: 'interval_minutes',
  fullText: 'full_text',
  pictures: 'pictures',
  keepDays: 'keep_days',
  keepCount: 'keep_count',
  sort: 'sort',
  openMode: 'open_mode',
};

/** Feeds come, go and are changed. */
export function feedWrites(db: WritableDb) {
  const { feed, feedByUrl } = feedReads(db);
  const insert = feedInserts(db);
  const places = folderPlaces(db);
  const set = (column: string) => db.prepare<[unknown, FeedId]>(`UPDATE feed SET ${column} = ? WHERE id = ?`);
  // What a list called it is not what it is called now.
  const setName = db.prepare<[string | null, FeedId]>(
    "UPDATE feed SET name = ?, attributes = json_remove(attributes, '$.text') WHERE id = ?",
  );
  const setMuted = set('is_muted');
  const setPrivate = set('is_private_allowed');
  // What the page was recognised by would hide what it holds by another rule.
  const setRule = db.prepare<[string, FeedId]>(
    'UPDATE feed SET page_rule = ?, etag = NULL, last_modified = NULL, behind = NULL, fetched_hash = NULL WHERE id = ?',
  );
  const settings = Object.entries(SETTINGS).map(([key, column]) => [key, set(column)] as const);
  const move = db.prepare<[object]>('UPDATE feed SET folder_id = @folderId, position = @position WHERE id = @id');
  const nameSource = db.prepare<[string, SourceId]>('UPDATE source SET name = ? WHERE id = ?');

  return {
    /** One that is subscribed to already is given back as it is. @throws AppError `not-found` for its folder */
    addFeed: writing(db, (added: NewFeed): StoredFeed => feedByUrl(added.url) ?? feed(insert(added))),

    changeFeed: writing(db, (id: FeedId, change: FeedChange): StoredFeed => {
      const { folderId, sourceId } = feed(id);
      const { name, isMuted, isPrivateAllowed, pageRule } = change;
      if (name !== undefined) setName.run(name || null, id);
      if (isMuted !== undefined) setMuted.run(isMuted ? 1 : 0, id);
      if (isPrivateAllowed !== undefined) setPrivate.run(isPrivateAllowed ? 1 : 0, id);
      if (pageRule !== undefined) setRule.run(JSON.stringify(pageRule), id);
      const wanted = new Map<string, unknown>(Object.entries(change.settings ?? {}));
      for (const [key, setting] of settings) if (wanted.has(key)) setting.run(wanted.get(key), id);
      if (change.folderId !== undefined && change.folderId !== folderId) {
        places.check(change.folderId);
        move.run({ id, folderId: change.folderId, position: places.end(change.folderId) });
      }
      const changed = feed(id);
      nameSource.run(changed.name, sourceId);
      return changed;
    }),
  };
}
