import type { ArticleId, ArticleImage, EpochMs, ImageReference, OfflineState } from '../contract/model.ts';
import { assetWrites } from './assets.ts';
import { hashKey } from './hash-key.ts';
import type { ReadableDb, WritableDb } from './open.ts';
import type { PreparedArticle } from './prepared.ts';
import { FIXED } from './statements.ts';

/** SQL's view of a picture and, where they are here, its bytes. */
interface ImageRow {
  readonly address: string;
  readonly alt: string;
  readonly stated_width: number | null;
  readonly stated_height: number | null;
  readonly hash: Uint8Array | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** A picture of an article with the size it is to be shown at. */
export interface ShownImage extends ArticleImage {
  readonly shownWidth: number | null;
  readonly shownHeight: number | null;
}

/** The pictures of an article, in the order it shows them. */
export function imageReads(db: ReadableDb) {
  const all = db.prepare<[ArticleId], ImageRow>(`
    SELECT i.address, i.alt, i.width AS stated_width, i.height AS stated_height, s.hash, s.width, s.height
    FROM article_image i LEFT JOIN asset s ON s.hash = i.asset_hash
    WHERE i.article_id = ${FIXED} ORDER BY i.position`);
  return (id: ArticleId): readonly ShownImage[] => all.all(id).map(toImage);
}

const toImage = (row: ImageRow): ShownImage => ({
  address: row.address,
  src: row.hash && `/asset/${Buffer.from(row.hash).toString('hex')}`,
  alt: row.alt,
  width: row.width ?? row.stated_width,
  height: row.height ?? row.stated_height,
  ...shownSize(row),
});

/** As large as the article says, in the proportions of the bytes: a stated size that bends a picture is a mistake. */
function shownSize({ stated_width, stated_height, width, height }: ImageRow) {
  if (!width || !height) return { shownWidth: stated_width, shownHeight: stated_height };
  const shownWidth = stated_width ?? (stated_height === null ? width : Math.round((stated_height * width) / height));
  return { shownWidth, shownHeight: Math.max(1, Math.round((shownWidth * height) / width)) };
}

/** How much of an article can be read without a network. */
export function offlineState(
  images: readonly ArticleImage[],
  { isAddressOnly, isCut }: { readonly isAddressOnly: boolean; readonly isCut: boolean },
): OfflineState {
  if (isAddressOnly) return 'address';
  const stored = images.filter(({ src }) => src !== null).length;
  if (stored === images.length && !isCut) return 'complete';
  return stored > 0 ? 'images' : 'text';
}

/** What is kept of a picture from one reading of its article to the next. */
interface KeptRow {
  readonly address: string;
  readonly file: string | null;
  readonly asset_hash: Uint8Array;
}

/** Writes what an article says of its pictures, together with the bytes that came with it. */
export function imageWrites(db: WritableDb, now: () => EpochMs) {
  const assets = assetWrites(db, now);
  const kept = db.prepare<[ArticleId], KeptRow>(
    'SELECT address, file, asset_hash FROM article_image WHERE article_id = ? AND asset_hash IS NOT NULL',
  );
  const clear = db.prepare<[ArticleId]>('DELETE FROM article_image WHERE article_id = ?');
  const put = db.prepare<[object]>(`
    INSERT INTO article_image VALUES (@id, @position, @address, @file, @alt, @width, @height, @hash)`);
  const fill = db.prepare<[Uint8Array, ArticleId, string]>(
    'UPDATE article_image SET asset_hash = ? WHERE article_id = ? AND coalesce(file, address) = ? AND asset_hash IS NULL',
  );

  const insert = (
    id: ArticleId,
    images: readonly ImageReference[],
    hashOf: (image: ImageReference) => Uint8Array | null,
  ) =>
    images.forEach((image, position) => {
      const { address, file, alt } = image;
      const [width, height] = [whole(image.width), whole(image.height)];
      put.run({ id, position, address, file, alt, width, height, hash: hashOf(image) });
    });

  return {
    insert(id: ArticleId, prepared: PreparedArticle): void {
      for (const asset of prepared.assets) assets.keep(asset);
      insert(id, prepared.draft.images, broughtBy(prepared));
    },

    /** The article is read anew: pictures it still names keep their bytes, whatever it came without this time. */
    replace(id: ArticleId, prepared: PreparedArticle): void {
      const before = kept.all(id);
      const brought = broughtBy(prepared);
      const keptOf = ({ address, file }: ImageReference) =>
        before.find((row) => row.address === address || (file !== null && row.file === file))?.asset_hash ?? null;
      for (const asset of prepared.assets) assets.keep(asset);
      clear.run(id);
      insert(id, prepared.draft.images, (image) => brought(image) ?? keptOf(image));
      assets.dropUnused(before.map((row) => row.asset_hash));
    },

    /** The article is known, but some of its pictures were not here when it came. @returns whether any is now */
    complete(id: ArticleId, { assets: brought, files }: PreparedArticle): boolean {
      const byHash = new Map(brought.map((asset) => [asset.hash, asset]));
      let changed = 0;
      for (const [name, hash] of files) {
        const asset = byHash.get(hash);
        if (!asset) continue;
        assets.keep(asset);
        changed += fill.run(hashKey(hash), id, name).changes;
        assets.dropUnused([hashKey(hash)]);
      }
      return changed > 0;
    },
  };
}

/** Which bytes a reading brought for a picture: those the file held itself, or those of a file beside it. */
function broughtBy({ assets, files }: PreparedArticle): (image: ImageReference) => Uint8Array | null {
  const hashes = new Set(assets.map(({ hash }) => hash));
  return ({ address, file }) => {
    const own = address.startsWith(OWN) ? address.slice(OWN.length) : null;
    const hash = own ?? files.get(file ?? address) ?? null;
    return hash !== null && hashes.has(hash) ? hashKey(hash) : null;
  };
}

const OWN = '/asset/';

const whole = (pixels: number | null): number | null => (pixels === null ? null : Math.round(pixels));
