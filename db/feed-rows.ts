import type { PageRule } from '../contract/feed-look.ts';
import type { Feed, FeedFolder, FeedId, FeedSettings, FolderId } from '../contract/feeds.ts';
import type { EpochMs, SourceId } from '../contract/model.ts';

/** A feed as it is kept: how it goes with it is told from what was seen of it. */
export interface StoredFeed extends Omit<Feed, 'health'> {
  readonly seen: FeedSeen;
  /** Its person said yes to an address on the own network. */
  readonly isPrivateAllowed: boolean;
  /** How it is read, for a page that is no feed. */
  readonly pageRule: PageRule | null;
  /** What lists of other programs said of it, and in which other folders they had it. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly alsoIn: readonly (readonly string[])[];
}

/** What was seen of a feed when it was last asked, and what follows from it. */
export interface FeedSeen {
  /** As received: they belong to its address. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The same of the address it leads to. */
  readonly behind: { readonly url: string; readonly etag: string | null; readonly lastModified: string | null } | null;
  /** SHA-256 of the bytes that were last read to their end, hexadecimal. */
  readonly fetchedHash: string | null;
  readonly checkedAt: EpochMs | null;
  readonly changedAt: EpochMs | null;
  readonly nextAt: EpochMs | null;
  readonly failures: number;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly stoppedAt: EpochMs | null;
  readonly movedTo: string | null;
  /** How often in a row it proved to be a feed there. */
  readonly movedSeen: number;
  /** Where it says itself that it has moved (`itunes:new-feed-url`), and when that was last looked into. */
  readonly statedMove: string | null;
  readonly moveTriedAt: EpochMs | null;
  /** What it says of how often it wants to be asked; only its schedule reads it. */
  readonly hints: object | null;
  readonly entriesPerWeek: number;
  readonly isTruncated: boolean;
}

export interface FeedRow {
  readonly id: FeedId;
  readonly uid: string;
  readonly source_id: SourceId;
  readonly url: string;
  readonly folder_id: FolderId | null;
  readonly position: number;
  readonly name: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly site_url: string | null;
  readonly language: string | null;
  readonly icon: string | null;
  readonly attributes: string;
  readonly also_in: string;
  readonly added_at: EpochMs;
  readonly is_muted: 0 | 1;
  readonly interval_minutes: number | null;
  readonly full_text: FeedSettings['fullText'];
  readonly pictures: FeedSettings['pictures'];
  readonly keep_days: number | null;
  readonly keep_count: number | null;
  readonly sort: FeedSettings['sort'];
  readonly open_mode: FeedSettings['openMode'];
  readonly is_private_allowed: 0 | 1;
  readonly page_rule: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly behind: string | null;
  readonly fetched: string | null;
  readonly checked_at: EpochMs | null;
  readonly changed_at: EpochMs | null;
  readonly next_at: EpochMs | null;
  readonly failures: number;
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly stopped_at: EpochMs | null;
  readonly moved_to: string | null;
  readonly moved_seen: number;
  readonly stated_move: string | null;
  readonly move_tried_at: EpochMs | null;
  readonly hints: string | null;
  readonly per_week: number;
  readonly is_truncated: 0 | 1;
  readonly unread: number;
  readonly total: number;
}

const counted = (places: string): string =>
  `coalesce((SELECT sum(n) FROM article_count WHERE source_id = f.source_id AND ${places}), 0)`;

/** Numbers come from the counts that triggers keep, and are looked up for each feed: they cost the same however many articles there are, and one feed costs no more for the others. */
export const FEEDS = `
  SELECT f.*, lower(hex(f.icon_hash)) AS icon, lower(hex(f.fetched_hash)) AS fetched,
    ${counted('place = 0')} AS unread, ${counted('place < 4')} AS total
  FROM feed f`;

export const toFeed = (row: FeedRow): StoredFeed => ({
  id: row.id,
  uid: row.uid,
  sourceId: row.source_id,
  url: row.url,
  name: shownName(row),
  ownName: row.name,
  title: row.title,
  siteUrl: row.site_url,
  description: row.description,
  language: row.language,
  folderId: row.folder_id,
  position: row.position,
  iconHash: row.icon || null,
  isMuted: row.is_muted === 1,
  settings: {
    intervalMinutes: row.interval_minutes,
    fullText: row.full_text,
    pictures: row.pictures,
    keepDays: row.keep_days,
    keepCount: row.keep_count,
    sort: row.sort,
    openMode: row.open_mode,
  },
  unread: row.unread,
  total: row.total,
  addedAt: row.added_at,
  isPrivateAllowed: row.is_private_allowed === 1,
  pageRule: row.page_rule === null ? null : JSON.parse(row.page_rule),
  attributes: JSON.parse(row.attributes),
  alsoIn: JSON.parse(row.also_in),
  seen: {
    etag: row.etag,
    lastModified: row.last_modified,
    behind: row.behind === null ? null : JSON.parse(row.behind),
    fetchedHash: row.fetched || null,
    checkedAt: row.checked_at,
    changedAt: row.changed_at,
    nextAt: row.next_at,
    failures: row.failures,
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
    stoppedAt: row.stopped_at,
    movedTo: row.moved_to,
    movedSeen: row.moved_seen,
    statedMove: row.stated_move,
    moveTriedAt: row.move_tried_at,
    hints: row.hints === null ? null : JSON.parse(row.hints),
    entriesPerWeek: row.per_week,
    isTruncated: row.is_truncated === 1,
  },
});

/** What a feed is called: by its person, by itself, else by its address. */
export const shownName = ({ name, title, url }: Pick<FeedRow, 'name' | 'title' | 'url'>): string =>
  name ?? title ?? (url.replace(/^[a-z]+:\/\/(?:www\.)?/i, '').replace(/\/$/, '') || url);

export interface FolderRow {
  readonly id: FolderId;
  readonly parent_id: FolderId | null;
  readonly name: string;
  readonly position: number;
}

export const toFolder = ({ id, parent_id, name, position }: FolderRow): FeedFolder => ({
  id,
  parentId: parent_id,
  name,
  position,
});
