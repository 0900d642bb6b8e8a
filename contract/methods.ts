import type { EnclosureProgress } from './enclosures.ts';
import type { FeedLook, FeedPick, PageRule } from './feed-look.ts';
import type {
  Feed,
  FeedFolder,
  FeedId,
  FeedSettings,
  FolderId,
  FolderMember,
  ListedSubscribed,
  Subscriptions,
  SyncProgress,
} from './feeds.ts';
import type { ImportItem, ImportSummary, ImportUndone, Look } from './imports.ts';
import type { LedgerEntry, LedgerTotals, RequestId } from './ledger.ts';
import type {
  ArticleDetail,
  ArticleId,
  ArticleSummary,
  ChangeReport,
  Circumstances,
  ImportId,
  KeptFeed,
  LibraryInfo,
  LookId,
  OriginalText,
  Overview,
  RereadProgress,
  UndoEntry,
  UndoId,
  WatchedFolder,
  WatchedFolderId,
} from './model.ts';
import type { PageSaved, PagesProgress } from './pages.ts';
import type { ArticleFilter, ArticleQuery, Page, SearchQuery, SearchResult, Selection } from './query.ts';
import type { Revision, RevisionDifference, RevisionId } from './revisions.ts';
import type { Settings } from './settings.ts';
import type { CleanedUp, CleanUp, GivenBack, SpaceReport } from './space.ts';
import type { TripPlan, TripProgress } from './trip.ts';

/**
 * Everything a client may ask. Params and results are JSON: no Date, no bytes, no undefined.
 * No method takes the path of a file, so a page can never name one: see `docs/architecture.md`, "Imports". The two that take the path of a folder
 * are answered only where nobody but the page could ask for one: see `docs/adr/0013-folders-by-path-in-a-browser.md`.
 */
interface Methods {
  'library.info': (params: null) => LibraryInfo;
  'library.overview': (params: null) => Overview;

  'articles.list': (query: ArticleQuery) => Page<ArticleSummary>;
  'articles.count': (filter: ArticleFilter) => number;
  /** @throws not-found */
  'articles.get': (params: { readonly id: ArticleId }) => ArticleDetail;
  /** @throws not-found */
  'articles.original': (params: { readonly id: ArticleId }) => OriginalText;
  /** Texts the article had before the one it has, the newest first. */
  'articles.revisions': (params: { readonly id: ArticleId }) => readonly Revision[];
  /** What became of one of them when another took its place. @throws not-found */
  'articles.difference': (params: { readonly id: ArticleId; readonly revisionId: RevisionId }) => RevisionDifference;
  /** Makes the article anew from its kept original with today's rules; tags, state and added date stay. @throws not-found */
  'articles.reread': (params: { readonly id: ArticleId }) => ArticleDetail;
  /** Starts the same for every article, unless it runs already; `reread.progress` tells how far it is. */
  'articles.rereadAll': (params: null) => RereadProgress;
  'articles.cancelReread': (params: null) => null;
  /** How far it is, or how it ended; null when none was started since Tearsheet was. */
  'articles.rereadProgress': (params: null) => RereadProgress | null;
  /** Remembers where reading stopped; not undoable, unknown ids are ignored. */
  'articles.setPosition': (params: { readonly id: ArticleId; readonly position: number }) => null;
  /** Marks an article read because it has been opened; no step of undo, unknown ids are ignored. */
  'articles.markOpened': (params: { readonly id: ArticleId }) => null;
  'articles.setRead': (params: { readonly selection: Selection; readonly isRead: boolean }) => ChangeReport;
  'articles.setStarred': (params: { readonly selection: Selection; readonly isStarred: boolean }) => ChangeReport;
  'articles.setArchived': (params: { readonly selection: Selection; readonly isArchived: boolean }) => ChangeReport;
  'articles.setTrashed': (params: { readonly selection: Selection; readonly isTrashed: boolean }) => ChangeReport;
  /** Adds and removes tags by name. Names are trimmed; an unknown one is created by adding it. */
  'articles.setTags': (params: {
    readonly selection: Selection;
    readonly add: readonly string[];
    readonly remove: readonly string[];
  }) => ChangeReport;

  'search.run': (query: SearchQuery) => SearchResult;

  /** Renames a tag; onto an existing name it merges the two. @throws not-found */
  'tags.rename': (params: { readonly from: string; readonly to: string }) => ChangeReport;
  /** Takes a tag off every article. @throws not-found */
  'tags.delete': (params: { readonly name: string }) => ChangeReport;

  /** What undo would take back now; null when there is nothing. */
  'undo.next': (params: null) => UndoEntry | null;
  /** Takes the named step back, if it is still the next one. @throws not-found when it is not */
  'undo.apply': (params: { readonly id: UndoId }) => ChangeReport;

  /** Deletes what is in the trash for good. Not undoable. */
  'trash.empty': (params: null) => number;

