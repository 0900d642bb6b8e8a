import { isBeginning } from '../base/cut-text.ts';
import { packBytes, packStrings } from '../base/pack.ts';
import { type IndexWords, indexText } from '../base/words.ts';
import type { ArticleDraft, StatedSource } from '../contract/model.ts';
import { ingest } from './index.ts';
import { beyondReading } from './limits.ts';
import type { FeedList, Format, Identity, ImageAsset, IngestCode, Payload, Told, Unfolded } from './types.ts';

/** One file of a batch: what `ingest` takes. */
export type BatchFile = Payload;

/** An article with everything that costs time done, so that the thread that writes only writes. */
export interface Prepared extends Identity {
  /** Name of the file, without folders. */
  readonly name: string;
  readonly format: Format;
  /** Its body is in `bodyPacked`. */
  readonly draft: Omit<ArticleDraft, 'text' | 'html'>;
  readonly originalPacked: Uint8Array;
  readonly originalSize: number;
  readonly encoding: string;
  /** What was known of the file from outside. */
  readonly told: Told;
  /** Where the article says it comes from. */
  readonly source: StatedSource | null;
  /** Text and HTML of the body, packed together. */
  readonly bodyPacked: Uint8Array;
  readonly index: IndexWords;
  /** Pictures whose bytes stood in the file. */
  readonly assets: readonly ImageAsset[];
  /** It is an entry of a feed that visibly goes on elsewhere. */
  readonly isCut: boolean;
  /** What the report is to say of it although it was read. */
  readonly note?: string | null;
}

export interface BatchRefusal {
  readonly ok: false;
  readonly code: IngestCode | 'too-slow' | 'reader-died';
  readonly message: string;
}

export type BatchResult = { readonly ok: true; readonly article: Prepared } | Unfolded | FeedList | BatchRefusal;

/** Files in, ready articles, the files they are made of or refusals out, in the same order: what one file does to its reader is no other's loss. */
export async function ingestBatch({
  files,
}: {
  readonly files: readonly BatchFile[];
}): Promise<readonly BatchResult[]> {
  const results: BatchResult[] = [];
  for (const file of files) {
    results.push(await prepare(file).catch((error: unknown) => ({ ok: false, ...beyondReading(error) }) as const));
  }
  return results;
}

const encoder = new TextEncoder();

async function prepare(file: BatchFile): Promise<BatchResult> {
  const result = await ingest(file);
  if (!result.ok || !('draft' in result)) return result;
  const { format, encoding, draft, identity, assets, source, note } = result;
  const { text, html, ...head } = draft;
  const { bytes, name, mediaType, url, stated } = file;
  const article: Prepared = {
    name,
    format,
    draft: head,
    ...identity,
    originalPacked: packBytes(bytes),
    originalSize: bytes.length,
    encoding,
    told: { mediaType, url, stated: stated ?? null },
    source,
    bodyPacked: packStrings([text, html]),
    index: {
      title: indexText(draft.title),
      byline: indexText(draft.byline ?? ''),
      // Who looks for a picture's words finds its article.
      body: encoder.encode(indexText([text, ...draft.captions].join('\n\n'))),
    },
    assets,
    isCut: format === 'feed' && isBeginning(text, draft.wordCount),
    note,
  };
  return { ok: true, article };
}
