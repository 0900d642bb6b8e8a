import { hash } from 'node:crypto';
import type { Pool } from '../../base/pool.ts';
import type { FeedId } from '../../contract/feeds.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { FeedNote, Store, StoredFeed } from '../../db/store.ts';
import type { ScheduleHints } from '../../ingest/feed/hints.ts';
import type { FeedReading } from '../../ingest/feed/reading.ts';
import { askAgain } from '../import/ask-again.ts';
import type { Net } from '../net/fetcher.ts';
import { fetchFeed } from './fetch-feed.ts';
import { keepEntries } from './keep-entries.ts';
import { type Answered, followStatedMove, movedBy } from './moves.ts';
import { type Fetched, readFeed } from './read-feed.ts';
import { nextLook, nextTry } from './schedule.ts';

export interface RefreshDeps {
  readonly store: Store;
  readonly pool: Pool;
  readonly net: Net;
  readonly now: () => EpochMs;
  /** 0 to 1, another each time. */
  readonly chance: () => number;
}

/** What became of one fetch. `held`: nothing was asked, or it was broken off; the feed is as it was. */
export interface Refreshed {
  readonly id: FeedId;
  readonly kind: 'fetched' | 'unchanged' | 'failed' | 'held';
  readonly added: number;
  readonly changed: number;
  readonly error: { readonly code: string; readonly message: string } | null;
}

type OnSaved = (added: number, changed: number) => void;

/** What became of a feed that another program fetches. */
const ELSEWHERE = { code: 'elsewhere', message: 'Another Tearsheet fetches it at this moment' };

/** Whether a feed was left to another program. */
export const isElsewhere = ({ error }: Pick<Refreshed, 'error'>): boolean => error?.code === ELSEWHERE.code;

/** Nothing of it is the feed's doing. */
const HELD: ReadonlySet<string> = new Set(['offline', 'offline-mode', 'cancelled']);
/**
 * Fetches one feed and keeps what it brings; one that another program fetches, or has fetched since, is left to it.
 * Rejects only when the store cannot be written, or the feed has gone.
 * @param known the feed as it was when it was found that it should be fetched
 */
export async function refreshFeed(
  deps: RefreshDeps,
  known: StoredFeed,
  signal: AbortSignal,
  onSaved: OnSaved = () => {},
): Promise<Refreshed> {
  const { store, now } = deps;
  const { id, seen } = known;
  const feed = await askAgain(() => store.takeFeed(id, now()));
  if (!feed) return { ...NOTHING, id, kind: 'held', error: ELSEWHERE };
  try {
    if (feed.seen.checkedAt !== seen.checkedAt) return { ...NOTHING, id, kind: 'held', error: ELSEWHERE };
    const refreshed = await fetchTaken(deps, feed, signal, onSaved);
    if (refreshed.kind === 'fetched' || refreshed.kind === 'unchanged') await followStatedMove(deps, id, signal);
    return refreshed;
  } finally {
    // Otherwise it is free again after a while.
    await askAgain(() => store.releaseFeed(id)).catch(() => {});
  }
}

async function fetchTaken(
  deps: RefreshDeps,
  feed: StoredFeed,
  signal: AbortSignal,
  onSaved: OnSaved,
): Promise<Refreshed> {
  const outcome = await fetchFeed(deps.net, feed, signal);
  switch (outcome.kind) {
    case 'failed':
      return fail(deps, feed, outcome);
    case 'not-modified': {
      const { etag, lastModified } = outcome.validators;
      return unchanged(deps, feed, outcome, {
        ...(etag === null ? {} : { etag }),
        ...(lastModified === null ? {} : { lastModified }),
        ...(outcome.behind === null ? {} : { behind: outcome.behind }),
      });
    }
    case 'ok': {
      if (hash('sha256', outcome.bytes, 'hex') === feed.seen.fetchedHash)
        return unchanged(deps, feed, outcome, validatorsOf(outcome));
      const reading = await readFeed(deps.pool, outcome, feed.pageRule);
      if (!reading.ok) return fail(deps, feed, { ...reading, at: outcome.at, retryAt: null });
      return keepReading(deps, feed, outcome, reading, signal, onSaved);
    }
  }
}

