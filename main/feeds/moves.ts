import type { FeedId } from '../../contract/feeds.ts';
import type { FeedNote, StoredFeed } from '../../db/store.ts';
import { askAgain } from '../import/ask-again.ts';
import type { NetOutcome } from '../net/fetcher.ts';
import { fetchFeed, isLogin, movedTo } from './fetch-feed.ts';
import { readFeed } from './read-feed.ts';
import type { RefreshDeps } from './refresh.ts';

/** A move counts when it has proved true so often. */
const MOVES_PROVED = 2;
/** What a feed itself says of a move is looked into so often. */
const DAY_MS = 24 * 3_600_000;
/** From feed to feed, each saying that it has moved on. */
const MOST_MOVES = 3;

/** An answer that is no failure. */
export type Answered = Extract<NetOutcome, { readonly kind: 'ok' | 'not-modified' }>;

/**
 * A move is followed once its target has been a feed twice; what it gave to recognise its answers by goes with it.
 * @param stated where the feed itself says it has moved: it counts where its server says nothing
 */
export function movedBy({ seen, url }: StoredFeed, { redirects, behind }: Answered, stated: string | null): FeedNote {
  const to = movedTo(redirects);
  if (to === null || to === url) {
    const stands = seen.movedTo === null || (stated !== null && stated !== url);
    return { statedMove: stated, ...(stands ? {} : { movedTo: null, movedSeen: 0 }) };
  }
  const own = behind?.url === to ? behind : null;
  const validators = { etag: own?.etag ?? null, lastModified: own?.lastModified ?? null };
  return { statedMove: null, ...provedOnce(seen, to, validators) };
}

/** A target has been a feed once more. */
function provedOnce(
  seen: StoredFeed['seen'],
  to: string,
  validators: Pick<FeedNote, 'etag' | 'lastModified'>,
): FeedNote {
  const movedSeen = to === seen.movedTo ? seen.movedSeen + 1 : 1;
  if (movedSeen < MOVES_PROVED) return { movedTo: to, movedSeen };
  return { url: to, movedTo: null, movedSeen: 0, behind: null, ...validators };
}

/** Looks whether a feed is where it says it has moved (`itunes:new-feed-url`), once a day at most, and follows it as it follows its server. */
export async function followStatedMove(deps: RefreshDeps, id: FeedId, signal: AbortSignal): Promise<void> {
  const { store, now } = deps;
  const feed = await store.feed(id);
  const { statedMove, moveTriedAt } = feed.seen;
  const at = now();
  const isTried = moveTriedAt !== null && at >= moveTriedAt && at - moveTriedAt < DAY_MS;
  if (statedMove === null || statedMove === feed.url || isTried || signal.aborted) return;
  const there = await store.feedByUrl(statedMove);
  if (there && there.id !== id) return;
  const note = (noted: FeedNote) => askAgain(() => store.noteFeed(id, { from: feed.url, ...noted }));
  // First of all: what is broken off is not asked for again the same day either.
  await note({ moveTriedAt: at });
  const end = await endOfMoves(deps, feed, statedMove, signal);
  if (signal.aborted) return;
  if (end !== null) return void (await note(provedOnce(feed.seen, end, { etag: null, lastModified: null })));
  if (feed.seen.movedTo !== null) await note({ movedTo: null, movedSeen: 0 });
}

/** Where one arrives who goes on as long as feeds say that they have moved; null where that is no feed, or leads back. */
async function endOfMoves(
  { net, pool }: Pick<RefreshDeps, 'net' | 'pool'>,
  feed: StoredFeed,
  first: string,
  signal: AbortSignal,
): Promise<string | null> {
  const met = new Set([feed.url]);
  let next = first;
  for (let nth = 0; nth < MOST_MOVES; nth++) {
    if (met.has(next) || isLogin(next)) return null;
    // A yes was said to where it lies.
    const isPrivateAllowed = feed.isPrivateAllowed && URL.parse(next)?.origin === URL.parse(feed.url)?.origin;
    const answer = await fetchFeed(net, { id: feed.id, url: next, isPrivateAllowed }, signal);
    if (answer.kind !== 'ok') return null;
    const lasting = movedTo(answer.redirects) ?? next;
    if (met.has(lasting) || met.has(answer.url)) return null;
    const reading = await readFeed(pool, answer, null);
    if (!reading.ok) return null;
    const { newFeedUrl } = reading.head;
    if (newFeedUrl === null || newFeedUrl === lasting || newFeedUrl === next) return lasting;
    for (const place of [next, lasting, answer.url]) met.add(place);
    next = newFeedUrl;
  }
  return null;
}
