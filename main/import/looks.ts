import type { Log } from '../../base/log.ts';
import type { Pool } from '../../base/pool.ts';
import { AppError } from '../../contract/errors.ts';
import type { ImportSummary, Look, LookId } from '../../contract/model.ts';
import { mayShowPictures } from '../../contract/saved-page.ts';
import type { Store } from '../../db/store.ts';
import type { EventBus } from '../events.ts';
import { type Candidate, type FileOnDisk, refusedCandidate, spooledCandidate } from './candidate.ts';
import type { Imports } from './imports.ts';
import { lookAt } from './look.ts';
import { nameOfPaths, sourceOfUpload } from './names.ts';
import { isRefusal } from './refusal.ts';
import { spooled } from './spool.ts';
import { receiveUpload } from './upload.ts';
import { createUploadPictures } from './upload-pictures.ts';
import { walk } from './walk.ts';

/** What is taken of what was looked at. */
interface Choice {
  readonly id: LookId;
  /** Kinds of files, as the look names them. */
  readonly formats: readonly string[];
  readonly tags: readonly string[];
}

/** Looks at what would come in, for a window: each is shown while it goes on, and then taken or dropped. */
export interface Looks {
  /** Looks at files and folders. */
  startPaths(paths: readonly string[]): void;
  /** Opens a look that waits for uploads. */
  begin(name: string): Look;
  /** Takes one upload of an open look; it is kept on disk until the look is taken or dropped. */
  receive(id: LookId, request: Request): Promise<Response>;
  /** All uploads have been sent: begins to look. */
  finish(id: LookId): null;
  /** Imports what was looked at. @throws AppError `not-found`, `not-possible` */
  take(choice: Choice): Promise<ImportSummary>;
  /** Ends a look and forgets it. */
  drop(id: LookId): Promise<null>;
  list(): readonly Look[];
  close(): Promise<void>;
}

interface LooksDeps {
  readonly store: Store;
  readonly pool: Pool;
  readonly events: EventBus;
  readonly log: Log;
  readonly imports: Pick<Imports, 'startLookedAt'>;
}

/** What is looked at, as often as it has to be met. */
interface Held {
  look: Look;
  readonly abort: AbortController;
  readonly candidates: () => AsyncIterable<Candidate>;
  readonly paths: readonly string[] | null;
  readonly files: Candidate[];
  readonly pictures: ReturnType<typeof createUploadPictures> | null;
  readonly spooled: FileOnDisk[];
  isOpen: boolean;
  done: Promise<void>;
}

const PROGRESS_MS = 250;

export function createLooks({ store, pool, events, log, imports }: LooksDeps): Looks {
  const { spoolFolder } = store;
  const held = new Map<LookId, Held>();
  let last = 0;

  const hold = (name: string, paths: readonly string[] | null): Held => {
    const id = ++last as LookId;
    const files: Candidate[] = [];
    const one: Held = {
      look: { id, name, state: 'running', total: 0, done: 0, kinds: [], refused: [], problem: null },
      abort: new AbortController(),
      candidates: () => (paths ? walk(paths) : each(files)),
      ...{ paths, files, spooled: [] },
      pictures: paths ? null : createUploadPictures(spoolFolder),
      isOpen: paths === null,
      done: Promise.resolve(),
    };
    held.set(id, one);
    return one;
  };

  const release = async ({ pictures, spooled: files }: Held): Promise<void> => {
    await Promise.allSettled([pictures?.close(), ...files.map((file) => file.release())]);
  };

  const start = (one: Held): void => {
    let told = 0;
    const tell = (look: Look, isLast = false) => {
      one.look = look;
      if (!held.has(look.id) || (!isLast && performance.now() - told < PROGRESS_MS)) return;
      told = performance.now();
      events.emit({ type: 'look.progress', look });
    };
    const { look, abort, candidates } = one;
    const options = { id: look.id, name: look.name, store, pool, signal: abort.signal };
    tell(look, true);
    one.done = lookAt({ ...options, candidates: candidates(), onItem: () => {}, onProgress: tell }).then(
      (ended) => tell(ended, true),
      (error: unknown) => {
        log('error', 'a look ended early', { error: String(error) });
        tell(
          { ...one.look, state: 'failed', problem: error instanceof AppError ? error.message : String(error) },
          true,
        );
      },
    );
  };

  const find = (id: LookId): Held => {
    const one = held.get(id);
    if (!one) throw new AppError('not-found', `There is no look ${id}`);
    return one;
  };

  return {
    startPaths: (paths) => start(hold(nameOfPaths(paths), paths)),
    begin: (name) => hold(name, null).look,
    async receive(id, request) {
      const one = held.get(id);
      if (!one?.isOpen || !one.pictures) return new Response(null, { status: 409 });
      const { pictures } = one;
      const { role, files } = await receiveUpload(request, { spoolFolder, onPiece: () => one.isOpen });
      for (const file of files) {
        const { path } = file;
        const source = sourceOfUpload(path);
        if ('bytes' in file && role === 'pictures') await pictures.put(path, file.bytes);
        else {
          const onDisk = 'bytes' in file ? await spooled(spoolFolder, file.bytes) : file.spooled;
          if (isRefusal(onDisk)) one.files.push(refusedCandidate(path, source, onDisk));
          else {
            one.spooled.push(onDisk);
            // It is read twice: once to look, once to take.
            const kept = spooledCandidate(path, source, { ...onDisk, release: async () => {} });
            one.files.push({ ...kept, beside: mayShowPictures(path) ? pictures.beside(path) : null });
          }
        }
      }
      // Dropped while it was on its way.
      if (!held.has(id)) await release(one);
      return new Response(null, { status: held.has(id) ? 204 : 409 });
    },
    finish(id) {
      const one = held.get(id);
      if (one?.isOpen) {
        one.isOpen = false;
        start(one);
      }
      return null;
    },
    async take({ id, formats, tags }) {
      const one = find(id);
      if (one.look.state === 'running') throw new AppError('not-possible', 'It is still being looked at');
      held.delete(id);
      const { name } = one.look;
      const options = { formats, tags, given: one.paths };
      return imports.startLookedAt(name, one.candidates(), options, () => release(one));
    },
    async drop(id) {
      const one = held.get(id);
      if (!one) return null;
      held.delete(id);
      one.isOpen = false;
      one.abort.abort();
      await one.done;
      await release(one);
      return null;
    },
    list: () => [...held.values()].map(({ look }) => look),
    async close() {
      for (const one of held.values()) one.abort.abort();
      await Promise.allSettled([...held.values()].map(({ done }) => done));
      await Promise.allSettled([...held.values()].map(release));
    },
  };
}

async function* each(candidates: readonly Candidate[]): AsyncGenerator<Candidate> {
  yield* candidates;
}
