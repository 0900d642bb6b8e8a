import type { FolderId } from './feeds.ts';
import type { ArticleId, ArticleSummary, ImportId, SourceId } from './model.ts';
import type { ListDirection, ListOrder } from './settings.ts';

/** The four shelves an article can stand on. `library` is everything but the trash. */
export type Shelf = 'articles' | 'archive' | 'trash' | 'library';

/** Which articles are meant. Terms combine with *and*. */
export interface ArticleFilter {
  readonly shelf: Shelf;
  readonly unreadOnly: boolean;
  readonly starredOnly: boolean;
  readonly tag: string | null;
  readonly sourceId: SourceId | null;
  readonly importId: ImportId | null;
  /** Of the feeds in this folder, and in the folders in it. */
  readonly folderId: FolderId | null;
  /** Only what is here whole, with its pictures. */
  readonly offlineOnly: boolean;
}

/** Everything that is not in the trash. */
export const everywhere: ArticleFilter = {
  shelf: 'library',
  unreadOnly: false,
  starredOnly: false,
  tag: null,
  sourceId: null,
  importId: null,
  folderId: null,
  offlineOnly: false,
};

/** Where a page ended. Opaque to callers: hand back what a page gave. */
export interface Cursor {
  readonly key: number;
  readonly id: ArticleId;
}

export interface ArticleQuery {
  readonly filter: ArticleFilter;
  readonly order: ListOrder;
  readonly direction: ListDirection;
  readonly after: Cursor | null;
  /** 1 to 200. */
  readonly limit: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** null on the last page. */
  readonly next: Cursor | null;
}

export interface SearchQuery {
  /** As typed, at most 10,000 characters; anything is allowed and nothing is an error. `is:offline` means only what is here whole. */
  readonly text: string;
  readonly filter: ArticleFilter;
  /** 1 to 200. */
  readonly limit: number;
  /** How many ranked hits to leave out before the first; at most 2,000. */
  readonly offset: number;
}

/** A piece of a snippet; `isMatch` pieces are shown marked. */
export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface SearchHit {
  readonly article: ArticleSummary;
  readonly titleParts: readonly SnippetPart[];
  readonly snippet: readonly SnippetPart[];
}

export interface SearchResult {
  /** Exact, however many there are. */
  readonly total: number;
  readonly elapsedMs: number;
  /** Best first. Beyond 2,000 matches the newest 2,000 are ranked. */
  readonly hits: readonly SearchHit[];
  /** True when a newer query made this one needless: it was not run and has no hits. */
  readonly isOvertaken: boolean;
}

/** Articles to act on: named ones, or all a filter or a search finds, save some. */
export type Selection =
  | { readonly ids: readonly ArticleId[] }
  | { readonly filter: ArticleFilter; readonly text: string | null; readonly except: readonly ArticleId[] };
