import type { Branded, EpochMs } from './model.ts';

export type RevisionId = Branded<number, 'RevisionId'>;

/** A text an article had before the one it has now. */
export interface Revision {
  readonly id: RevisionId;
  /** When another took its place. */
  readonly replacedAt: EpochMs;
  readonly title: string;
  readonly byline: string | null;
  readonly wordCount: number;
}

export type DifferenceKind = 'same' | 'added' | 'removed';

/** A stretch of a paragraph. Joined, all that are not `added` are what it was, all that are not `removed` what it is. */
export interface DifferencePart {
  readonly kind: DifferenceKind;
  readonly text: string;
}

/** One paragraph of two texts that are compared. */
export interface ParagraphDifference {
  /** Whether all of it is of that kind; `changed` when only parts are. */
  readonly kind: DifferenceKind | 'changed';
  readonly parts: readonly DifferencePart[];
}

/** What became of a text when another took its place. */
export interface RevisionDifference {
  readonly title: readonly DifferencePart[];
  readonly paragraphs: readonly ParagraphDifference[];
  readonly addedWords: number;
  readonly removedWords: number;
}