  /** Opens an import that uploads are then sent to (`POST /import/<id>`). */
  'imports.begin': (params: { readonly name: string }) => ImportSummary;
  /** Says that all uploads of an import have been sent. */
  'imports.finish': (params: { readonly id: ImportId }) => null;
  'imports.cancel': (params: { readonly id: ImportId }) => null;
  /** Stops it for a while, or lets it go on. */
  'imports.pause': (params: { readonly id: ImportId; readonly isOn: boolean }) => null;
  /** Takes it back: what it brought goes, what it changed is what it was. @throws not-found, not-possible */
  'imports.undo': (params: { readonly id: ImportId }) => ImportUndone;
  /** Starts an import of what failed in a past one. @throws not-found, not-possible */
  'imports.retry': (params: { readonly id: ImportId }) => ImportSummary;
  /** Newest first, at most 500. */
  'imports.list': (params: null) => readonly ImportSummary[];
  /** The files of one import that were not simply taken (or all of them), in the order met. `after` is the last index seen. @throws not-found */
  'imports.items': (params: {
    readonly id: ImportId;
    readonly status: 'all' | 'not-taken';
    readonly after: number;
    readonly limit: number;
  }) => { readonly items: readonly ImportItem[]; readonly next: number | null };
  /** Imports one pasted text, as Markdown when it looks like it, or pasted HTML as a page. Resolves when it is stored or refused. */
  'imports.paste': (params: { readonly text: string } | { readonly html: string }) => {
    readonly import: ImportSummary;
    readonly item: ImportItem;
  };
  /** Opens a look at what would come in, for uploads (`POST /look/<id>`). */
  'looks.begin': (params: { readonly name: string }) => Look;
  /** All uploads of a look have been sent: it begins. `look.progress` tells how far it is. */
  'looks.finish': (params: { readonly id: LookId }) => null;
  'looks.list': (params: null) => readonly Look[];
  /** Imports what was looked at, some kinds of it. @throws not-found, not-possible */
  'looks.take': (params: {
    readonly id: LookId;
    readonly formats: readonly string[];
    readonly tags: readonly string[];
  }) => ImportSummary;
  /** Ends a look and forgets it. */
  'looks.drop': (params: { readonly id: LookId }) => null;
  /** Imports the samples that ship with Tearsheet. */
  'imports.samples': (params: null) => ImportSummary;

  /** Feeds that imported lists named and that nobody has subscribed to, in their order. `after` is the last index seen, 0 at first. */
  'feeds.listed': (params: { readonly after: number; readonly limit: number }) => {
    readonly feeds: readonly KeptFeed[];
    readonly next: number | null;
  };
  /** Everything that is subscribed to, with its numbers. */
  'feeds.list': (params: null) => Subscriptions;
  /** Looks what is behind whatever a person pasted: a feed, or a page and the feeds it has. Goes to the network, as the next two. */
  'feeds.look': (params: { readonly address: string; readonly allowPrivate: boolean }) => FeedLook;
  /** Looks at one feed, as to choose among several; stores nothing. */
  'feeds.preview': (params: { readonly url: string; readonly allowPrivate: boolean }) => FeedLook;
  /** Finds lists on a page that has no feed, each of which could be read as one. */
  'feeds.pick': (params: { readonly url: string; readonly allowPrivate: boolean }) => FeedPick;
  /**
   * Fetches a feed and subscribes to it; one that is subscribed to already is given back as it is. `allowPrivate` says yes to an address on the own network.
   * @throws not-possible with the reason, not-found for a folder that is not there
   */
  'feeds.subscribe': (params: {
    readonly url: string;
    readonly folderId: FolderId | null;
    readonly allowPrivate: boolean;
    /** How a page that is no feed is read as one, as `feeds.pick` proposes; for one that is subscribed to, from now on. */
    readonly rule?: PageRule | null;
  }) => Feed;
  /** Changes what is given and leaves the rest; an empty name gives it back its own title. @throws not-found */
  'feeds.change': (params: {
    readonly id: FeedId;
    readonly name?: string | null;
    readonly folderId?: FolderId | null;
    readonly isMuted?: boolean;
    readonly settings?: Partial<FeedSettings>;
  }) => Feed;
  /**
   * Gives a feed another address, once it has been fetched and proved a feed; everything else of it stays.
   * @throws not-found, not-possible with the reason, private-address
   */
  'feeds.setAddress': (params: { readonly id: FeedId; readonly url: string; readonly allowPrivate: boolean }) => Feed;
  /** Puts the members of a folder in an order, moving them there from elsewhere; those not named come after. @throws not-found, not-possible */
  'feeds.order': (params: {
    readonly folderId: FolderId | null;
    readonly members: readonly FolderMember[];
  }) => Subscriptions;
  /** Its articles stay, unless they are to go as well: then to the trash, those that are starred or tagged excepted. @throws not-found */
  'feeds.unsubscribe': (params: { readonly id: FeedId; readonly withArticles: boolean }) => null;
  /** Takes that back: the feed is called, set and placed as it was, and articles that went with it return. Its site is not asked. @throws not-found */
  'feeds.bringBack': (params: { readonly uid: string }) => Feed;
  /** Fetches now, all that may be asked or those named, however soon; `sync.progress` tells how far it is. */
  'feeds.refresh': (params: { readonly ids: readonly FeedId[] | null }) => null;
  'feeds.cancelRefresh': (params: null) => null;
  /** How far fetching is, or how it ended; null when there was none since Tearsheet was started. */
  'feeds.progress': (params: null) => SyncProgress | null;
  /** Subscribes to what imported lists named: those addresses, or all. They are fetched as their turn comes. */
  'feeds.importListed': (params: { readonly urls: readonly string[] | null }) => ListedSubscribed;
  /** Makes a folder, at the end of its parent; one of that name is given back as it is. @throws not-found */
  'folders.add': (params: { readonly parentId: FolderId | null; readonly name: string }) => FeedFolder;
  /** Renames or moves a folder. @throws not-found; not-possible into itself */
  'folders.change': (params: {
    readonly id: FolderId;
    readonly name?: string;
    readonly parentId?: FolderId | null;
  }) => FeedFolder;
  /** Removes a folder; what is in it goes to where it was. @throws not-found */
  'folders.remove': (params: { readonly id: FolderId }) => null;

