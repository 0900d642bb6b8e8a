import type { Log } from '../../base/log.ts';
import type { Pool } from '../../base/pool.ts';
import { AppError } from '../../contract/errors.ts';
import type { ImportSummary, Look } from '../../contract/imports.ts';
import type { LookId } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import type { EventBus } from '../events.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import type { Candidate } from './candidate.ts';
import type { Imports } from './imports.ts';
import { lookAt } from './look.ts';
import { nameOfPaths } from './names.ts';
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
  /** How long a look waits for its next upload before it is dropped. */
  readonly uploadPatienceMs: number;
}

/** What is looked at, as often as it has to be met. */
interface Held {
  look: Look;
  readonly abort: AbortController;
  readonly candidates: () => AsyncIterable<Candidate>;
  /** Null for what is sent by a page. */
  readonly paths: readonly string[] | null;
  readonly files: Candidate[];
  readonly arrivals: Arrivals;
  /** Runs while uploads are waited for: their page may be gone. */
  readonly patience: NodeJS.Timeout | null;
  isOpen: boolean;
  done: Promise<void>;
}

const PROGRESS_MS = 250;

export function createLooks({ store, pool, events, log, imports, uploadPatienceMs }: LooksDeps): Looks {
  const held = new Map<LookId, Held>();
  let last = 0;

  const hold = (name: string, paths: readonly string[] | null): Held => {
    const id = ++last as LookId;
    const files: Candidate[] = [];
    const abort = new AbortController();
    const one: Held = {
      look: { id, name, state: 'running', total: 0, done: 0, kinds: [], refused: [], problem: null },
      abort,
      candidates: () => (paths ? walk(paths, { signal: abort.signal }) : each(files)),
      ...{ paths, files },
      arrivals: createArrivals({ spoolFolder: store.spoolFolder, isKept: true }),
      patience: paths ? null : setTimeout(() => void drop(id), uploadPatienceMs).unref(),
      isOpen: paths === null,
      done: Promise.resolve(),
    };
    held.set(id, one);
    return one;
  };

  const close = (one: Held): void => {
    one.isOpen = false;
    if (one.patience) clearTimeout(one.patience);
  };

  /** Takes a look out of every window. */
  const forget = (one: Held): void => {
    close(one);
    held.delete(one.look.id);
    events.emit({ type: 'look.ended', id: one.look.id });
  };

  const release = (one: Held): Promise<void> =>
    one.arrivals.close().catch((error: unknown) => {
      log('warn', 'what was looked at could not be deleted', { error: String(error) });
    });

  const drop = async (id: LookId): Promise<null> => {
    const one = held.get(id);
    if (!one) return null;
    forget(one);
    one.abort.abort();
    await one.done;
    await release(one);
    return null;
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

  return {
    startPaths: (paths) => start(hold(nameOfPaths(paths), paths)),
    begin: (name) => hold(name, null).look,
    async receive(id, request) {
      const one = held.get(id);
      if (!one?.isOpen) return new Response(null, { status: 409 });
      one.patience?.refresh();
      const onPiece = () => void one.patience?.refresh();
      // While it is on its way the look may be dropped.
      const files = await one.arrivals.receive(request, { isWanted: () => one.isOpen, onPiece });
      if (files === null) return new Response(null, { status: 409 });
      one.files.push(...files.map(({ candidate }) => candidate));
      return new Response(null, { status: 204 });
    },
    finish(id) {
      const one = held.get(id);
      if (!one?.isOpen) return null;
      close(one);
      start(one);
      return null;
    },
    async take({ id, formats, tags }) {
      const one = held.get(id);
      if (!one) throw new AppError('not-found', `There is no look ${id}`);
      if (one.look.state === 'running') throw new AppError('not-possible', 'It is still being looked at');
      forget(one);
      const options = { formats, tags, given: one.paths };
      return imports.startLookedAt(one.look.name, one.candidates(), options, () => release(one));
    },
    drop,
    list: () => [...held.values()].map(({ look }) => look),
    async close() {
      await Promise.all([...held.keys()].map(drop));
    },
  };
}

async function* each(candidates: readonly Candidate[]): AsyncGenerator<Candidate> {
  yield* candidates;
}
