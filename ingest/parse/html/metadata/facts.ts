import type { StatedDate } from '../../../../contract/model.ts';

/** What one part of a page says of its article; what it does not say is missing. */
export interface Facts {
  readonly title?: string | null;
  /** Names as stated. */
  readonly authors?: readonly string[];
  readonly published?: StatedDate | null;
  readonly modified?: StatedDate | null;
  readonly siteName?: string | null;
  readonly url?: string | null;
  readonly description?: string | null;
  readonly language?: string | null;
  readonly tags?: readonly string[];
}

/** Space as one space; null for nothing but space. */
export const words = (text: string | null | undefined): string | null => text?.replace(/\s+/g, ' ').trim() || null;
