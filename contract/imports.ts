import type { ArticleId, EpochMs, ImportId, LookId } from './model.ts';

export type ImportOrigin = 'paths' | 'upload' | 'paste' | 'sample' | 'watched';
export type ImportState = 'running' | 'done' | 'cancelled' | 'interrupted';
export type ItemStatus = 'imported' | 'duplicate' | 'updated' | 'skipped' | 'failed';

export interface ImportCounts {
  readonly imported: number;
  readonly duplicate: number;
  readonly updated: number;
  /** Not an article file. */
  readonly skipped: number;
  /** An article file that could not be read. */
  readonly failed: number;
}

/** One import, running or past. */
export interface ImportSummary {
  readonly id: ImportId;
  /** Its name in the list: the folder's or file's name, or `Pasted text`. */
  readonly name: string;
  readonly origin: ImportOrigin;
  readonly state: ImportState;
  readonly startedAt: EpochMs;
  readonly finishedAt: EpochMs | null;
  /** Files found so far; grows while folders are still being walked. */
  readonly total: number;
  readonly counts: ImportCounts;
  /** Why it ended early, in words, where that is known. */
  readonly problem: string | null;
  /** Another program runs it: it can be followed from here, and not be cancelled. */
  readonly isElsewhere: boolean;
  /** Tags it puts on everything it brings. */
  readonly tags: readonly string[];
  /** When it was taken back; null: it was not. */
  readonly undoneAt: EpochMs | null;
  /** Whether what failed can be tried again: the files may still lie where they were. */
  readonly canRetry: boolean;
  /** It waits until it is told to go on. */
  readonly isPaused: boolean;
  /** All that is to come has been met: `total` grows no more. */
  readonly isCounted: boolean;
}

/** What an import would make of a file. */
export type Prospect = 'fresh' | 'known' | 'changed';

/** What was found of one kind of file, before anything is taken. */
export interface LookKind {
  /** As `ImportItem.format`. */
  readonly format: string;
  /** Not in the library. */
  readonly fresh: number;
  /** In the library with the same bytes. */
  readonly known: number;
  /** In the library with other bytes: they would change it, if they are not older. */
  readonly changed: number;
  /** Titles of some, as far as files state them. */
  readonly titles: readonly string[];
}

/** Files that would not be taken, for one reason. */
export interface LookRefusal {
  readonly status: 'skipped' | 'failed';
  readonly code: string;
  readonly message: string;
  readonly count: number;
  /** Some of them. */
  readonly paths: readonly string[];
}

/** A look at what would come in, before it does. Nothing is stored; it is forgotten when Tearsheet is closed. */
export interface Look {
  readonly id: LookId;
  readonly name: string;
  readonly state: 'running' | 'done' | 'failed';
  /** Files and articles met, and dealt with. */
  readonly total: number;
  readonly done: number;
  readonly kinds: readonly LookKind[];
  readonly refused: readonly LookRefusal[];
  /** Why it ended early, in words. */
  readonly problem: string | null;
}

/** What taking an import back did. */
export interface ImportUndone {
  /** Articles it had brought, which are gone. */
  readonly removed: number;
  /** Articles it had changed, which are what they were. */
  readonly restored: number;
  /** Articles that a later import has changed since, and which stay as they are. */
  readonly kept: number;
}

/** What became of one file of an import. */
export interface ImportItem {
  readonly path: string;
  /** What kind of file it was; null where that was not told. */
  readonly format: string | null;
  readonly status: ItemStatus;
  /** Null when there is none, or none any more. */
  readonly articleId: ArticleId | null;
  /** Of its article, if that is still there. */
  readonly title: string | null;
  /** What is to be said of a file that was taken: `82 feeds kept`, `This PDF has no text: it is a scan`. */
  readonly note: string | null;
  /** Why it was not taken. */
  readonly error: { readonly code: string; readonly message: string } | null;
}
