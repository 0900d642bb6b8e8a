import { ingest } from '../ingest/index.ts';
import type { IngestResult } from '../ingest/types.ts';
import { type Candidate, fileCandidate, isRefusal } from './import/candidate.ts';
import { singleFiles, walk } from './import/walk.ts';

export type Inspection = IngestResult | { readonly ok: false; readonly code: string; readonly message: string };

/** What is known of a file besides its bytes. */
export interface Told {
  readonly url: string | null;
  readonly mediaType: string | null;
}

/** What ingest makes of one file; nothing is stored. */
export const inspectFile = (path: string, told: Told): Promise<Inspection> =>
  inspectCandidate(fileCandidate({ path, source: singleFiles, mediaType: told.mediaType }), told);

/** What ingest makes of every file at or below the paths, in the order an import would take them. */
export async function* inspectPaths(
  paths: readonly string[],
  url: string | null,
): AsyncGenerator<{ readonly path: string; readonly inspection: Inspection }> {
  for await (const candidate of walk(paths))
    yield { path: candidate.path, inspection: await inspectCandidate(candidate, { url, mediaType: null }) };
}

async function inspectCandidate(candidate: Candidate, { url, mediaType }: Told): Promise<Inspection> {
  const bytes = await candidate.read();
  if (isRefusal(bytes)) return { ok: false, code: bytes.code, message: bytes.message };
  return ingest({ bytes, name: candidate.name, mediaType, url });
}
