import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../base/log.ts';
import { WorkerEnd } from '../../base/port-rpc.ts';
import { AppError } from '../../contract/errors.ts';
import type { ArticleId, EpochMs } from '../../contract/model.ts';
import type { FetchedPart } from '../../contract/pages.ts';
import type { Store, TakenFetch } from '../../db/store.ts';
import { askAgain } from '../import/ask-again.ts';
import { afterFetch, type Failure, type FetchResult } from './tries.ts';

/** How one fetch ended. */
export interface FetchEnd {
  readonly part: FetchedPart;
  readonly articleId: ArticleId;
  /** Where it turned out to be another article: that one. */
  readonly now: ArticleId;
  /** Null when it came. */
  readonly failure: Failure | null;
  /** Whether it will be tried again by itself. */
  readonly isToBeTriedAgain: boolean;
}

/** What became of one fetch. */
export interface Dealt extends FetchResult {
  readonly now: ArticleId;
  /** What was stored says so itself. */
  readonly isNoted: boolean;
}

interface RunnerDeps {
  readonly store: Store;
  readonly log: Log;
  readonly now: () => EpochMs;
  /** Whether only what a person has asked for is fetched now. */
  readonly isOnlyAsked: () => Promise<boolean>;
  readonly deal: (fetch: TakenFetch, signal: AbortSignal) => Promise<Dealt>;
  readonly onEnd: (end: FetchEnd) => void;
}

/** Fetches under way at once, each of another host. */
const AT_ONCE = 8;
/** Between two pages of one host that nobody waits for. */
const BETWEEN_MS = 1_000;

/**
 * Takes what is due from the list and deals with it, until nothing of it is left or `signal` ends it. In offline mode nothing is taken.
 * What is cut off is given back, and taken up by whoever comes next.
 */
export async function runFetches(
  { store, log, now, isOnlyAsked, deal, onEnd }: RunnerDeps,
  signal: AbortSignal,
): Promise<void> {
  const busy = new Set<string>();
  const running = new Set<Promise<void>>();
  const lastAsked = new Map<string, number>();

  const one = async (fetch: TakenFetch) => {
    const { articleId, part, host, why, attempts } = fetch;
    try {
      const wait = (lastAsked.get(host) ?? 0) + BETWEEN_MS - performance.now();
      if (why !== 'saved' && part === 'page' && wait > 0) await pause(wait, undefined, { signal });
      const dealt = await deal(fetch, signal);
      if (signal.aborted && dealt.failure) return;
      const at = now();
      const after = afterFetch(dealt, attempts, at);
      if (!dealt.isNoted) await askAgain(() => store.noteFetch({ articleId: dealt.now, part, at, ...after }));
      const isToBeTriedAgain = after.state === 'waiting';
      onEnd({ part, articleId, now: dealt.now, failure: dealt.failure, isToBeTriedAgain });
    } catch (error) {
      if (signal.aborted || isClosing(error)) return;
      log('error', 'something could not be fetched', { part, error: String(error) });
      const failure = { code: 'internal', message: 'Something went wrong. The log in the library folder says more.' };
      await store.noteFetch({ articleId, part, at: now(), ...afterFetch({ failure }, attempts, now()) });
      onEnd({ part, articleId, now: articleId, failure, isToBeTriedAgain: false });
    } finally {
      lastAsked.set(host, performance.now());
      busy.delete(host);
    }
  };

  try {
    while (!signal.aborted) {
      const free = AT_ONCE - running.size;
      const isOffline = (await store.settings()).isOfflineMode;
      const onlyAsked = await isOnlyAsked();
      const taken = free > 0 && !isOffline ? await askAgain(() => store.takeFetches(free, [...busy], onlyAsked)) : [];
      for (const fetch of taken) {
        busy.add(fetch.host);
        const task: Promise<void> = one(fetch).finally(() => running.delete(task));
        running.add(task);
      }
      if (running.size === 0) break;
      if (taken.length < free || running.size >= AT_ONCE) await Promise.race(running);
    }
  } finally {
    await Promise.allSettled(running);
    if (signal.aborted) await store.releaseFetches();
  }
}

const isClosing = (error: unknown): boolean =>
  (error instanceof WorkerEnd && error.reason === 'closed') ||
  (error instanceof AppError && error.code === 'worker-died');
