import { parentPort } from 'node:worker_threads';
import type { BatchFile } from '../../ingest/batch.ts';

/** The word in a file that ends the thread that reads it: a stand-in for a crash. */
export const FATAL_WORD = 'unreadable-by-any-thread';

// Heard before the real worker's own listener, which is added by the import below.
parentPort?.on('message', ({ params }: { readonly params: { readonly files: readonly BatchFile[] } }) => {
  if (params.files.some(({ bytes }) => Buffer.from(bytes).includes(FATAL_WORD))) process.exit(1);
});

await import('../../ingest/worker.ts');