  /** Folders whose new files come in by themselves, by path. */
  'watch.list': (params: null) => readonly WatchedFolder[];
  /** Leaves a folder alone from now on; what came in from it stays. @throws not-found */
  'watch.remove': (params: { readonly id: WatchedFolderId }) => null;
  /** Watches a folder, by its whole path or one that begins with `~`. @throws not-possible with the reason, and on hosts that have a chooser */
  'watch.add': (params: { readonly path: string }) => WatchedFolder;
  /** Folders whose paths begin with what was typed, each with a separator at its end, at most 50. @throws not-possible on hosts that have a chooser */
  'watch.complete': (params: { readonly typed: string }) => readonly string[];

  /**
   * Keeps an address and fetches its page as soon as there is a network, with its pictures. `allowPrivate` says yes to an address on the own network.
   * @throws not-possible for what is no address of the web, private-address for one that tells by itself that it is on the own network
   */
  'pages.save': (params: {
    readonly address: string;
    readonly tags: readonly string[];
    readonly allowPrivate: boolean;
  }) => PageSaved;
  /** Fetches the pages of articles that have an address, be it once more. @returns how many were put on the list */
  'pages.fetch': (params: { readonly selection: Selection }) => number;
  /** The same for every article of which only the address is here. */
  'pages.fetchLinks': (params: null) => number;
  /** Fetches pictures of articles that lie elsewhere. @returns how many articles lack some */
  'pages.fetchPictures': (params: { readonly selection: Selection }) => number;
  /** Ends what is under way and forgets what waits; what was fetched stays. @returns how many waited */
  'pages.cancel': (params: null) => number;
  'pages.progress': (params: null) => PagesProgress;

  /** Makes articles ready to be read without a network; `trip.progress` tells how far it is. @throws not-possible while another runs */
  'trip.start': (params: TripPlan) => TripProgress;
  /** How far it is, or how it ended; null when there was none since Tearsheet was started. */
  'trip.progress': (params: null) => TripProgress | null;
  'trip.cancel': (params: null) => null;

  /**
   * Fetches a file an article brings along, and goes on where it was cut off; `enclosure.progress` tells how far it is. Resolves when it is here.
   * @throws not-found, cancelled, not-possible with the reason
   */
  'enclosures.fetch': (params: { readonly id: ArticleId; readonly url: string }) => null;
  /** Ends that; what has come stays, to be gone on with. */
  'enclosures.cancel': (params: { readonly id: ArticleId; readonly url: string }) => null;
  /** Those under way. */
  'enclosures.progress': (params: null) => readonly EnclosureProgress[];
  /** Remembers where playing stopped. */
  'enclosures.setPosition': (params: {
    readonly id: ArticleId;
    readonly url: string;
    readonly seconds: number;
  }) => null;

  /** What takes the space of the library. Looks at every article. */
  'space.report': (params: null) => SpaceReport;
  /** What a clean-up would take away. */
  'space.preview': (params: CleanUp) => CleanedUp;
  /** Takes it away, for good. Not undoable. */
  'space.clean': (params: CleanUp) => CleanedUp;
  /** Gives what is free inside the file back to the disk, a portion at a time: no bytes when there is no more. Can be left off at any point. */
  'space.giveBack': (params: null) => GivenBack;

  /** Every request to the network, newest first. `after` is the last one seen, null at first; `host` is a part of the name that was asked. */
  'ledger.list': (params: { readonly after: RequestId | null; readonly limit: number; readonly host?: string }) => {
    readonly requests: readonly LedgerEntry[];
    readonly next: RequestId | null;
  };
  'ledger.totals': (params: null) => LedgerTotals;

  /** What the window knows of its computer: what nobody asks for is fetched accordingly. */
  'net.circumstances': (circumstances: Circumstances) => null;

  'settings.get': (params: null) => Settings;
  'settings.set': (change: Partial<Settings>) => Settings;
}

export type MethodName = keyof Methods;
export type Params<M extends MethodName> = Parameters<Methods[M]>[0];
export type Result<M extends MethodName> = ReturnType<Methods[M]>;
export type Handlers = { readonly [M in MethodName]: (params: Params<M>) => Promise<Result<M>> };
