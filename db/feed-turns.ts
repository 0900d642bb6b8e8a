import type { FeedId } from '../contract/feeds.ts';
import type { EpochMs } from '../contract/model.ts';
import type { StoredFeed } from './feed-rows.ts';
import { feedReads } from './feeds.ts';
import { type WritableDb, writing } from './open.ts';

/** Longer than a fetch takes, with the wait for its turn: after it a program that hangs holds nothing back any more. */
const LONGEST_MS = 10 * 60_000;

interface TurnRow {
  readonly taken_by: string | null;
  readonly taken_until: EpochMs | null;
}

/**
 * Of several programs one fetches a feed at a time.
 * @param isAlive whether the session of another program goes on: what one that was killed had taken is free at once
 */
export function feedTurns(db: WritableDb, session: string, isAlive: (session: string) => boolean) {
  const { feed } = feedReads(db);
  const turn = db.prepare<[FeedId], TurnRow>('SELECT taken_by, taken_until FROM feed WHERE id = ?');
  const take = db.prepare<[string, EpochMs, FeedId]>('UPDATE feed SET taken_by = ?, taken_until = ? WHERE id = ?');
  const release = db.prepare<[FeedId, string]>(
    'UPDATE feed SET taken_by = NULL, taken_until = NULL WHERE id = ? AND taken_by = ?',
  );

  const isElsewhere = ({ taken_by: taker, taken_until: until }: TurnRow, at: EpochMs): boolean =>
    // A clock that was set back does not make it longer.
    taker !== null && taker !== session && until !== null && at < until && until - at <= LONGEST_MS && isAlive(taker);

  return {
    takeFeed: writing(db, (id: FeedId, at: EpochMs): StoredFeed | null => {
      const row = turn.get(id);
      if (row && isElsewhere(row, at)) return null;
      take.run(session, at + LONGEST_MS, id);
      return feed(id);
    }),

    releaseFeed: writing(db, (id: FeedId): null => {
      release.run(id, session);
      return null;
    }),
  };
}
