import { ingest } from '../ingest/index.ts';
import type { IngestResult } from '../ingest/types.ts';
import { fileCandidate, isRefusal } from './import/candidate.ts';
import { singleFiles } from './import/walk.ts';

export type Inspection = IngestResult | { readonly ok: false; readonly code: string; readonly message: string };

interface Request {
  readonly path: string;
  readonly url: string | null;
  readonly mediaType: string | null;
}

/** What ingest makes of one file; nothing is stored. */
export async function inspectFile({ path, url, mediaType }: Request): Promise<Inspection> {
  const candidate = fileCandidate(path, singleFiles);
  const bytes = await candidate.read();
  if (isRefusal(bytes)) return { ok: false, ...bytes };
  return ingest({ bytes, name: candidate.name, mediaType, url });
}
