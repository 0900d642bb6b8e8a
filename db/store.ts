import type { FeedFolder, FolderId, FolderMember, ListedSubscribed } from '../contract/feeds.ts';
import type { ImportItem, ImportState, ImportSummary, ImportUndone, Prospect } from '../contract/imports.ts';
import type { LedgerEntry, LedgerTotals, RequestId } from '../contract/ledger.ts';
import type {
  ArticleDetail,
  ArticleId,
  ArticleSummary,
  ChangeReport,
  EpochMs,
  FeedId,
  ImportId,
  KeptFeed,
  LibraryInfo,
  ListedFeed,
  ListedFolder,
  ListedHead,
  Overview,
  UndoEntry,
  UndoId,
  WatchedFolderId,
} from '../contract/model.ts';
import type { FetchedPart, PageSaved } from '../contract/pages.ts';
import type { ArticleFilter, ArticleQuery, Page, SearchQuery, SearchResult, Selection } from '../contract/query.ts';
import type { Revision, RevisionId } from '../contract/revisions.ts';
import type { Settings } from '../contract/settings.ts';
import type { CleanedUp, CleanUp, GivenBack, SpaceReport } from '../contract/space.ts';
import type { TripPlan } from '../contract/trip.ts';
import type { PackedOriginal } from './article-read.ts';
import type { StoredBytes } from './assets.ts';
import type { CheckReport } from './check.ts';
import type { BegunEnclosure, EnclosureHead, WholeEnclosure } from './enclosure-fetches.ts';
import type { EntriesSaved, EntryKey, EntryNews, SaveEntries } from './feed-entries.ts';
import type { IconDue } from './feed-icons.ts';
import type { FeedNote } from './feed-notes.ts';
import type { StoredFeed } from './feed-rows.ts';
import type { FeedChange, NewFeed } from './feeds.ts';
import type { ImportStart, InterruptedImport } from './import-report.ts';
import type { EndedRequest, NewRequest, RequestNoted } from './ledger.ts';
import type { FetchNote, TakenFetch } from './page-queue.ts';
import type { FetchedPage } from './page-save.ts';
import type { Asset, PreparedArticle, SaveBatch } from './prepared.ts';
import type { Identity } from './prospects.ts';
import type { FetchedPictures, LackingPicture } from './remote-pictures.ts';
import type { KeptText } from './revisions.ts';
import type { KeptRobots } from './robots.ts';
import type { Readiness } from './trips.ts';
import type { KeptWatch, TakenFiles, WatchedFile } from './watched.ts';

export type { PackedOriginal } from './article-read.ts';
export type { StoredBytes } from './assets.ts';
export type { CheckReport } from './check.ts';
export type { EntryKey, SaveEntries, SaveEntry } from './feed-entries.ts';
export type { IconDue } from './feed-icons.ts';
export type { FeedNote } from './feed-notes.ts';
export type { FeedSeen, StoredFeed } from './feed-rows.ts';
export type { FeedChange, NewFeed } from './feeds.ts';
export type { ImportStart, InterruptedImport } from './import-report.ts';
export type { EndedRequest, HostPause, NewRequest, RequestNoted } from './ledger.ts';
export type { FetchNote, FetchReason, TakenFetch } from './page-queue.ts';
export type { FetchedPage } from './page-save.ts';
export type { Asset, ItemRefusal, PreparedArticle, SaveBatch, SaveItem, SourceKey } from './prepared.ts';
export type { Identity } from './prospects.ts';
export type { FetchedPictures, PictureRefusal } from './remote-pictures.ts';
export type { Readiness } from './trips.ts';
export type { KeptWatch, TakenFiles, WatchedFile } from './watched.ts';

