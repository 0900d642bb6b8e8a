import type { Feed, FeedHealth, FeedState } from '../../contract/feeds.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { StoredFeed } from '../../db/store.ts';

/** A feed as a window is told of it. */
export function toFeed(
  { seen, isPrivateAllowed: _, attributes: __, alsoIn: ___, pageRule: ____, ...feed }: StoredFeed,
  now: EpochMs,
): Feed {
  return { ...feed, health: healthOf(feed.isMuted, seen, now) };
}

function healthOf(isMuted: boolean, seen: StoredFeed['seen'], now: EpochMs): FeedHealth {
  const state = stateOf(isMuted, seen);
  return {
    state,
    checkedAt: seen.checkedAt,
    nextAt: state === 'paused' || state === 'stopped' ? null : seen.nextAt,
    changedAt: seen.changedAt,
    failures: seen.failures,
    error: seen.error,
    movedTo: seen.movedTo,
    entriesPerWeek: Math.round(seen.entriesPerWeek * 10) / 10,
    truncated: seen.isTruncated,
    advice: adviceOf(state, seen, now),
  };
}

function stateOf(isMuted: boolean, { stoppedAt, error, checkedAt }: StoredFeed['seen']): FeedState {
  if (stoppedAt !== null) return 'stopped';
  if (isMuted) return 'paused';
  if (error !== null) return PATIENCE.has(error.code) ? 'waiting' : 'failing';
  return checkedAt === null ? 'never' : 'fresh';
}

/** Nothing is wrong with the feed: it is to be asked later. */
const PATIENCE: ReadonlySet<string> = new Set(['too-many-requests', 'offline', 'offline-mode', 'cancelled']);

const DAY_MS = 24 * 3_600_000;
/** Failing for so long it is worth a look. */
const MANY_FAILURES = 5;
/** Nothing new for so long, a feed may have been left behind. */
const QUIET_MS = 365 * DAY_MS;

function adviceOf(state: FeedState, seen: StoredFeed['seen'], now: EpochMs): string | null {
  if (state === 'stopped') return 'Its server says it is gone for good. Its articles stay; it can be unsubscribed from';
  if (state === 'failing') {
    const known = ADVICE[seen.error?.code ?? ''];
    if (known !== undefined) return known;
    if (seen.failures >= MANY_FAILURES) return 'It has failed for a while: look whether the site still has it';
    return null;
  }
  if (state !== 'fresh') return null;
  if (seen.changedAt !== null && now - seen.changedAt > QUIET_MS) return 'Nothing new has come for a year';
  if (seen.isTruncated) return 'Its articles are beginnings only: choose full page';
  return null;
}

const ADVICE: Readonly<Record<string, string>> = {
  'not-found': 'The address leads nowhere now: look on the site whether the feed has another',
  refused: 'The server lets only some in: a feed that needs a password cannot be read yet',
  'not-a-feed': 'The address shows a page where the feed was: look on the site whether the feed has another address',
  'page-changed': 'The page is laid out anew: pick its list on it once more',
  tls: 'The certificate of the server is not in order: only its owner can mend that',
  dns: 'There is no such server any more, or the name is misspelled',
  'private-address': 'It leads into your own network: subscribe to it again and say yes to that, if you meant it',
  'bad-address': 'That is no address a feed can be fetched from',
  'too-large': 'It is larger than a feed may be',
};
