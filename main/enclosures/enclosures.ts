import type { EnclosureAmount, EnclosureProgress } from '../../contract/enclosures.ts';
import { AppError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { ArticleId, EpochMs } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import type { EventBus } from '../events.ts';
import type { Net } from '../net/fetcher.ts';
import { enclosureFile } from './enclosure-file.ts';
import { fetchEnclosure } from './fetch-enclosure.ts';

type EnclosureCalls = Pick<Handlers, Extract<keyof Handlers, `enclosures.${string}`>>;

export interface Enclosures {
  readonly calls: EnclosureCalls;
  /** Serves stored bytes, a stretch of them where that is asked for. */
  file(hash: string, range: string | null): Promise<Response>;
  /** Ends what is under way; what has come of it stays. */
  close(): Promise<void>;
}

interface Parts {
  readonly store: Store;
  readonly net: Net;
  readonly events: EventBus;
  readonly now: () => EpochMs;
}

interface Running {
  readonly abort: AbortController;
  readonly done: Promise<void>;
  progress: EnclosureProgress;
}

const TELL_MS = 250;

/** Files that articles bring along: fetched when somebody asks, and played from here. */
export function createEnclosures({ store, net, events, now }: Parts): Enclosures {
  const running = new Map<string, Running>();
  let isClosed = false;

  /** Whoever asks for what is under way waits for it too. */
  function fetch(id: ArticleId, url: string): Promise<void> {
    const name = nameOf(id, url);
    const under = running.get(name);
    if (under) return under.done;
    const abort = new AbortController();
    if (isClosed) abort.abort();
    let toldAt: EpochMs | null = null;
    let waiting: NodeJS.Timeout | undefined;
    const tell = () => {
      clearTimeout(waiting);
      waiting = undefined;
      toldAt = now();
      events.emit({ type: 'enclosure.progress', enclosure: mine.progress });
    };
    const onProgress = (amount: EnclosureAmount) => {
      mine.progress = { ...mine.progress, ...amount };
      if (toldAt === null) tell();
      // What came last before a silence is told too.
      else waiting ??= setTimeout(tell, Math.max(toldAt + TELL_MS - now(), 0)).unref();
    };
    const done = run(id, url, abort.signal, onProgress).finally(() => {
      running.delete(name);
      mine.progress = { ...mine.progress, isRunning: false };
      if (toldAt === null) return;
      tell();
      events.articlesChanged();
    });
    const mine: Running = {
      ...{ abort, done },
      progress: { articleId: id, url, receivedBytes: 0, totalBytes: null, isRunning: true },
    };
    running.set(name, mine);
    return done;
  }

  async function run(id: ArticleId, url: string, signal: AbortSignal, onProgress: (amount: EnclosureAmount) => void) {
    const article = await store.getArticle(id);
    const enclosure = article.enclosures.find((each) => each.url === url);
    if (!enclosure) throw new AppError('not-found', 'The article has no such file');
    if (enclosure.src !== null) return;
    onProgress(enclosure.begun ?? { receivedBytes: 0, totalBytes: null });
    await fetchEnclosure({ store, net }, { article, enclosure, signal, onProgress });
  }

  return {
    calls: {
      'enclosures.fetch': async ({ id, url }) => {
        await fetch(id, url);
        return null;
      },
      'enclosures.cancel': async ({ id, url }) => {
        const under = running.get(nameOf(id, url));
        under?.abort.abort();
        await under?.done.catch(() => {});
        return null;
      },
      'enclosures.progress': async () => [...running.values()].map(({ progress }) => progress),
      'enclosures.setPosition': async ({ id, url, seconds }) => {
        await store.setEnclosurePosition(id, url, seconds);
        return null;
      },
    },
    file: (hash, range) => enclosureFile(store, hash, range),
    async close() {
      isClosed = true;
      const ending = [...running.values()];
      for (const { abort } of ending) abort.abort();
      await Promise.allSettled(ending.map(({ done }) => done));
    },
  };
}

const nameOf = (id: ArticleId, url: string): string => `${id} ${url}`;