/** What the list and article thread answers. */
export interface Reads {
  /** One page. Costs what the page costs, not what the library holds. */
  listArticles(query: ArticleQuery): Page<ArticleSummary>;
  countArticles(filter: ArticleFilter): number;
  /** @throws AppError `not-found` */
  getArticle(id: ArticleId): ArticleDetail;
  /** The original of what is shown. @throws AppError `not-found` */
  getOriginal(id: ArticleId): PackedOriginal;
  /** The bytes of a picture; null when there are none of that hash. */
  getAsset(hash: string): StoredBytes | null;
  /** Ids of articles, the trash included, in their order. */
  articleIds(after: ArticleId, limit: number): readonly ArticleId[];
  overview(): Overview;
  /** Newest first, at most 500. */
  listImports(): readonly ImportSummary[];
  /** @throws AppError `not-found` */
  importItems(
    id: ImportId,
    status: 'all' | 'not-taken',
    after: number,
    limit: number,
  ): { readonly items: readonly ImportItem[]; readonly next: number | null };
  /** Feeds that lists named, in order, from behind a position on. */
  listedFeeds(after: number, limit: number): { readonly feeds: readonly KeptFeed[]; readonly next: number | null };
  /** One import as it is recorded, and what was given to it. @throws AppError `not-found` */
  getImport(id: ImportId): { readonly import: ImportSummary; readonly given: readonly string[] | null };
  /** Feeds that are subscribed to, in the order of their folders. */
  feeds(): readonly StoredFeed[];
  /** @throws AppError `not-found` */
  feed(id: FeedId): StoredFeed;
  /** The one of that address, be it the one it had when it was subscribed to. */
  feedByUrl(url: string): StoredFeed | null;
  feedFolders(): readonly FeedFolder[];
  /** What lists of other programs said of folders. */
  folderAttributes(): ReadonlyMap<FolderId, Readonly<Record<string, string>>>;
  /** What the list said of itself that the subscriptions began with. */
  listHead(): ListedHead;
  /** Which entries of a fetched feed are new or have changed. */
  entryNews(feedId: FeedId, entries: readonly EntryKey[], at: EpochMs): EntryNews;
  /** Of feeds that have been fetched, those whose site was last asked for its icon by then. */
  iconsDue(by: EpochMs, limit: number): readonly IconDue[];
  settings(): Settings;
  /** What of the library file is free: what is stored next fills it. */
  freeBytes(): number;
  /** Requests to the network, newest first, from below an id on; from the newest on when that is null. */
  ledger(
    after: RequestId | null,
    limit: number,
    host?: string,
  ): { readonly requests: readonly LedgerEntry[]; readonly next: RequestId | null };
  /** What all of them came to, those included that are no longer kept one by one. Reads them all. */
  ledgerTotals(): LedgerTotals;
  /** How much waits to be fetched for articles, and when the first of it may be. */
  /** @param onlyAsked whether what rules of feeds want counts for nothing */
  fetchesWaiting(onlyAsked?: boolean): { readonly count: number; readonly nextAt: EpochMs | null };
  /** Texts an article had, the newest first. */
  revisions(id: ArticleId): readonly Revision[];
  /** A text an article had, and the one that took its place. @throws AppError `not-found` */
  replacedText(articleId: ArticleId, id: RevisionId): { readonly before: KeptText; readonly after: KeptText };
  enclosureFile(hash: string): { readonly mediaType: string; readonly size: number } | null;
  /** A megabyte of a file; the last part may be shorter. */
  enclosurePart(hash: string, nth: number): Uint8Array | null;
  /** What of a file is here that has not come whole. */
  begunEnclosure(articleId: ArticleId, url: string): BegunEnclosure | null;
  begunEnclosurePart(key: string, nth: number): Uint8Array | null;
  /** What of an article is here, and what is not; null when it has gone. */
  readiness(id: ArticleId): Readiness | null;
  /** What was being made ready when a program ended; null when nothing was. */
  openTrip(): TripPlan | null;
  /** What a site asks of programs; null when that is not known. */
  robots(origin: string): KeptRobots | null;
  /** Pictures of the web that an article lacks. @param since refusals from then on count */
  lackingPictures(id: ArticleId, since: EpochMs): readonly LackingPicture[];
  /** By path. */
  watchedFolders(): readonly KeptWatch[];
  /** Those of them that were never taken as they are now. */
  notTaken(folderId: WatchedFolderId, files: readonly WatchedFile[]): readonly WatchedFile[];
  undoNext(): UndoEntry | null;
  /** What each would be to the library, in order. */
  prospects(identities: readonly Identity[]): readonly Prospect[];
  /** What a list of feeds would be to it. */
  listProspect(feeds: readonly ListedFeed[]): Prospect;
  /** Those of the hashes whose bytes the library already holds. */
  knownOriginals(hashes: readonly string[]): readonly string[];
  /** Those of them whose article has every picture that lay beside its file; with those of the web, if they may have come too. */
  completeOriginals(hashes: readonly string[], isWithWeb: boolean): readonly string[];
}

/** What the search thread answers. */
export interface Searches {
  search(query: SearchQuery): SearchResult;
}

