import type { ArticleDraft, Dateline, ImageReference, SafeHtml, StatedDate } from '../contract/model.ts';

/** One file as it came: bytes and what is known of them from outside. */
export interface Payload {
  readonly bytes: Uint8Array;
  /** File name with extension, no folders; may be empty for pasted text. */
  readonly name: string;
  /** Content-Type with parameters, if a transport stated one. */
  readonly mediaType: string | null;
  /** Address the file was fetched from, if any. */
  readonly url: string | null;
}

export type Format = 'text' | 'markdown' | 'html';

/** Why a file did not become an article. `not-an-article` is skipped, all others are failures. */
export type IngestCode =
  | 'not-an-article'
  | 'empty'
  | 'only-furniture'
  | 'not-text'
  | 'too-large'
  | 'too-deep'
  | 'malformed';

export interface Refusal {
  readonly ok: false;
  readonly code: IngestCode;
  readonly message: string;
}

export type IngestResult =
  | {
      readonly ok: true;
      readonly format: Format;
      readonly encoding: string;
      readonly draft: ArticleDraft;
      /** Pictures whose bytes stood in the file. */
      readonly assets: readonly ImageAsset[];
      /** Who the article says it is: only what Tearsheet exported does. */
      readonly uid: string | null;
    }
  | Refusal;

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
  readonly body: Body;
  /** Who the article says it is; only Markdown that Tearsheet exported does. */
  readonly uid?: string | null;
  /** Whether parts lay within one another so deep that they were left out. */
  readonly isCut?: boolean;
}
