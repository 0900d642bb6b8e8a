import type { ImportItem } from '../../contract/imports.ts';
import type { Candidate } from './candidate.ts';
import type { Reading } from './reading.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/** A batch is closed at whichever of the two comes first. One is a transaction: of about 50 ms, for which other changes wait. */
const BATCH_FILES = 200;
const BATCH_BYTES = 1024 * 1024;
/** Batches read ahead of the writer: enough to keep the ingest workers busy, few and small enough to keep memory flat. */
const IN_FLIGHT = 4;
const IN_FLIGHT_BYTES = 32 * 1024 * 1024;
/** Small files are read several at once, large ones alone. */
const READS_AT_ONCE = 8;
const LARGE_BYTES = 1024 * 1024;

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
  /** Called once `signal` has aborted and all that was under way is stored: what is still being read is for nobody. */
  readonly giveUp: () => void;
}

/**
 * Takes candidates all the way into the library, in the order met. While one batch is written, the next are read and ingested.
 * Stops taking new files when `signal` aborts; what is under way is still stored. Rejects when the store cannot be written.
 */
export async function runImport({ candidates, ingest, save, onSaved, signal, giveUp }: RunOptions): Promise<void> {
  let lastSave: Promise<void> = Promise.resolve();
  const inFlight: { readonly saved: Promise<void>; readonly bytes: number }[] = [];
  const isFull = () => inFlight.length >= IN_FLIGHT || sum(inFlight) > IN_FLIGHT_BYTES;

  const store = ({ files, bytes }: Batch) => {
    const reading = ingest(files);
    const previous = lastSave;
    lastSave = (async () => {
      const readings = await reading;
      await previous;
      onSaved(await save(readings));
      for (const { candidate } of files) await candidate.done?.();
    })();
    // A failure is met where the batch is awaited; without this it would count as unhandled meanwhile.
    lastSave.catch(() => {});
    inFlight.push({ saved: lastSave, bytes });
  };

  const read = batches(readAhead(candidates), signal);
  const ended = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
  let next: Promise<IteratorResult<Batch>> | null = null;
  try {
    while (!signal.aborted) {
      next = read.next();
      const met = await Promise.race([next, ended]);
      if (met === null || met.done) break;
      store(met.value);
      while (isFull()) await inFlight.shift()?.saved;
    }
    await lastSave;
  } finally {
    if (signal.aborted) giveUp();
    // Given up, a file may be unreadable; it is in no batch any more.
    if (signal.aborted) await next?.catch(() => {});
    await read.return(undefined);
  }
}

const sum = (parts: readonly { readonly bytes: number }[]): number =>
  parts.reduce((total, { bytes }) => total + bytes, 0);

interface Batch {
  readonly files: readonly ReadFile[];
  readonly bytes: number;
}

/** Files read in order, in batches such as an import takes. Ends when `signal` aborts. */
export async function* readBatches(
  candidates: AsyncIterable<Candidate>,
  signal: AbortSignal,
): AsyncGenerator<readonly ReadFile[]> {
  for await (const { files } of batches(readAhead(candidates), signal)) yield files;
}

async function* batches(read: AsyncIterable<ReadFile>, signal: AbortSignal): AsyncGenerator<Batch> {
  let files: ReadFile[] = [];
  let bytes = 0;
  for await (const file of read) {
    if (signal.aborted) return;
    files.push(file);
    bytes += sizeOf(file);
    if (files.length < BATCH_FILES && bytes < BATCH_BYTES) continue;
    yield { files, bytes };
    files = [];
    bytes = 0;
  }
  if (files.length > 0 && !signal.aborted) yield { files, bytes };
}

/** Reads files in order, several at once as long as they are small. */
async function* readAhead(candidates: AsyncIterable<Candidate>): AsyncGenerator<ReadFile> {
  const ahead: Promise<ReadFile>[] = [];
  let atOnce = 1;
  try {
    for await (const candidate of candidates) {
      const reading = candidate.read().then((content) => ({ candidate, content }));
      // A failure is met where the file is awaited.
      reading.catch(() => {});
      ahead.push(reading);
      while (ahead.length >= atOnce) {
        const file = await ahead.shift();
        if (!file) break;
        atOnce = sizeOf(file) > LARGE_BYTES ? 1 : Math.min(atOnce + 1, READS_AT_ONCE);
        yield file;
      }
    }
    for (const file of ahead) yield await file;
  } finally {
    // What they lie in may be closed next.
    await Promise.allSettled(ahead);
  }
}

const sizeOf = ({ content }: ReadFile): number => (isRefusal(content) ? 0 : content.byteLength);
