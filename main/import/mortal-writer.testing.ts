import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

// A writer that dies once in the life of a library, with its third batch: before it is stored, or after, with the answer unsaid.
const port = parentPort;
if (!port) throw new Error('mortal-writer.testing.ts runs as a worker thread');
const when = new URL(import.meta.url).searchParams.get('when');
const mark = join(workerData.folder, 'the-writer-has-died');
let batches = 0;
let isDoomed = false;

// Heard before the store's own listener, which is added by the import below.
port.on('message', ({ method }: { readonly method: string }) => {
  isDoomed = method === 'saveArticles' && ++batches === 3 && !existsSync(mark);
  if (!isDoomed) return;
  writeFileSync(mark, '');
  if (when === 'before') process.exit(1);
});
const answer = port.postMessage.bind(port);
port.postMessage = (...message: Parameters<typeof answer>) => {
  if (isDoomed) process.exit(1);
  answer(...message);
};

await import('../../db/worker.ts');
