import type { ArticleEnclosure, EnclosureReference } from './enclosures.ts';
import type { ArticleFetch } from './pages.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

declare const brand: unique symbol;
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** Row id of an article in this library; means nothing on another machine. */
export type ArticleId = Branded<number, 'ArticleId'>;
export type SourceId = Branded<number, 'SourceId'>;
export type ImportId = Branded<number, 'ImportId'>;
export type LookId = Branded<number, 'LookId'>;
export type UndoId = Branded<number, 'UndoId'>;
export type FeedId = Branded<number, 'FeedId'>;
export type FolderId = Branded<number, 'FolderId'>;
export type WatchedFolderId = Branded<number, 'WatchedFolderId'>;

/** HTML that has been through the allow-list. Only `ingest/clean/sanitise.ts` makes one. */
export type SafeHtml = Branded<string, 'SafeHtml'>;

/** How exactly a date was stated. */
export type DatePrecision = 'year' | 'month' | 'day' | 'minute' | 'second';

/**
 * A date as far as the text states it.
 * `at` is UTC. A date without a time is midnight UTC of that calendar day (or of the first day of its month or year)
 * and is a day in every time zone. A time without a zone is kept as if it were UTC, with `zone` null.
 */
export interface StatedDate {
  readonly at: EpochMs;
  readonly precision: DatePrecision;
  /** The offset as `+02:00` or `Z`; null when the text names none. */
  readonly zone: string | null;
}

/** Where a report was filed from, as at the head of wire copy: `GENEVA (Agency) -`. */
export interface Dateline {
  readonly place: string;
  readonly agency: string | null;
}

/** What an agency lets be done with what it sent; `canceled` is a kill. */
export type UsageStatus = 'usable' | 'embargoed' | 'withheld' | 'canceled';

/** What an agency says of an item beside the item itself. What it means at a moment tells `contract/usage.ts`. */
export interface Usage {
  readonly status: UsageStatus;
  /** It may be published from then on; null when no such time is stated, although it may be embargoed. */
  readonly embargoedUntil: StatedDate | null;
  /** What its editor says to those who use it. */
  readonly note: string | null;
  /** Counts up with every version of the item; null when it does not say which it is. */
  readonly revision: number | null;
  /** It replaces a version that was wrong. */
  readonly isCorrection: boolean;
}

export type Direction = 'ltr' | 'rtl';
/**
 * Where articles came from: a folder given to the import, single files, pasted text, addresses that were saved; or what the file itself names:
 * the publication it is a chapter of, the feed it is an entry of, the list or sender it was mailed by, the agency that filed it.
 */
export type SourceKind = 'file' | 'folder' | 'paste' | 'sample' | 'page' | StatedSourceKind;
export type StatedSourceKind = 'publication' | 'feed' | 'mail' | 'agency';

/** A source as a file names it. */
export interface StatedSource {
  readonly kind: StatedSourceKind;
  /** The same for everything of this source: an ISBN, a List-Id, a feed's address. */
  readonly key: string;
  readonly name: string;
}

export interface Source {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly name: string;
}

