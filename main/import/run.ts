import type { ImportItem } from '../../contract/model.ts';
import { type Candidate, isRefusal, type Refusal } from './candidate.ts';
import type { Reading } from './reading.ts';

/** A batch is closed at whichever of the two comes first. */
const BATCH_FILES = 100;
const BATCH_BYTES = 2 * 1024 * 1024;
/** Batches read ahead of the writer: enough to keep both ingest workers busy, few enough to keep memory flat. */
const IN_FLIGHT = 4;

/** A candidate with what reading it gave. */
export interface ReadFile {
  readonly candidate: Candidate;
  readonly content: Uint8Array | Refusal;
}

export interface RunOptions {
  readonly candidates: AsyncIterable<Candidate>;
  /** Bytes to articles, in the worker pool. */
  readonly ingest: (files: readonly ReadFile[]) => Promise<readonly Reading[]>;
  /** Stores a batch in one transaction. */
  readonly save: (readings: readonly Reading[]) => Promise<readonly ImportItem[]>;
  /** Called in order, after the transaction that holds the items. */
  readonly onSaved: (items: readonly ImportItem[]) => void;
  readonly signal: AbortSignal;
}

/**
 * Takes candidates all the way into the library, in the order met. While one batch is written, the next are read and ingested.
 * Stops taking new files when `signal` aborts; what is under way is still stored. Rejects when the store cannot be written.
 */
export async function runImport({ candidates, ingest, save, onSaved, signal }: RunOptions): Promise<void> {
  let lastSave: Promise<void> = Promise.resolve();
  const inFlight: Promise<void>[] = [];

  for await (const batch of batches(candidates, signal)) {
    const reading = ingest(batch);
    const previous = lastSave;
    lastSave = (async () => {
      const readings = await reading;
      await previous;
      onSaved(await save(readings));
    })();
    // A failure is met where the batch is awaited; without this it would count as unhandled meanwhile.
    lastSave.catch(() => {});
    inFlight.push(lastSave);
    if (inFlight.length >= IN_FLIGHT) await inFlight.shift();
  }
  await lastSave;
}

/** Reads files in parallel, a batch at a time. */
async function* batches(
  candidates: AsyncIterable<Candidate>,
  signal: AbortSignal,
): AsyncGenerator<readonly ReadFile[]> {
  let pending: Promise<ReadFile>[] = [];
  let bytes = 0;
  for await (const candidate of candidates) {
    if (signal.aborted) return;
    const reading = candidate.read().then((content) => ({ candidate, content }));
    pending.push(reading);
    // Every eighth is waited for, so that reads overlap and a batch of large files still ends in time.
    if (pending.length % 8 === 0) bytes += sizeOf(await reading) * 8;
    if (pending.length < BATCH_FILES && bytes < BATCH_BYTES) continue;
    yield await Promise.all(pending);
    pending = [];
    bytes = 0;
  }
  if (pending.length > 0 && !signal.aborted) yield await Promise.all(pending);
}

const sizeOf = ({ content }: ReadFile): number => (isRefusal(content) ? 0 : content.byteLength);
