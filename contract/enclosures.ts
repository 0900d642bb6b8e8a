import type { ArticleId } from './model.ts';

/** A file an article brings along, as its feed names it. */
export interface EnclosureReference {
  readonly url: string;
  readonly mediaType: string | null;
  readonly lengthBytes: number | null;
  readonly durationSeconds: number | null;
}

/** The same and where its bytes are. */
export interface ArticleEnclosure {
  readonly url: string;
  readonly mediaType: string | null;
  /** As its feed states, until its server has said more of it, or it is here. */
  readonly sizeBytes: number | null;
  readonly durationSeconds: number | null;
  /** `/enclosure/<sha256>`; null: not on this computer. */
  readonly src: string | null;
  /** What is here of it, where it was cut off and can be gone on with. */
  readonly begun: EnclosureAmount | null;
  /** Where playing stopped. */
  readonly seconds: number;
}

/** How much of a file is here. */
export interface EnclosureAmount {
  readonly receivedBytes: number;
  /** Null: its server does not say. */
  readonly totalBytes: number | null;
}

/** A file that is being fetched, or was until now. */
export interface EnclosureProgress extends EnclosureAmount {
  readonly articleId: ArticleId;
  readonly url: string;
  readonly isRunning: boolean;
}
