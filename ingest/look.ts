import type { BatchFile, BatchRefusal } from './batch.ts';
import { sideBySide } from './in-step.ts';
import { ingest } from './index.ts';
import { beyondReading } from './limits.ts';
import type { FeedList, Format, Identity, Unfolded } from './types.ts';

/** What a file is and who its article is, as far as that can be told without reading the article itself. */
export interface Looked extends Identity {
  readonly format: Format;
  readonly title: string;
}

export type LookResult = { readonly ok: true; readonly looked: Looked } | Unfolded | FeedList | BatchRefusal;

/** Looks at files, in order, far faster than reading them: the article of a web page is not sought. */
export async function lookAtBatch({ files }: { readonly files: readonly BatchFile[] }): Promise<readonly LookResult[]> {
  return sideBySide(files, (file) =>
    lookAt(file).catch((error: unknown) => ({ ok: false, ...beyondReading(error) }) as const),
  );
}

async function lookAt(file: BatchFile): Promise<LookResult> {
  const result = await ingest({ ...file, isOnlyLookedAt: true });
  if (!result.ok || !('draft' in result)) return result;
  const { format, draft, identity } = result;
  return { ok: true, looked: { format, title: draft.title || file.name, ...identity } };
}
