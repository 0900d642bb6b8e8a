import { isBeginning } from '../base/cut-text.ts';
import { packBytes, packStrings } from '../base/pack.ts';
import { type IndexWords, indexText } from '../base/words.ts';
import type { ArticleDraft, StatedSource } from '../contract/model.ts';
import { sideBySide } from './in-step.ts';
import { ingest } from './index.ts';
import { beyondReading } from './limits.ts';
import type {
  FeedList,
  Format,
  Identity,
  ImageAsset,
  IngestCode,
  IngestResult,
  Payload,
  Told,
  Unfolded,
} from './types.ts';

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

/** One file of a batch on its way: what an article has come to, or what else the file turned out to be. */
type Underway<A> = { readonly ok: true; readonly article: A } | Unfolded | FeedList | BatchRefusal;

export type BatchResult = Underway<Prepared>;

/**
 * Files in, ready articles, the files they are made of or refusals out, in the same order: what one file does to its reader is no other's loss.
 * Each step is taken for the whole batch before the next: its code and tables are then at hand for the next file, which saves a tenth.
 */
export async function ingestBatch({
  files,
}: {
  readonly files: readonly BatchFile[];
}): Promise<readonly BatchResult[]> {
  const read = await sideBySide(files, readOne);
  const originals = ofEach(read, (article) => ({ ...article, originalPacked: packBytes(article.file.bytes) }));
  const bodies = ofEach(originals, (article) => ({
    ...article,
    bodyPacked: packStrings([article.draft.text, article.draft.html]),
  }));
  return ofEach(bodies, prepared);
}

/** A file that was read, and what it says. */
interface Read extends Extract<IngestResult, { readonly draft: ArticleDraft }> {
  readonly file: BatchFile;
}

async function readOne(file: BatchFile): Promise<Underway<Read>> {
  try {
    const result = await ingest(file);
    return result.ok && 'draft' in result ? { ok: true, article: { ...result, file } } : result;
  } catch (error) {
    return refusalOf(error);
  }
}

/** Takes a step with each article of a batch. */
function ofEach<A, B>(batch: readonly Underway<A>[], take: (article: A) => B): readonly Underway<B>[] {
  return batch.map((result) => {
    if (!('article' in result)) return result;
    try {
      return { ok: true, article: take(result.article) };
    } catch (error) {
      return refusalOf(error);
    }
  });
}

const refusalOf = (error: unknown): BatchRefusal => ({ ok: false, ...beyondReading(error) });

const encoder = new TextEncoder();

function prepared(article: Read & Pick<Prepared, 'originalPacked' | 'bodyPacked'>): Prepared {
  const { file, format, encoding, draft, identity, assets, source, note, originalPacked, bodyPacked } = article;
  const { text, html: _, ...head } = draft;
  const { bytes, name, mediaType, url, stated } = file;
  return {
    name,
    format,
    draft: head,
    ...identity,
    originalPacked,
    originalSize: bytes.length,
    encoding,
    told: { mediaType, url, stated: stated ?? null },
    source,
    bodyPacked,
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
}
