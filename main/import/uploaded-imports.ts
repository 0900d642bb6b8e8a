import type { ImportId } from '../../contract/model.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import type { Candidate } from './candidate.ts';
import type { ImportDeps, Imports } from './imports.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { Job } from './job.ts';
import { statedLength } from './upload.ts';

interface Upload {
  readonly job: Job;
  readonly inbox: Inbox;
  readonly patience: NodeJS.Timeout;
  readonly arrivals: Arrivals;
}

/** Imports whose files a page sends, request by request. @param start begins one */
export function uploadedImports(
  { store, log, uploadPatienceMs }: ImportDeps,
  start: (name: string, candidates: AsyncIterable<Candidate>) => Promise<Job>,
): Pick<Imports, 'begin' | 'receive' | 'finish'> {
  const open = new Map<ImportId, Upload>();

  return {
    async begin(name) {
      const inbox = createInbox();
      const arrivals = createArrivals({ spoolFolder: store.spoolFolder, isKept: false });
      const job = await start(name, inbox);
      const patience = setTimeout(() => job.interrupt('No upload came for a long time'), uploadPatienceMs);
      patience.unref();
      job.signal.addEventListener('abort', () => inbox.end(), { once: true });
      open.set(job.id, { job, inbox, patience, arrivals });
      const forget = () => {
        clearTimeout(patience);
        open.delete(job.id);
        return arrivals.close();
      };
      job.done.then(forget, forget).catch((error: unknown) => {
        log('warn', 'the files of a drop could not be deleted', { error: String(error) });
      });
      return job.summary();
    },
    async receive(id, request) {
      const upload = open.get(id);
      if (!upload?.inbox.isOpen) return new Response(null, { status: 409 });
      const { job, inbox, patience, arrivals } = upload;
      patience.refresh();
      const arrival = job.arrives(statedLength(request));
      const onPiece = (bytes: number) => {
        patience.refresh();
        arrival.more(bytes);
      };
      // While it is on its way the import may be cancelled.
      const files = await arrivals.receive(request, { isWanted: () => inbox.isOpen, onPiece }).finally(arrival.end);
      if (files === null) return new Response(null, { status: 409 });
      for (const { candidate, heldBytes } of files) inbox.put(candidate, heldBytes);
      job.found(files.map(({ candidate }) => candidate));
      await inbox.room();
      patience.refresh();
      return new Response(null, { status: 204 });
    },
    finish(id) {
      const upload = open.get(id);
      if (upload) clearTimeout(upload.patience);
      upload?.job.counted();
      upload?.inbox.end();
      return null;
    },
  };
}
