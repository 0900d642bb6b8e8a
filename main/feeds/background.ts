import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../base/log.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { Store, StoredFeed } from '../../db/store.ts';
import type { ByItself } from '../circumstances.ts';
import type { Net } from '../net/fetcher.ts';
import { isElsewhere } from './refresh.ts';
import type { RoundOptions } from './round.ts';

interface BackgroundDeps {
  readonly store: Store;
  readonly net: Pick<Net, 'offlineSince' | 'isOfflineMode'>;
  readonly now: () => EpochMs;
  readonly log: Log;
  readonly byItself: () => Promise<ByItself>;
  /** Makes a round, once the one that runs has ended, and waits for its end. */
  readonly fetch: (options: RoundOptions) => Promise<unknown>;
}

/** Fetches feeds by themselves when their time has come. */
export interface Background {
  /** Something may be due that was not, or the other way round. */
  look(): void;
  close(): void;
}

/** What becomes due within it is fetched together. */
const GATHER_MS = 30_000;
/** While there is no network, one feed is tried so often. */
const OFFLINE_MS = 5 * 60_000;
/** Between two feeds that are due at once: after a week away there are hundreds. */
const PACE_MS = 250;
/** What a timer can wait. */
const LONGEST_MS = 24 * 3_600_000;

/** With nothing due there is one timer, to when something is, and no request. */
export function createBackground({ store, net, now, log, byItself, fetch }: BackgroundDeps): Background {
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;
  let isFetching = false;
  /** Another look was asked for while one was under way. */
  let isAsked = false;

  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const arm = (at: EpochMs) => {
    stop();
    if (isClosed) return;
    timer = setTimeout(look, Math.min(Math.max(at - now(), 0), LONGEST_MS));
    timer.unref();
  };

  /** @returns whether some were left to another program */
  const fetchDue = async (due: readonly StoredFeed[], dueAt: DueAt): Promise<boolean> => {
    let turn = Promise.resolve();
    let areElsewhere = false;
    const stopping = new AbortController();
    const pace = async ({ seen }: StoredFeed) => {
      // The connection may be another since.
      if ((await byItself()) === 'nothing') return stopping.abort();
      // Somebody who has just subscribed waits for it.
      if (seen.checkedAt === null || due.length === 1) return;
      turn = turn.then(() => sleep(PACE_MS, undefined, { ref: false }));
      await turn;
    };
    await fetch({
      feeds: due,
      signal: stopping.signal,
      // It may have been fetched meanwhile, from here or by another program.
      isWanted: ({ seen }) => dueAt(seen) <= now() + GATHER_MS,
      pace,
      // The others would only fail as well.
      onRefreshed: (_, { error }) => {
        areElsewhere ||= isElsewhere({ error });
        if (error?.code === 'offline' || error?.code === 'offline-mode') stopping.abort();
      },
    });
    return areElsewhere;
  };

  const lookOnce = async (): Promise<void> => {
    const { isOfflineMode, fetchesByItself } = await store.settings();
    const share = await byItself();
    if (isOfflineMode || !fetchesByItself || share === 'nothing' || isClosed) return stop();
    const dueAt = share === 'half' ? halfAsOften : asPlanned;
    const at = now();
    const feeds = (await store.feeds()).filter(isScheduled);
    const due = feeds.filter(({ seen }) => dueAt(seen) <= at + GATHER_MS).sort((a, b) => dueAt(a.seen) - dueAt(b.seen));
    const isDue = due[0] !== undefined && dueAt(due[0].seen) <= at;
    const areElsewhere = isDue && (await fetchDue(net.offlineSince === null ? due : due.slice(0, 1), dueAt));
    if (isClosed) return;
    const left = (await store.feeds()).filter(isScheduled).map(({ seen }) => dueAt(seen));
    if (left.length === 0) return stop();
    const next = Math.min(...left);
    const least = net.offlineSince !== null ? OFFLINE_MS : areElsewhere ? GATHER_MS : 1_000;
    arm(Math.max(next, now() + least));
  };

  function look(): void {
    if (isClosed) return;
    if (isFetching) {
      isAsked = true;
      return;
    }
    isFetching = true;
    isAsked = false;
    lookOnce()
      .catch((error: unknown) => {
        log('error', 'feeds could not be fetched', { error: String(error) });
        arm(now() + OFFLINE_MS);
      })
      .finally(() => {
        isFetching = false;
        if (isAsked) look();
      });
  }

  return {
    look,
    close() {
      isClosed = true;
      stop();
    },
  };
}

const isScheduled = ({ isMuted, seen }: StoredFeed): boolean =>
  !isMuted && seen.stoppedAt === null && (seen.nextAt !== null || seen.checkedAt === null);

type DueAt = (seen: StoredFeed['seen']) => EpochMs;

/** One that was never asked is due at once. */
const asPlanned: DueAt = ({ nextAt }) => nextAt ?? 0;

/** When as much time again has passed. */
const halfAsOften: DueAt = (seen) => {
  const planned = asPlanned(seen);
  return planned + Math.max(planned - (seen.checkedAt ?? planned), 0);
};
