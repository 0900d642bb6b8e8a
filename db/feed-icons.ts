import type { FeedId } from '../contract/feeds.ts';
import type { EpochMs } from '../contract/model.ts';
import { assetWrites } from './assets.ts';
import { hashKey } from './hash-key.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';
import type { Asset } from './prepared.ts';

/** A feed whose site is to be asked for its icon. */
export interface IconDue {
  readonly id: FeedId;
  readonly url: string;
  readonly siteUrl: string | null;
  readonly isPrivateAllowed: boolean;
}

interface Row {
  readonly id: FeedId;
  readonly url: string;
  readonly site_url: string | null;
  readonly is_private_allowed: 0 | 1;
}

export function feedIconReads(db: ReadableDb) {
  const due = db.prepare<[EpochMs, number], Row>(`
    SELECT id, url, site_url, is_private_allowed FROM feed
    WHERE coalesce(icon_checked_at, 0) <= ? AND checked_at IS NOT NULL AND is_muted = 0 AND stopped_at IS NULL
    ORDER BY icon_checked_at, id LIMIT ?`);
  return {
    /** Of feeds that have been fetched, those whose icon was last asked for by then. */
    iconsDue: (by: EpochMs, limit: number): readonly IconDue[] =>
      due.all(by, limit).map(({ id, url, site_url, is_private_allowed }) => ({
        ...{ id, url, siteUrl: site_url },
        isPrivateAllowed: is_private_allowed === 1,
      })),
  };
}

export function feedIconWrites(db: WritableDb, now: () => EpochMs) {
  const { keep, dropUnused } = assetWrites(db, now);
  const iconOf = db.prepare<[FeedId], Uint8Array | null>('SELECT icon_hash FROM feed WHERE id = ?').pluck();
  const check = db.prepare<[EpochMs, FeedId]>('UPDATE feed SET icon_checked_at = ? WHERE id = ?');
  const show = db.prepare<[Uint8Array, FeedId]>('UPDATE feed SET icon_hash = ? WHERE id = ?');
  return {
    /** Notes that a site was asked for its icon, and keeps what it gave; one that gave none keeps what it had. @returns whether there is another now */
    noteIcon: writing(db, (id: FeedId, icon: Asset | null, at: EpochMs): boolean => {
      const before = iconOf.get(id);
      if (check.run(at, id).changes === 0 || icon === null) return false;
      const hash = hashKey(icon.hash);
      if (before && Buffer.compare(before, hash) === 0) return false;
      keep(icon);
      show.run(hash, id);
      if (before) dropUnused([before]);
      return true;
    }),
  };
}
