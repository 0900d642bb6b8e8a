import type { ArticleDraft } from '../contract/model.ts';

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

export type Format = 'text' | 'markdown';

/** Why a file did not become an article. `not-an-article` is skipped, all others are failures. */
export type IngestCode = 'not-an-article' | 'empty' | 'only-furniture' | 'not-text' | 'too-large' | 'malformed';

export type IngestResult =
  | { readonly ok: true; readonly format: Format; readonly draft: ArticleDraft }
  | { readonly ok: false; readonly code: IngestCode; readonly message: string };
