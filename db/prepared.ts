import type { IndexWords } from '../base/words.ts';
import type { ArticleDraft, EpochMs, ImportId, ListedFeed, SourceKind, StatedSource } from '../contract/model.ts';

/** Which source an article belongs to; made on first use. */
export interface SourceKey {
  readonly kind: SourceKind;
  /** Tells sources of one kind apart: a folder's path, for example. */
  readonly key: string;
  readonly name: string;
}

/** A picture's bytes with what is known of them. */
export interface Asset {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly mediaType: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** An article as the ingest worker hands it over: everything that costs time is done, so that the writer only writes. */
export interface PreparedArticle {
  /** Name of the file, without folders. */
  readonly name: string;
  /** What kind of file it was. */
  readonly format: string;
  /** Its body is in `bodyPacked`. */
  readonly draft: Omit<ArticleDraft, 'text' | 'html'>;
  /** Hash of the canonical URL, else of the original's bytes. */
  readonly uid: string;
  readonly canonicalUrl: string | null;
  readonly originalHash: string;
  readonly originalPacked: Uint8Array;
  readonly originalSize: number;
  /** Whether it is an entry of a feed that visibly goes on elsewhere. */
  readonly isCut?: boolean;
  readonly encoding: string;
  /** What was known of the file from outside: kept as it is. */
  readonly told: object;
  /** Where the article says it comes from; null leaves it with the source of its file. */
  readonly source: StatedSource | null;
  /** Text and HTML of the body, packed together. */
  readonly bodyPacked: Uint8Array;
  readonly index: IndexWords;
  /** Bytes of its pictures, as far as they came with it. */
  readonly assets: readonly Asset[];
  /** Which of `assets` was found for which of `draft.images`: by its `file`, or by its `address` where it has none. */
  readonly files: ReadonlyMap<string, string>;
  /** What the report is to say of it although it was taken. */
  readonly note?: string | null;
}

/** Why a file gives no article. */
export interface ItemRefusal {
  readonly status: 'skipped' | 'failed';
  readonly code: string;
  readonly message: string;
}

/** One file of an import, read. */
export type SaveItem =
  | { readonly path: string; readonly source: SourceKey; readonly article: PreparedArticle }
  | { readonly path: string; readonly source: SourceKey; readonly feeds: readonly ListedFeed[] }
  | { readonly path: string; readonly source: SourceKey; readonly refusal: ItemRefusal };

export interface SaveBatch {
  readonly importId: ImportId;
  /** Put on every article of it. */
  readonly tags?: readonly string[];
  readonly items: readonly SaveItem[];
  readonly addedAt: EpochMs;
  /** How many files the import has met, for whoever else looks at it. */
  readonly found?: number;
  /** How many lines its report has before this batch. A batch that was stored although its caller was not told is then not stored again. */
  readonly reported?: number;
}
