import { unpackStrings } from '../base/pack.ts';
import { createPool } from '../base/pool.ts';
import type { ArticleDraft, SafeHtml } from '../contract/model.ts';
import type { BatchResult } from '../ingest/batch.ts';
import { FILE_LIMIT_MS, HEAP_LIMIT_MB } from '../ingest/limits.ts';
import type { Format } from '../ingest/types.ts';
import type { IngestWorkerData } from '../ingest/worker.ts';
import { type Candidate, fileCandidate, isRefusal } from './import/candidate.ts';
import { readBatch } from './import/reading.ts';
import { singleFiles, walk } from './import/walk.ts';

export type Inspection =
  | { readonly ok: true; readonly format: Format; readonly draft: ArticleDraft }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** What is known of a file besides its bytes. */
export interface Told {
  readonly url: string | null;
  readonly mediaType: string | null;
}

/** Says what ingest makes of files, with the limits an import has; nothing is stored, and no library is needed. */
export interface Inspector {
  file(path: string, told: Told): Promise<Inspection>;
  /** Every file at or below the paths, in the order an import would take them. */
  paths(
    paths: readonly string[],
    url: string | null,
  ): AsyncGenerator<{ readonly path: string; readonly inspection: Inspection }>;
  close(): Promise<void>;
}

export function createInspector(workerUrl: URL): Inspector {
  const pool = createPool({
    workerUrl,
    size: 1,
    workerData: { isInBackground: false } satisfies IngestWorkerData,
    heapLimitMb: HEAP_LIMIT_MB,
    callLimitMs: FILE_LIMIT_MS,
    idleMs: FILE_LIMIT_MS,
  });

  const inspect = async (candidate: Candidate, { url, mediaType }: Told): Promise<Inspection> => {
    const bytes = await candidate.read();
    if (isRefusal(bytes)) return { ok: false, code: bytes.code, message: bytes.message };
    const [result] = await readBatch(pool, [{ bytes, name: candidate.name, mediaType, url }]);
    if (!result) throw new Error('The ingest worker answered nothing');
    return result.ok ? whole(result) : result;
  };

  return {
    file: (path, told) => inspect(fileCandidate({ path, source: singleFiles, mediaType: told.mediaType }), told),
    async *paths(paths, url) {
      for await (const candidate of walk(paths))
        yield { path: candidate.path, inspection: await inspect(candidate, { url, mediaType: null }) };
    },
    close: () => pool.close(),
  };
}

/** The draft as it was before its body was packed for the store. */
function whole({ format, article }: BatchResult & { readonly ok: true }): Inspection {
  const [text = '', html = ''] = unpackStrings(article.bodyPacked);
  // What was packed had come from the sanitiser.
  return { ok: true, format, draft: { ...article.draft, text, html: html as SafeHtml } };
}
