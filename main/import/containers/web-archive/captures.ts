import { LIMIT_BYTES } from '../../../../ingest/limits.ts';
import { PICTURE_LIMIT_BYTES } from '../../beside.ts';
import { failed, type Refusal } from '../../refusal.ts';
import { type Block, readBlock } from './block.ts';
import { contentOf, httpHeadOf } from './http.ts';

/** What is kept of an archive: pages, and what they may show. */
export type CaptureKind = 'html' | 'pdf' | 'text' | 'picture';

/** Something an archive holds, and where. */
export interface Capture {
  readonly kind: CaptureKind;
  /** As the archive states them. */
  readonly uri: string;
  readonly date: string;
  /** Content-Type with parameters. */
  readonly mediaType: string | null;
  /** Null when there was no room to keep it. */
  readonly block: Block | null;
  /** Whether the block begins with what the server answered. */
  readonly isHttp: boolean;
}

const MAX_HEAD_BYTES = 64 * 1024;

/** What was captured, decoded. */
export async function readCapture({ kind, block, isHttp }: Capture): Promise<Buffer | Refusal> {
  const limit = kind === 'picture' ? PICTURE_LIMIT_BYTES : LIMIT_BYTES;
  const tooLarge = failed('too-large', `It is larger than the ${limit / 1024 / 1024} MB that are read of a page`);
  if (!block || block.length > limit + MAX_HEAD_BYTES) return tooLarge;
  if (block.isCut) return failed('malformed', 'The archive breaks off in the middle of it');
  const bytes = await readBlock(block);
  if (!bytes) return failed('malformed', 'Its place in the archive is damaged');
  if (!isHttp) return bytes.length > limit ? tooLarge : bytes;
  const head = httpHeadOf(bytes);
  if (!head) return failed('malformed', 'Its place in the archive is damaged');
  const content = await contentOf(head.fields, bytes.subarray(head.end), limit);
  if (content === 'too-large') return tooLarge;
  return content ?? failed('malformed', 'It was packed for sending and cannot be unpacked');
}
