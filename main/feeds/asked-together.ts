import type { EpochMs } from '../../contract/model.ts';
import type { StoredFeed } from '../../db/store.ts';
import { isPrivateHost } from '../net/addresses.ts';

/** Whoever asks for all feeds does not mean those that refused to answer, or asked for patience. */
export function mayBeAsked({ isMuted, seen }: Pick<StoredFeed, 'isMuted' | 'seen'>, at: EpochMs): boolean {
  if (isMuted || seen.stoppedAt !== null) return false;
  const isHeldBack = seen.error !== null && LEFT_ALONE.has(seen.error.code);
  return !isHeldBack || (seen.nextAt !== null && seen.nextAt <= at);
}

const LEFT_ALONE: ReadonlySet<string> = new Set([
  'too-many-requests',
  'not-found',
  'refused',
  'http',
  'bad-address',
  'private-address',
]);

/** Nobody publishes so fast that it is meant to be asked again. */
const RECENT_MS = 5 * 60_000;

/** Whether it was fetched well only minutes ago: its server is spared. One on the own network needs not be. */
export function isRecent({ url, seen: { checkedAt, error } }: Pick<StoredFeed, 'url' | 'seen'>, at: EpochMs): boolean {
  const isFresh = checkedAt !== null && error === null && at >= checkedAt && at - checkedAt < RECENT_MS;
  return isFresh && !isPrivateHost(URL.parse(url)?.hostname ?? '');
}
