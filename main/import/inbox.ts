import type { Candidate } from './candidate.ts';
import { createQueue } from './queue.ts';

/** What may wait to be taken up before the next upload is asked to wait: the back-pressure towards the browser. */
const LIMIT_FILES = 1_000;
const LIMIT_BYTES = 64 * 1024 * 1024;

/** Uploads that have arrived, for an import to take up. */
export interface Inbox extends AsyncIterable<Candidate> {
  /** False after its end: what is put then is not taken. */
  readonly isOpen: boolean;
  put(candidate: Candidate, sizeBytes: number): void;
  /** Resolves when little enough waits, or when nothing more is taken. */
  room(): Promise<void>;
  /** Nothing more will come; what waits is still delivered. */
  end(): void;
}

export function createInbox(): Inbox {
  const queue = createQueue<{ readonly candidate: Candidate; readonly sizeBytes: number }>();
  let files = 0;
  let bytes = 0;
  let isEnded = false;
  let waiting: (() => void)[] = [];

  const makeRoom = () => {
    if (!isEnded && (files > LIMIT_FILES || bytes > LIMIT_BYTES)) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };

  return {
    get isOpen() {
      return !isEnded;
    },
    put(candidate, sizeBytes) {
      if (isEnded) return;
      files++;
      bytes += sizeBytes;
      queue.push({ candidate, sizeBytes });
    },
    room() {
      const room = new Promise<void>((resolve) => waiting.push(resolve));
      makeRoom();
      return room;
    },
    end() {
      isEnded = true;
      queue.end();
      makeRoom();
    },
    async *[Symbol.asyncIterator]() {
      for await (const { candidate, sizeBytes } of queue) {
        files--;
        bytes -= sizeBytes;
        makeRoom();
        yield candidate;
      }
    },
  };
}