/** What the writer answers; each call is one transaction. */
export interface Writes {
  startImport(start: ImportStart): ImportId;
  /** Makes imports that were cut off and can go on this program's own, running again. Each is taken up by one program only, and not for ever in vain. */
  takeUpImports(): readonly InterruptedImport[];
  /** Takes an import back: what it brought goes, what it changed is what it was. @throws AppError `not-found`, `not-possible` */
  undoImport(id: ImportId): ImportUndone;
  finishImport(end: {
    readonly id: ImportId;
    readonly state: ImportState;
    readonly finishedAt: EpochMs;
    readonly total: number;
    /** Why it ended early, in words. */
    readonly problem?: string | null;
  }): null;
  /** Stores a batch and its lines of the report. Tags are added, never taken; read, star, archive and added date stay. */
  saveArticles(batch: SaveBatch): readonly ImportItem[];
  /** Gives an article the content read anew from its kept original. Tags and state stay. @throws AppError `not-found` */
  replaceContent(id: ArticleId, prepared: PreparedArticle): null;
  /** The same for several at once; those that have gone are left out. */
  replaceContents(read: readonly { readonly id: ArticleId; readonly prepared: PreparedArticle }[]): null;
  setPosition(id: ArticleId, position: number): null;
  /** Marks an article read without a step of undo: nobody asked for it. */
  markOpened(id: ArticleId): null;
  setRead(selection: Selection, isRead: boolean): ChangeReport;
  setStarred(selection: Selection, isStarred: boolean): ChangeReport;
  setArchived(selection: Selection, isArchived: boolean): ChangeReport;
  setTrashed(selection: Selection, isTrashed: boolean): ChangeReport;
  setTags(selection: Selection, add: readonly string[], remove: readonly string[]): ChangeReport;
  /** Renames a tag; onto an existing name it merges the two. @throws AppError `not-found` */
  renameTag(from: string, to: string): ChangeReport;
  /** @throws AppError `not-found` */
  deleteTag(name: string): ChangeReport;
  /** Takes back the step, if it is still the next one. @throws AppError `not-found` */
  undoApply(id: UndoId): ChangeReport;
  /** Deletes what is in the trash for good. @returns how many articles went */
  emptyTrash(): number;
  setSettings(change: Partial<Settings>): Settings;
  /** One that is subscribed to already is given back as it is. @throws AppError `not-found` for its folder */
  addFeed(added: NewFeed): StoredFeed;
  /** @throws AppError `not-found` */
  changeFeed(id: FeedId, change: FeedChange): StoredFeed;
  /** Its articles stay; or those that are neither starred nor tagged go to the trash. @throws AppError `not-found` */
  removeFeed(id: FeedId, withArticles: boolean): null;
  /** Takes that back: the feed is as it was, and so are the articles that went with it. @throws AppError `not-found` */
  bringBackFeed(uid: string): StoredFeed;
  /** A site was asked for its icon: keeps what it gave, if anything. @returns whether there is another now */
  noteIcon(id: FeedId, icon: Asset | null, at: EpochMs): boolean;
  /** Subscribes to feeds that imported lists named: those of the addresses, or all. */
  subscribeToKept(urls: readonly string[] | null, addedAt: EpochMs): ListedSubscribed;
  /**
   * Subscribes to what a list names, in its folders.
   * @param folders what is said of folders; of those in which nothing lies nothing is kept
   * @param head what the list says of itself; kept where there were no subscriptions: a list added to others does not speak for them
   */
  subscribeToListed(
    listed: readonly ListedFeed[],
    addedAt: EpochMs,
    folders?: readonly ListedFolder[],
    head?: ListedHead,
  ): ListedSubscribed;
  /** Stores a portion of a feed, and with the last one what was seen of the feed. @throws AppError `not-found` when it was unsubscribed from */
  saveEntries(batch: SaveEntries): EntriesSaved;
  /** Takes a feed to fetch it, as it stands now; null while another program that runs has it. @throws AppError `not-found` */
  takeFeed(id: FeedId, at: EpochMs): StoredFeed | null;
  /** Gives back a feed that this program has taken. */
  releaseFeed(id: FeedId): null;
  /** Notes what was seen of a feed that brought nothing. */
  noteFeed(id: FeedId, note: FeedNote): null;
  /** @throws AppError `not-found`, `not-possible` */
  addFolder(parentId: FolderId | null, name: string): FeedFolder;
  /** The folder at a path of names, made where it is missing; null for none. */
  folderAt(path: readonly string[]): FolderId | null;
  /** @throws AppError `not-found`; `not-possible` into itself */
  changeFolder(id: FolderId, change: { readonly name?: string; readonly parentId?: FolderId | null }): FeedFolder;
  /** What is in it goes to where it was. @throws AppError `not-found` */
  removeFolder(id: FolderId): null;
  /** Puts members in an order, moving them there; the others of the folder come after. @throws AppError `not-found`, `not-possible` */
  orderFolder(folderId: FolderId | null, order: readonly FolderMember[]): null;
  /** Keeps an address as an article without words, unless it is there, and asks for its page. */
  saveAddress(
    article: PreparedArticle,
    wanted: { readonly url: string; readonly tags: readonly string[]; readonly mayBePrivate: boolean },
  ): PageSaved;
  /** Gives an article the page that was fetched for it. @returns which article has it now; null when there is none any more */
  savePage(page: FetchedPage): ArticleId | null;
  /** Asks for the pages of articles that have an address. @returns how many */
  queuePages(selection: Selection): number;
  /** Asks for everything of which only the address is here. @returns how many */
  queueLinks(): number;
  /** Asks for pictures that lie elsewhere. @returns how many articles lack some */
  queuePictures(selection: Selection): number;
  /** Takes what is due, at most one of a host and none of busy ones; nobody else takes it while this program runs. */
  takeFetches(limit: number, busyHosts: readonly string[], onlyAsked: boolean): readonly TakenFetch[];
  noteFetch(note: FetchNote): null;
  /** Gives back what this program has taken and not dealt with. */
  releaseFetches(): null;
  /** Forgets what waits. @returns how much did */
  cancelFetches(): number;
  /** Begins a file an article brings along, anew if there was a beginning. @returns its key; null when the article has no such file any more */
  beginEnclosure(articleId: ArticleId, url: string, head: EnclosureHead): string | null;
  /** Adds to a file whose first `from` bytes are here. @returns whether it is still this one's to add to */
  keepEnclosurePart(key: string, from: number, nth: number, bytes: Uint8Array): boolean;
  /** Makes of it a file that can be seen. @returns the same */
  finishEnclosure(file: WholeEnclosure): boolean;
  /** Lets go of what has not come whole. */
  dropEnclosure(articleId: ArticleId, url: string): null;
  setEnclosurePosition(articleId: ArticleId, url: string, seconds: number): null;
  /** Lets go of what the rules of feeds do not keep, a portion at a time. @returns how many articles went; 0 when there is no more */
  applyKeeping(): number;
  /** Does what a clean-up says, a portion at a time. @returns how much was done; 0 when there is no more */
  cleanUp(choice: CleanUp): number;
  /** Gives some of what is free inside the file back to the disk; no bytes when there is no more. @throws AppError `not-possible` */
  giveBack(): GivenBack;
  beginTrip(plan: TripPlan): null;
  endTrip(): null;
  /** Asks for something of an article and takes it at once; null when another has it, or it cannot be asked for. */
  takeFetch(articleId: ArticleId, part: FetchedPart, url: string): TakenFetch | null;
  keepRobots(origin: string, robots: KeptRobots): null;
  /** Gives an article pictures that came for it. */
  keepPictures(pictures: FetchedPictures): null;
  /** Gives an article pictures that are here for the sake of another one. */
  sharePictures(articleId: ArticleId, shared: readonly { readonly address: string; readonly hash: string }[]): null;
  /** One that is watched already stays as it is. */
  addWatched(path: string, addedAt: EpochMs): KeptWatch;
  /** @throws AppError `not-found` */
  removeWatched(id: WatchedFolderId): null;
  /**
   * Notes files as taken and begins the import that brings them in, both or neither: several programs may see the same file, one takes it, and
   * if that one is ended the import goes on with the next. Null when there was nothing to take.
   */
  takeWatched(folderId: WatchedFolderId, files: readonly WatchedFile[], start: ImportStart): TakenFiles | null;
  /** Notes requests before they are sent, and how others ended. In offline mode, and while a host is paused, none may be sent. */
  noteRequests(begun: readonly NewRequest[], ended: readonly EndedRequest[]): readonly RequestNoted[];
  /** Whether another process has committed since the last call. */
  changedElsewhere(): boolean;
}

