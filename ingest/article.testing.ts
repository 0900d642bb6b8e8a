import { ingest } from './index.ts';
import { type IngestResult, NOTHING_TOLD, type Payload } from './types.ts';

/** A file as ingest reads it. @throws Error with the refusal, or when it holds several articles */
export async function articleFrom(
  file: Partial<Payload> & Pick<Payload, 'bytes' | 'name'>,
): Promise<Extract<IngestResult, { readonly draft: unknown }>> {
  const result = await ingest({ ...NOTHING_TOLD, ...file });
  if (!result.ok) throw new Error(result.message);
  if (!('draft' in result)) throw new Error('The file is not one article');
  return result;
}
