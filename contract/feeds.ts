import type { FeedPictures, FullText } from './feed-defaults.ts';
import type { EpochMs, FeedId, FolderId, SourceId } from './model.ts';
import type { ListDirection } from './settings.ts';

export type { FeedPictures, FullText } from './feed-defaults.ts';
export type { FeedId, FolderId } from './model.ts';

/** What opening an article shows: its text, or the kept page where it has one. */
export type OpenMode = 'reader' | 'original';

/** What a person wants of one feed; null everywhere is what holds for all. */
export interface FeedSettings {
  /** How often it may be asked at most, 60 to 10,080. */
  readonly intervalMinutes: number | null;
  readonly fullText: FullText | null;
  readonly pictures: FeedPictures | null;
  /** Articles older than that go, unless they are starred, tagged or highlighted. */
  readonly keepDays: number | null;
  /** The newest that many are kept. */
  readonly keepCount: number | null;
  readonly sort: ListDirection | null;
  readonly openMode: OpenMode | null;
}

export const NO_FEED_SETTINGS: FeedSettings = {
  intervalMinutes: null,
  fullText: null,
  pictures: null,
  keepDays: null,
  keepCount: null,
  sort: null,
  openMode: null,
};

/**
 * How it goes with a feed: `never` fetched yet, `fresh`, `waiting` for a server that asked for patience, `failing` and tried again later,
 * `stopped` because it is gone for good, `paused` because it is muted.
 */
export type FeedState = 'never' | 'fresh' | 'waiting' | 'failing' | 'stopped' | 'paused';

export interface FeedHealth {
  readonly state: FeedState;
  readonly checkedAt: EpochMs | null;
  /** When it may be asked next; null: never, or not until somebody asks. */
  readonly nextAt: EpochMs | null;
  /** When something new or changed was last found. */
  readonly changedAt: EpochMs | null;
  /** Fetches in a row that failed. */
  readonly failures: number;
  /** Of the last fetch, in words for a person. */
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Where its server says it has moved to, until that has been proved. */
  readonly movedTo: string | null;
  /** Of the last four weeks. */
  readonly entriesPerWeek: number;
  /** Its entries are mere beginnings of their pages, as far as that can be told. */
  readonly truncated: boolean;
  /** What a person might do about it, in a sentence; null when all is well. */
  readonly advice: string | null;
}

/** A feed that is subscribed to. */
export interface Feed {
  readonly id: FeedId;
  /** The same on every machine. */
  readonly uid: string;
  /** Its articles are those of this source: `ArticleFilter.sourceId`. */
  readonly sourceId: SourceId;
  readonly url: string;
  /** What it is called here: by its person, else by itself, else by its address. */
  readonly name: string;
  /** What its person calls it; null leaves it its own title. */
  readonly ownName: string | null;
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly folderId: FolderId | null;
  /** Its place among the feeds and folders of its folder. */
  readonly position: number;
  /** Its icon is `/asset/<iconHash>`. */
  readonly iconHash: string | null;
  readonly isMuted: boolean;
  readonly settings: FeedSettings;
  /** Articles of it that stand in the list and are not read. */
  readonly unread: number;
  /** Articles of it, archived ones included, trashed ones not. */
  readonly total: number;
  readonly health: FeedHealth;
  readonly addedAt: EpochMs;
}

export interface FeedFolder {
  readonly id: FolderId;
  readonly parentId: FolderId | null;
  readonly name: string;
  readonly position: number;
}

/** All subscriptions. Feeds and folders are in the order of their folder. */
export interface Subscriptions {
  readonly folders: readonly FeedFolder[];
  readonly feeds: readonly Feed[];
}

/** What imported lists of feeds gave. */
export interface ListedSubscribed {
  readonly added: number;
  /** Subscribed to before. */
  readonly known: number;
}

/** A round of fetching: it has ended when `isRunning` is false. */
export interface SyncProgress {
  readonly total: number;
  readonly done: number;
  /** Of those, feeds that could not be fetched or read. */
  readonly failed: number;
  /** New articles so far. */
  readonly articles: number;
  readonly isRunning: boolean;
}

/** One place in a folder: a feed or another folder. */
export type FolderMember = { readonly feedId: FeedId } | { readonly folderId: FolderId };