/** @param validators as far as it told others */
async function unchanged(
  deps: RefreshDeps,
  feed: StoredFeed,
  outcome: Answered,
  validators: FeedNote,
): Promise<Refreshed> {
  const hints = feed.seen.hints as ScheduleHints | null;
  await noted(deps, feed, {
    ...validators,
    ...checked(deps, feed, outcome, hints, await minutesWanted(deps, feed)),
    ...movedBy(feed, outcome, feed.seen.statedMove),
    countedAt: outcome.at,
  });
  return { ...NOTHING, id: feed.id, kind: 'unchanged' };
}

/** Keeps a feed that has been fetched and read. */
export async function keepReading(
  deps: RefreshDeps,
  feed: StoredFeed,
  fetched: Fetched,
  reading: FeedReading,
  signal: AbortSignal,
  onSaved: OnSaved = () => {},
): Promise<Refreshed> {
  const sum = { added: 0, changed: 0 };
  const { title, description, siteUrl, language } = reading.head;
  const isWhole = !reading.extent.isTruncated;
  const minutes = await minutesWanted(deps, feed);
  const isDone = await keepEntries(deps, {
    ...{ feedId: feed.id, entries: reading.entries, at: fetched.at, signal },
    note: (isNews) => ({
      from: feed.url,
      // What was cut off on its way is asked for anew.
      ...(isWhole ? validatorsOf(fetched) : { etag: null, lastModified: null, behind: null }),
      fetchedHash: isWhole ? hash('sha256', fetched.bytes, 'hex') : null,
      ...{ description, siteUrl: siteUrl ?? feed.siteUrl, language, hints: reading.hints },
      title: title ?? feed.title,
      ...(reading.content === null ? {} : { isTruncated: reading.content !== 'full' }),
      ...checked(deps, feed, fetched, reading.hints, minutes),
      ...movedBy(feed, fetched, reading.head.newFeedUrl),
      ...(isNews ? { changedAt: fetched.at } : {}),
      countedAt: fetched.at,
    }),
    onSaved: (added, changed) => {
      sum.added += added;
      sum.changed += changed;
      onSaved(added, changed);
    },
  });
  return { id: feed.id, kind: isDone ? 'fetched' : 'held', ...sum, error: null };
}

const NOTHING = { added: 0, changed: 0, error: null };

const noted = ({ store }: RefreshDeps, { id, url }: StoredFeed, note: FeedNote) =>
  askAgain(() => store.noteFeed(id, { from: url, ...note }));

const validatorsOf = ({ validators, behind }: Fetched): FeedNote => ({ ...validators, behind });

/** How often its person wants it asked: it, or all feeds. */
const minutesWanted = async ({ store }: RefreshDeps, { settings }: StoredFeed): Promise<number | null> =>
  settings.intervalMinutes ?? (await store.settings()).feedDefaults.intervalMinutes;

/** All is well, and when it is asked next. */
function checked(
  { chance }: RefreshDeps,
  { seen }: StoredFeed,
  { at, cache }: Answered,
  hints: ScheduleHints | null,
  intervalMinutes: number | null,
): FeedNote {
  const nextAt = nextLook({
    ...{ now: at, hints, ...cache, chance: chance(), intervalMinutes },
    entriesPerWeek: seen.checkedAt === null ? null : seen.entriesPerWeek,
  });
  return { checkedAt: at, nextAt, failures: 0, error: null, stoppedAt: null };
}

interface Failed {
  readonly code: string;
  readonly message: string;
  /** Null where nothing was asked. */
  readonly status?: number | null;
  readonly retryAt: EpochMs | null;
  readonly at: EpochMs;
}

async function fail(
  deps: RefreshDeps,
  feed: StoredFeed,
  { code, message, status, retryAt, at }: Failed,
): Promise<Refreshed> {
  const error = { code, message };
  if (HELD.has(code)) return { ...NOTHING, id: feed.id, kind: 'held', error };
  // Its host had enough of something else: the feed waits as long, and was not asked in vain.
  if (status === null && retryAt !== null) {
    await noted(deps, feed, { nextAt: Math.max(feed.seen.nextAt ?? 0, retryAt) });
    return { ...NOTHING, id: feed.id, kind: 'held', error };
  }
  const failures = feed.seen.failures + 1;
  await noted(deps, feed, {
    ...{ checkedAt: at, failures, error },
    nextAt: nextTry({ now: at, code, failures, retryAt, chance: deps.chance() }),
    ...(code === 'gone' ? { stoppedAt: at } : {}),
  });
  return { ...NOTHING, id: feed.id, kind: 'failed', error };
}
