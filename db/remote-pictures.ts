import { packStrings, unpackStrings } from '../base/pack.ts';
import type { ArticleId, EpochMs } from '../contract/model.ts';
import { assetWrites } from './assets.ts';
import { hashKey } from './hash-key.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';
import { LACKING } from './page-queue.ts';
import type { Asset } from './prepared.ts';

/** A picture that was asked for and did not come. */
export interface PictureRefusal {
  readonly address: string;
  readonly code: string;
  readonly message: string;
}

/** What came of pictures of one article. */
export interface FetchedPictures {
  readonly articleId: ArticleId;
  readonly found: readonly { readonly address: string; readonly asset: Asset }[];
  readonly refused: readonly PictureRefusal[];
  /** Those that nobody is to see: they go from the article. */
  readonly pixels: readonly string[];
  readonly at: EpochMs;
}

/** A picture an article lacks. */
export interface LackingPicture {
  readonly address: string;
  /** Of its bytes, if they are here already for the sake of another article; hexadecimal. */
  readonly hash: string | null;
  /** Why it did not come when it was last asked for, not long ago. */
  readonly refused: { readonly code: string; readonly message: string } | null;
}

interface LackingRow {
  readonly address: string;
  readonly hash: Uint8Array | null;
  readonly code: string | null;
  readonly message: string | null;
}

export function pictureReads(db: ReadableDb) {
  const lacking = db.prepare<[object], LackingRow>(`
    SELECT i.address, s.hash, r.code, r.message FROM article_image i
    LEFT JOIN remote_picture r ON r.address = i.address AND (r.code IS NULL OR r.at >= @since)
    LEFT JOIN asset s ON s.hash = r.hash
    WHERE i.article_id = @id AND ${LACKING} ORDER BY i.position`);
  return {
    /** Pictures of the web that an article lacks. @param since refusals from then on count */
    lackingPictures: (id: ArticleId, since: EpochMs): readonly LackingPicture[] =>
      lacking.all({ id, since }).map(({ address, hash, code, message }) => ({
        address,
        hash: hash && Buffer.from(hash).toString('hex'),
        refused: code === null ? null : { code, message: message ?? '' },
      })),
  };
}

export function pictureWrites(db: WritableDb, now: () => EpochMs) {
  const assets = assetWrites(db, now);
  const fill = db.prepare<[Uint8Array, ArticleId, string]>(
    'UPDATE article_image SET asset_hash = ? WHERE article_id = ? AND address = ? AND asset_hash IS NULL',
  );
  const dropImage = db.prepare<[ArticleId, string]>('DELETE FROM article_image WHERE article_id = ? AND address = ?');
  const bodyOf = db.prepare<[ArticleId], Uint8Array>('SELECT packed FROM body WHERE article_id = ?').pluck();
  const putBody = db.prepare<[Uint8Array, ArticleId]>('UPDATE body SET packed = ? WHERE article_id = ?');
  const remember = db.prepare<[object]>(`
    INSERT INTO remote_picture VALUES (@address, @hash, @code, @message, @at)
    ON CONFLICT DO UPDATE SET hash = excluded.hash, code = excluded.code, message = excluded.message, at = excluded.at`);
  const known = db.prepare<[Uint8Array], number>('SELECT 1 FROM asset WHERE hash = ?').pluck();

  const withoutPictures = (id: ArticleId, addresses: ReadonlySet<string>) => {
    const packed = bodyOf.get(id);
    if (!packed) return;
    const [text = '', html = ''] = unpackStrings(packed);
    const left = html.replace(/<img\b[^<>]*>/g, (tag) => (addresses.has(addressIn(tag)) ? '' : tag));
    putBody.run(packStrings([text, left]), id);
    for (const address of addresses) dropImage.run(id, address);
  };

  return {
    /** Gives an article pictures that came for it. */
    keepPictures: writing(db, ({ articleId, found, refused, pixels, at }: FetchedPictures): null => {
      for (const { address, asset } of found) {
        const hash = hashKey(asset.hash);
        assets.keep(asset);
        fill.run(hash, articleId, address);
        remember.run({ address, hash, code: null, message: null, at });
        // The article may have gone, or not have it any more.
        assets.dropUnused([hash]);
      }
      for (const { address, code, message } of refused) remember.run({ address, hash: null, code, message, at });
      for (const address of pixels) remember.run({ address, hash: null, code: 'tracking-pixel', message: null, at });
      if (pixels.length > 0) withoutPictures(articleId, new Set(pixels));
      return null;
    }),

    /** Gives an article pictures that are here for the sake of another one. */
    sharePictures: writing(
      db,
      (articleId: ArticleId, shared: readonly { readonly address: string; readonly hash: string }[]): null => {
        for (const { address, hash } of shared)
          if (known.get(hashKey(hash)) !== undefined) fill.run(hashKey(hash), articleId, address);
        return null;
      },
    ),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Which picture a tag shows, as the sanitiser writes it. */
const addressIn = (tag: string): string =>
  (/ data-src="([^"]*)"/.exec(tag)?.[1] ?? '').replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? '');