/** What a thread of its own answers, so that nobody waits for it. */
export interface Maintenance {
  /** Everything SQLite and the index can check, and the counts. Reads the whole file. */
  check(): CheckReport;
  /** Only whether the file is whole. */
  quickCheck(): CheckReport;
  /** What takes the space. Looks at every article. */
  space(): SpaceReport;
  /** What a clean-up would take away. */
  cleanUpPreview(choice: CleanUp, at: EpochMs): CleanedUp;
  /** Copies the library, as it stands, to `file`, which appears whole or not at all. */
  backup(file: string): Promise<{ readonly sizeBytes: number }>;
  /** Checks a backup and has it take the place of the library at the next opening. @throws AppError `not-possible`, `library-newer`, `disk-full` */
  stageRestore(file: string): null;
}

type Remote<T> = {
  readonly [M in keyof T]: T[M] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** A library, opened. Calls reject with AppError; `worker-died` means: not done, ask again. */
export interface Store extends Remote<Reads>, Remote<Writes>, Remote<Omit<Maintenance, 'quickCheck'>> {
  /** A query that waits when a newer one of the same `client` arrives is not run: it resolves as overtaken. */
  search(query: SearchQuery, client?: string): Promise<SearchResult>;
  health(): Promise<LibraryInfo['health']>;
  /** A folder for what imports of this program keep on disk while they run. Made by whoever needs it; deleted when the store is closed. */
  readonly spoolFolder: string;
  close(): Promise<void>;
}
