import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../contract/errors.ts';
import type { AppEvent } from '../contract/events.ts';
import { createEngine, type Engine, type EngineOptions } from './engine.ts';
import { emptyResponse } from './files.ts';

/** An engine that can go on with another library in the place of its own. */
export interface ReopeningEngine extends Engine {
  /** Puts a backup in the place of the library, which is kept beside it, and goes on with that. @throws AppError, with nothing changed */
  restore(file: string): Promise<void>;
}

/**
 * An engine that is closed and opened anew when a backup has been put in the place of its library; calls wait meanwhile.
 * @throws AppError as `createEngine`
 */
export async function createReopeningEngine(options: EngineOptions): Promise<ReopeningEngine> {
  let current = await createEngine(options);
  let reopening: Promise<void> | null = null;
  let isRestoring = false;
  const subscriptions = new Map<(event: AppEvent) => void, () => void>();

  const reopen = async () => {
    await current.close();
    current = await openedSoon(options);
    for (const listener of subscriptions.keys()) {
      subscriptions.set(listener, current.subscribe(listener));
      listener({ type: 'reconnected' });
    }
  };

  /** The engine there is, or will be: closed, if it could not be opened again. */
  const ready = async (): Promise<Engine> => {
    await reopening?.catch((error: unknown) => {
      options.log('error', 'the library could not be opened again', { error: String(error) });
    });
    return current;
  };

  const restoring = async (stage: () => Promise<boolean>) => {
    if (isRestoring) throw new AppError('not-possible', 'A backup is being put back already');
    isRestoring = true;
    try {
      if (!(await stage())) return;
      reopening = reopen();
      await reopening;
      reopening = null;
    } finally {
      isRestoring = false;
    }
  };

  return {
    dispatch: async (request) => (await ready()).dispatch(request),
    subscribe(listener) {
      subscriptions.set(listener, current.subscribe(listener));
      return () => {
        subscriptions.get(listener)?.();
        subscriptions.delete(listener);
      };
    },
    async fetch(request) {
      const engine = await ready();
      if (new URL(request.url).pathname !== '/restore') return engine.fetch(request);
      let answer = new Response('A backup is being put back already');
      await restoring(async () => {
        answer = await engine.fetch(request);
        return answer.status === 204;
      }).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'not-possible') return;
        answer = emptyResponse(500);
      });
      return answer;
    },
    get imports() {
      return current.imports;
    },
    get looks() {
      return current.looks;
    },
    get watched() {
      return current.watched;
    },
    get feeds() {
      return current.feeds;
    },
    get rereads() {
      return current.rereads;
    },
    get keeping() {
      return current.keeping;
    },
    get trips() {
      return current.trips;
    },
    get pages() {
      return current.pages;
    },
    check: () => current.check(),
    backup: (file) => current.backup(file),
    stageRestore: (file) => current.stageRestore(file),
    restore: (file) =>
      restoring(async () => {
        await current.stageRestore(file);
        return true;
      }),
    exportMarkdown: (folder, tag, signal) => current.exportMarkdown(folder, tag, signal),
    async close() {
      await (await ready()).close();
    },
  };
}

const MOST_TRIES = 50;
const BETWEEN_TRIES_MS = 200;

/** A command may have the library open just now; it ends, and either of the two has then put the backup in its place. */
async function openedSoon(options: EngineOptions): Promise<Engine> {
  for (let nth = 1; ; nth++) {
    try {
      return await createEngine(options);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'library-busy' || nth === MOST_TRIES) throw error;
      await pause(BETWEEN_TRIES_MS);
    }
  }
}
