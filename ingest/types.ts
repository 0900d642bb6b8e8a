import type { EnclosureReference } from '../contract/enclosures.ts';
import type {
  ArticleDraft,
  Dateline,
  ImageReference,
  ListedFeed,
  ListedFolder,
  ListedHead,
  SafeHtml,
  StatedDate,
  StatedSource,
  Usage,
} from '../contract/model.ts';

/** What is known of a file from outside its bytes. Kept with the original, so that it is read alike again. */
export interface Told {
  /** Content-Type with parameters, if a transport stated one. */
  readonly mediaType: string | null;
  /** Address the file was fetched from, if any. */
  readonly url: string | null;
  /** What says of an article whatever held it: the head of a feed, the table of contents of a book. Counts where the article itself says nothing. */
  readonly stated?: StatedOutside | null;
}

export interface StatedOutside {
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly published?: StatedDate | null;
  readonly siteName?: string | null;
  readonly language?: string | null;
  readonly source?: StatedSource | null;
  readonly tags?: readonly string[];
}

/** Nothing is known of a file but what it holds. */
export const NOTHING_TOLD: Told = { mediaType: null, url: null };

/** One file as it came: bytes and what is known of them from outside. */
export interface Payload extends Told {
  readonly bytes: Uint8Array;
  /** Whether only who the article is is asked for: what costs time to read may then be left out. */
  readonly isOnlyLookedAt?: boolean;
  /** File name with extension, no folders; may be empty for pasted text. */
  readonly name: string;
}

export type Format =
  | 'text'
  | 'markdown'
  | 'html'
  | 'chapter'
  | 'pdf'
  | 'feed'
  | 'opml'
  | 'docx'
  | 'word97'
  | 'nitf'
  | 'newsml-g2'
  | 'newsml-1'
  | 'ninjs'
  | 'wire'
  | 'mail'
  | 'mhtml'
  | 'odt'
  | 'rtf'
  | 'link';

/** Why a file did not become an article. `not-an-article` is skipped, all others are failures. */
export type IngestCode =
  | 'not-an-article'
  | 'empty'
  | 'only-furniture'
  | 'not-text'
  | 'too-large'
  | 'too-deep'
  | 'malformed'
  | 'encrypted'
  | 'bomb';

export interface Refusal {
  readonly ok: false;
  readonly code: IngestCode;
  readonly message: string;
}

/** Who an article is. */
export interface Identity {
  /** Means the same article on every machine: the one it states, else the hash of its `guid`, else of the canonical address, else of the original's bytes. */
  readonly uid: string;
  readonly canonicalUrl: string | null;
  readonly originalHash: string;
}

export type IngestResult =
  | {
      readonly ok: true;
      readonly format: Format;
      readonly encoding: string;
      readonly draft: ArticleDraft;
      /** Pictures whose bytes stood in the file. */
      readonly assets: readonly ImageAsset[];
      readonly identity: Identity;
      /** As `ParsedArticle.guid`. */
      readonly guid: string | null;
      readonly source: StatedSource | null;
      /** What the report is to say of it. */
      readonly note: string | null;
    }
  | Unfolded
  | FeedList
  | Refusal;

/** A file that lists feeds, and holds nothing of them. */
export interface FeedList {
  readonly ok: true;
  readonly format: Format;
  readonly feeds: readonly ListedFeed[];
  /** Those of which it says more than their names. */
  readonly folders: readonly ListedFolder[];
  readonly head: ListedHead;
}

/** A file that holds several articles, taken apart: each of them is a file of its own that its format's parser reads. */
export interface Unfolded {
  readonly ok: true;
  readonly format: Format;
  readonly entries: readonly Payload[];
}

/** What a parser is given. */
export interface ParserInput extends Payload {
  /** The bytes as text; empty for formats that are none. */
  readonly text: string;
}

/** What a parser makes of a file. */
export type Parsed = ParsedArticle | Unfolded | FeedList | Refusal;

/** A picture whose bytes have been looked at: a raster image, or an SVG that has been sanitised. */
export interface ImageAsset {
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly hash: string;
  readonly mediaType: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** A piece of a body. Lists keep their items; everything else is text. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'quote' | 'preformatted'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] };

/** A body twice, for reading and for searching: the same words in the same order, but for captions, which only the HTML has. */
export interface Body {
  readonly html: SafeHtml;
  /** A blank line between blocks; items of a list on lines of their own. */
  readonly text: string;
}

/** An article as its source states it: what is not stated is null. */
export interface ParsedArticle {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly modified: StatedDate | null;
  readonly dateline: Dateline | null;
  readonly siteName: string | null;
  readonly description: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly captions: readonly string[];
  /** One per address, in the order of the body. */
  readonly images: readonly ImageReference[];
  readonly assets: readonly ImageAsset[];
  /** Sound, films and documents that come with it, each address once. */
  readonly enclosures?: readonly EnclosureReference[];
  /** Why pictures that came in the file are not kept, a reason for each. */
  readonly picturesLeftOut?: readonly string[];
  readonly body: Body;
  /** Who the article says it is; only Markdown that Tearsheet exported does. */
  readonly uid?: string | null;
  /** An identifier that is the same wherever and however often the article is met: a Message-ID, the `guid` of a news item. Counts before its address. */
  readonly guid?: string | null;
  /** Several articles stand at its address, which therefore says nothing of who this one is. */
  readonly isAddressShared?: boolean;
  /** It stood in a file with others, as an entry stands in its feed: the address that file was fetched from is not its own. */
  readonly isPart?: boolean;
  /** Where it says it comes from. */
  readonly source?: StatedSource | null;
  /** What the agency that sent it says may be done with it. A kill may have no text: it marks the article that is there. */
  readonly usage?: Usage | null;
  /** An article without a sentence is refused, unless this says why it is one all the same: a page of pictures, a link to be fetched. */
  readonly isWithoutText?: boolean;
  /** What is to be known of it although it was read: that it has no words, that pages of it are missing. Stands in the report. */
  readonly note?: string | null;
  /** Whether parts lay within one another so deep that they were left out. */
  readonly isCut?: boolean;
}

/** An article whose source states nothing but its words. */
export const NOTHING_STATED: Omit<ParsedArticle, 'title' | 'body'> = {
  byline: null,
  published: null,
  modified: null,
  dateline: null,
  siteName: null,
  description: null,
  url: null,
  language: null,
  tags: [],
  captions: [],
  images: [],
  assets: [],
};
