import type { Source } from './model.ts';

/** What takes the space of a library, in bytes. */
export interface SpaceReport {
  readonly totalBytes: number;
  /** Inside the file, and free: what is stored next fills it. */
  readonly freeBytes: number;
  /** Whether that can be given back to the disk; files that earlier Tearsheets made keep it. */
  readonly canGiveBack: boolean;
  readonly texts: number;
  readonly originals: number;
  readonly pictures: number;
  /** Sound, films and documents that came with articles. */
  readonly files: number;
  /** What is here of such files that have not come whole. */
  readonly unfinished: number;
  /** Texts that articles had before. */
  readonly revisions: number;
  /** The index of the search, and everything else. */
  readonly rest: number;
  /** Those that take the most, at most fifty. A picture counts for each that shows it. */
  readonly sources: readonly SourceSpace[];
}

export interface SourceSpace extends Source {
  readonly articles: number;
  readonly bytes: number;
}

/**
 * What is to go: null and false leave a kind alone. Only articles that feeds brought are meant; those that are starred, tagged or unread,
 * or that came in by an import or by their address, are never touched.
 */
export interface CleanUp {
  readonly articlesOlderThanDays: number | null;
  /** The articles stay; their pictures can be fetched again. */
  readonly picturesOlderThanDays: number | null;
  readonly revisions: boolean;
  /** Files that have not come whole: they begin anew when they are asked for again. */
  readonly unfinished: boolean;
}

/** How much the file has been made smaller by, and what is still free inside it. */
export interface GivenBack {
  readonly bytes: number;
  readonly freeBytes: number;
}

/** What goes, or has gone. */
export interface CleanedUp {
  readonly articles: number;
  /** Articles that lose pictures. */
  readonly pictures: number;
  readonly revisions: number;
  /** Files that have not come whole. */
  readonly unfinished: number;
  readonly bytes: number;
}
