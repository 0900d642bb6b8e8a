import type { StatedDate, StatedSource } from '../../contract/model.ts';
import type { Refusal } from '../types.ts';

/** A stretch of a file of a book: from the element with an id up to where the next chapter in the file begins. */
export interface Stretch {
  /** Path within the book. */
  readonly path: string;
  /** Null at the beginning of the file. */
  readonly from: string | null;
}

/** What becomes one article: a leaf of the table of contents, or a file that stands in none. */
export interface Chapter {
  /** How the report names it: stable, no two alike. */
  readonly name: string;
  /** As the table of contents names it. */
  readonly title: string | null;
  /** What it stands under, where a book is a newspaper. */
  readonly section: string | null;
  /** In reading order; more than one where it goes on in further files. */
  readonly stretches: readonly Stretch[];
  /** Why it is none that could be read. */
  readonly refusal: Refusal | null;
}

/** A publication and the order it is read in. */
export interface Book {
  readonly source: StatedSource | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly language: string | null;
  readonly chapters: readonly Chapter[];
}

/** Files of a book that say how it is made, by their paths. */
export type BookFiles = ReadonlyMap<string, Uint8Array>;

/** What a reader of a book answers until it has been given all it needs. */
export type BookAnswer = { readonly needs: readonly string[] } | { readonly book: Book } | Refusal;
