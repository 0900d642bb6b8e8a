import { parentPort } from 'node:worker_threads';
import { FATAL_ID } from './testing.ts';

// Heard before the store's own listener, which is added by the import below.
parentPort?.on('message', ({ params }: { readonly params: readonly unknown[] }) => {
  if (params[0] === FATAL_ID) process.exit(1);
});

await import('./worker.ts');
