import type { EpochMs } from '../contract/model.ts';
import { hashKey } from './hash-key.ts';
import type { ReadableDb, WritableDb } from './open.ts';
import type { Asset } from './prepared.ts';

/** Bytes as they are served. */
export interface StoredBytes {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** SQL's view of stored bytes as they are served. */
interface AssetRow {
  readonly media_type: string;
  readonly bytes: Uint8Array;
}

/** Stored bytes by their hash. */
export function assetReads(db: ReadableDb) {
  const one = db.prepare<[Uint8Array], AssetRow>('SELECT media_type, bytes FROM asset WHERE hash = ?');
  return {
    getAsset(hash: string): StoredBytes | null {
      const row = one.get(hashKey(hash));
      return row ? { mediaType: row.media_type, bytes: row.bytes } : null;
    },
  };
}

/** Keeps bytes once, and lets go of those no article shows any more. */
export function assetWrites(db: WritableDb, now: () => EpochMs) {
  const put = db.prepare<[object]>(`
    INSERT INTO asset VALUES (@hash, @mediaType, @width, @height, @size, @addedAt, @bytes) ON CONFLICT DO NOTHING`);
  const drop = db.prepare<[Uint8Array]>(`
    DELETE FROM asset WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM article_image i WHERE i.asset_hash = asset.hash)
      AND NOT EXISTS (SELECT 1 FROM import_change_asset c WHERE c.asset_hash = asset.hash)
      AND NOT EXISTS (SELECT 1 FROM feed f WHERE f.icon_hash = asset.hash)`);
  return {
    keep({ hash, mediaType, width, height, bytes }: Asset): void {
      put.run({
        hash: hashKey(hash),
        mediaType,
        width: Math.round(width),
        height: Math.round(height),
        size: bytes.byteLength,
        addedAt: now(),
        bytes,
      });
    },
    /** Deletes those of the bytes that nothing refers to. */
    dropUnused(hashes: Iterable<Uint8Array>): void {
      for (const hash of hashes) drop.run(hash);
    },
  };
}
