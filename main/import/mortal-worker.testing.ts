import { parentPort } from 'node:worker_threads';
import type { BatchFile } from '../../ingest/batch.ts';

/** What a word in a file does to the thread that reads it: stand-ins for a crash, an endless loop and a hunger for memory. */
const DEEDS: readonly (readonly [word: string, deed: () => void])[] = [
  ['unreadable-by-any-thread', () => process.exit(1)],
  [
    'read-for-ever',
    () => {
      for (;;);
    },
  ],
  [
    'larger-than-memory',
    () => {
      for (const hoard: unknown[] = []; ; ) hoard.push(new Array(10_000).fill(hoard.length));
    },
  ],
];

// Heard before the real worker's own listener, which is added by the import below.
parentPort?.on('message', ({ params }: { readonly params: { readonly files: readonly BatchFile[] } }) => {
  for (const [word, deed] of DEEDS) if (params.files.some(({ bytes }) => Buffer.from(bytes).includes(word))) deed();
});

await import('../../ingest/worker.ts');
