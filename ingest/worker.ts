import { parentPort, workerData } from 'node:worker_threads';
import { serve } from '../base/port-rpc.ts';
import { workInBackground } from '../base/priority.ts';
import { AppError } from '../contract/errors.ts';
import { type BatchFile, ingestBatch } from './batch.ts';

/** What the thread is started with. */
export interface IngestWorkerData {
  /** Whether others are to be served first. */
  readonly isInBackground: boolean;
}

const data: IngestWorkerData | null = workerData;

if (!parentPort) throw new Error('The ingest worker runs in a worker thread');

if (data?.isInBackground) workInBackground();
serve(parentPort, (method, params) => {
  if (method !== 'ingest.batch') throw new AppError('unknown-method', `There is no method ${method}`);
  // Both ends of this channel are ours.
  const result = ingestBatch(params as { readonly files: readonly BatchFile[] });
  return { result, transfer: [] };
});