/** A picture of an article, as the article names it. */
export interface ImageReference {
  /**
   * What `data-src` of the stored HTML holds: a web address; or the path beside the file, where the file states no address of its own;
   * or `/asset/<sha256>`, when the file brought the bytes itself.
   */
  readonly address: string;
  /** Path of a file beside the article's own, as written there, decoded, with `/`; null when there can be none. */
  readonly file: string | null;
  readonly alt: string;
  /** In CSS pixels, as far as stated. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A picture of an article and where its bytes are. */
export interface ArticleImage {
  readonly address: string;
  /** `/asset/<sha256>`; null: not on this computer. */
  readonly src: string | null;
  readonly alt: string;
  /** In pixels, read from the bytes, else as stated. */
  readonly width: number | null;
  readonly height: number | null;
}

/** What is here without a network: nothing but an address, the text alone, some of the pictures too, or all there is. */
export type OfflineState = 'address' | 'text' | 'images' | 'complete';

/** A feed as a list of feeds (OPML) names it. */
export interface ListedFeed {
  /** Its address, as the list has it. */
  readonly url: string;
  readonly title: string | null;
  /** The page it is the feed of. */
  readonly siteUrl: string | null;
  /** Names of the folders it lies in, the outermost first. */
  readonly folder: readonly string[];
  /** Whatever else is said of it, by the names the list uses. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the head of a list says, by the names of its elements: its title, whose it is, and whatever other programs put there. */
export type ListedHead = Readonly<Record<string, string>>;

/** A folder of a list of which the list says more than its name. */
export interface ListedFolder {
  /** Names of the folders it lies in and its own, the outermost first. */
  readonly path: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** The same, kept: in every folder that any list had it in. */
export interface KeptFeed extends Omit<ListedFeed, 'folder'> {
  readonly folders: readonly (readonly string[])[];
  readonly addedAt: EpochMs;
}

/** A list row. Has no field for the body on purpose: bodies never reach a list. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly title: string;
  /** First words of the body, plain text, at most about 120 characters. */
  readonly excerpt: string;
  readonly byline: string | null;
  readonly siteName: string | null;
  readonly source: Source;
  readonly published: StatedDate | null;
  /** Null for what no agency sent. */
  readonly usage: Usage | null;
  readonly addedAt: EpochMs;
  readonly language: string | null;
  readonly direction: Direction;
  readonly wordCount: number;
  readonly tags: readonly string[];
  readonly isRead: boolean;
  readonly isStarred: boolean;
  readonly isArchived: boolean;
  readonly isTrashed: boolean;
}

/** An article with everything the reader shows. */
export interface ArticleDetail extends ArticleSummary {
  readonly uid: string;
  readonly modified: StatedDate | null;
  readonly dateline: Dateline | null;
  readonly description: string | null;
  readonly url: string | null;
  readonly html: SafeHtml;
  /** The body as plain text, a blank line between paragraphs. */
  readonly text: string;
  /** Picture captions, apart from the body, credit included, in order. */
  readonly captions: readonly string[];
  readonly images: readonly ArticleImage[];
  readonly enclosures: readonly ArticleEnclosure[];
  readonly offline: OfflineState;
  /** How it stands with fetching the page it stands on, and pictures that lie elsewhere; null where nobody asked for that. */
  readonly page: ArticleFetch | null;
  readonly pictures: ArticleFetch | null;
  /** Texts it had before this one. */
  readonly revisions: number;
  /** Where in the article the reader stopped: 0 top, 1 end. */
  readonly position: number;
  /** Name of the file the shown original came from. */
  readonly originalName: string;
}

/** The kept original of an article, decoded to text if it is one. */
export interface OriginalText {
  readonly name: string;
  /** At most 2,000,000 characters; `isTruncated` tells when there is more. */
  readonly text: string;
  readonly isTruncated: boolean;
  /** Whether it is a web page, and can be seen as it was at `/original/<article id>`. */
  readonly isPage: boolean;
  readonly encoding: string;
  readonly sizeBytes: number;
  /** What it is, in words, where it is no text and can only be saved, from `/original/<article id>/file`; null for text. */
  readonly fileKind: string | null;
}

/** An article as ingest understood it, before it has an id. */
export interface ArticleDraft {
  readonly title: string;
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly modified: StatedDate | null;
  readonly dateline: Dateline | null;
  readonly siteName: string | null;
  readonly description: string | null;
  /** Canonical address the file states, http(s) only. */
  readonly url: string | null;
  /** BCP 47, lower-case primary language, e.g. `en`, `pt`, `zh`. */
  readonly language: string | null;
  readonly direction: Direction;
  readonly html: SafeHtml;
  readonly text: string;
  readonly captions: readonly string[];
  readonly images: readonly ImageReference[];
  /** Sound, films and documents that come with it. */
  readonly enclosures: readonly EnclosureReference[];
  readonly excerpt: string;
  readonly wordCount: number;
  /** Tags the file itself states (front matter). */
  readonly tags: readonly string[];
  readonly usage: Usage | null;
}

/** Everything in the library's tables that a person filters by. `tags` are sorted by name. */
export interface Overview {
  /** Not archived, not in the trash. */
  readonly articles: number;
  readonly unread: number;
  readonly starred: number;
  readonly archived: number;
  readonly trashed: number;
  /** Of those outside the trash: articles of which only the address was kept. */
  readonly addresses: number;
  readonly tags: readonly TagCount[];
  readonly sources: readonly SourceCount[];
}

export interface TagCount {
  readonly name: string;
  /** Articles that carry it, archived ones included, trashed ones not. */
  readonly count: number;
}

export interface SourceCount extends Source {
  /** Articles from it, archived ones included, trashed ones not. */
  readonly count: number;
}

/** The step that `undo` would take back, in words for a person: `Archive of 3 articles`. */
export interface UndoEntry {
  readonly id: UndoId;
  readonly label: string;
}

export interface ChangeReport {
  /** How many articles changed. */
  readonly changed: number;
  /** What undo would now take back; null when nothing changed. */
  readonly undo: UndoEntry | null;
}

/** Reading all kept originals again with today's rules. */
export interface RereadProgress {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly total: number;
  readonly done: number;
  /** Of those, articles that stayed as they were: today's rules see none in their original. */
  readonly left: number;
}

/** A folder whose new files come in by themselves. */
export interface WatchedFolder {
  readonly id: WatchedFolderId;
  readonly path: string;
  readonly addedAt: EpochMs;
  /** Why nothing comes in from it now, in words; null when all is well. */
  readonly problem: string | null;
}

/** How the computer is on the network and on power, as far as it tells. */
export interface Circumstances {
  readonly isOnBattery: boolean;
  readonly isMetered: boolean;
}

/** What is known of the library on disk. */
export interface LibraryInfo {
  readonly folder: string;
  readonly sizeBytes: number;
  /** Of that, free inside the library file: what is stored next fills it. */
  readonly freeBytes: number;
  readonly appVersion: string;
  /** `checking` runs in the background after an unclean end; `damaged` carries what is wrong. */
  readonly health: { readonly state: 'ok' | 'checking' } | { readonly state: 'damaged'; readonly problem: string };
  readonly net: {
    /** Addresses of this computer and its network are as good as any: only tests want that. */
    readonly allowsPrivateNetworks: boolean;
    readonly isOfflineMode: boolean;
    /** Since when there has been no network; null while there is one, or nobody has tried. */
    readonly offlineSince: EpochMs | null;
  };
}
