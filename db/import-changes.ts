import { unpackStrings } from '../base/pack.ts';
import { indexText } from '../base/words.ts';
import type { ArticleId, EpochMs, ImportId } from '../contract/model.ts';
import { assetWrites } from './assets.ts';
import { datedAt } from './dated-at.ts';
import type { WritableDb } from './open.ts';
import { indexWrites } from './search/index-writes.ts';

/** SQL's view of a row of `article`: all its columns, whatever they are at today's schema. */
type Columns = Readonly<Record<string, string | number | null>>;

interface ImageRow {
  readonly position: number;
  readonly address: string;
  readonly file: string | null;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Hexadecimal. */
  readonly hash: string | null;
}

interface BodyRow {
  readonly packed: Uint8Array;
  readonly description: string | null;
  readonly captions: string | null;
}

interface ChangeRow extends Omit<BodyRow, 'packed'> {
  readonly id: number;
  readonly article_id: ArticleId;
  readonly columns: string;
  readonly originals: string;
  readonly images: string;
  readonly tags: string;
  readonly body: Uint8Array;
}

/** What no import changes of an article that is there: it stays as it is now. */
const NOT_OF_IMPORTS = new Set([
  'id',
  'uid',
  'is_read',
  'is_starred',
  'is_archived',
  'added_at',
  'position',
  'place',
  'dated_at',
]);

/** Keeps what articles were before an import changed them, and gives it back; for use inside a transaction. */
export function importChanges(db: WritableDb, now: () => EpochMs) {
  const { dropUnused } = assetWrites(db, now);
  const isKept = db
    .prepare<[ImportId, ArticleId], number>('SELECT id FROM import_change WHERE import_id = ? AND article_id = ?')
    .pluck();
  const columnsOf = db.prepare<[ArticleId], Columns>('SELECT * FROM article WHERE id = ?');
  const bodyOf = db.prepare<[ArticleId], BodyRow>(
    'SELECT packed, description, captions FROM body WHERE article_id = ?',
  );
  const originalsOf = db
    .prepare<[ArticleId], number>('SELECT id FROM original WHERE article_id = ? ORDER BY id')
    .pluck();
  const imagesOf = db.prepare<[ArticleId], ImageRow>(`
    SELECT position, address, file, alt, width, height, lower(hex(asset_hash)) AS hash
    FROM article_image WHERE article_id = ? ORDER BY position`);
  const keep = db
    .prepare<[object], number>(`
      INSERT INTO import_change (import_id, article_id, columns, originals, images, tags, body, description, captions)
      VALUES (@importId, @articleId, @columns, @originals, @images, '[]', @packed, @description, @captions) RETURNING id`)
    .pluck();
  const keepAsset = db.prepare<[number, Uint8Array]>(
    'INSERT INTO import_change_asset (change_id, asset_hash) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const addTags = db.prepare<[object]>(`
    UPDATE import_change SET tags = (
      SELECT json_group_array(DISTINCT value) FROM (SELECT value FROM json_each(tags) UNION SELECT value FROM json_each(@tags)))
    WHERE import_id = @importId AND article_id = @articleId`);

  const changesOf = db.prepare<[ImportId], ChangeRow>('SELECT * FROM import_change WHERE import_id = ? ORDER BY id');
  const forget = db.prepare<[number]>('DELETE FROM import_change WHERE id = ?');
  const dropOriginals = db.prepare<[ArticleId, string]>(
    'DELETE FROM original WHERE article_id = ? AND id NOT IN (SELECT value FROM json_each(?))',
  );
  const putBody = db.prepare<[object]>(
    'UPDATE body SET packed = @packed, description = @description, captions = @captions WHERE article_id = @id',
  );
  const dropRevision = db.prepare<[ArticleId, Uint8Array]>('DELETE FROM revision WHERE article_id = ? AND packed = ?');
  const clearImages = db.prepare<[ArticleId]>('DELETE FROM article_image WHERE article_id = ?');
  const putImage = db.prepare<[object]>(`
    INSERT INTO article_image (article_id, position, address, file, alt, width, height, asset_hash)
    VALUES (@id, @position, @address, @file, @alt, @width, @height, unhex(@hash))`);
  const untag = db.prepare<[EpochMs, EpochMs, ArticleId, string]>(`
    UPDATE article_tag SET removed_at = ?, changed_at = ?
    WHERE article_id = ? AND removed_at IS NULL AND tag_id IN (SELECT value FROM json_each(?))`);
  const putIndexed = indexWrites(db);

  const putColumns = (id: ArticleId, columns: Columns) => {
    const names = Object.keys(columns).filter((name) => !NOT_OF_IMPORTS.has(name));
    db.prepare<[object]>(`
      UPDATE article SET ${names.map((name) => `${name} = @${name}`).join(', ')},
        place = iif(@is_trashed, 4, 2 * is_archived) + is_read, dated_at = ${datedAt('@published_at', 'added_at')} WHERE id = @id`).run(
      {
        ...columns,
        id,
        now: now(),
      },
    );
  };

  const reindex = (id: ArticleId, columns: Columns, { packed, captions }: BodyRow) => {
    const [text = ''] = unpackStrings(packed);
    const stated: unknown = captions === null ? [] : JSON.parse(captions);
    const words = [
      String(columns['title'] ?? ''),
      String(columns['byline'] ?? ''),
      [text, ...(Array.isArray(stated) ? stated.map(String) : [])].join('\n\n'),
    ];
    const [title = '', byline = '', body = ''] = words.map(indexText);
    putIndexed(new Map([[id, { words: { title, byline, body: Buffer.from(body) }, isOld: true }]]));
  };

  return {
    /** Keeps an article as it is now, unless that has been done for this import before. To be called before the import changes it. @returns whether it was kept now */
    before(importId: ImportId, articleId: ArticleId): boolean {
      if (isKept.get(importId, articleId) !== undefined) return false;
      const columns = columnsOf.get(articleId);
      // What this import has brought goes whole when it is taken back.
      if (!columns || columns['import_id'] === importId) return false;
      const images = imagesOf.all(articleId);
      const id = keep.get({
        ...{ importId, articleId, columns: JSON.stringify(columns) },
        originals: JSON.stringify(originalsOf.all(articleId)),
        images: JSON.stringify(images),
        ...bodyOf.get(articleId),
      });
      for (const { hash } of images)
        if (id !== undefined && hash !== null && hash !== '') keepAsset.run(id, Buffer.from(hash, 'hex'));
      return true;
    },

    /** Forgets what was kept for an article that has then not been changed after all. */
    nothingSince(importId: ImportId, articleId: ArticleId): void {
      const id = isKept.get(importId, articleId);
      if (id !== undefined) forget.run(id);
    },

    /** Notes tags that the import put on an article that was there before it. */
    tagged(importId: ImportId, articleId: ArticleId, tags: readonly number[]): void {
      if (tags.length > 0) addTags.run({ importId, articleId, tags: JSON.stringify(tags) });
    },

    of: (importId: ImportId): readonly ChangeRow[] => changesOf.all(importId),

    /** Makes an article what it was. */
    giveBack(change: ChangeRow): void {
      const { id: changeId, article_id: id, description, captions } = change;
      const columns: Columns = JSON.parse(change.columns);
      const images: readonly ImageRow[] = JSON.parse(change.images);
      const body = { packed: change.body, description, captions };
      const shown = imagesOf.all(id).flatMap(({ hash }) => (hash ? [Buffer.from(hash, 'hex')] : []));
      putColumns(id, columns);
      putBody.run({ id, ...body });
      // It was kept when the import changed it.
      dropRevision.run(id, change.body);
      dropOriginals.run(id, change.originals);
      clearImages.run(id);
      for (const image of images) putImage.run({ id, ...image, hash: image.hash || null });
      untag.run(now(), now(), id, change.tags);
      reindex(id, columns, body);
      forget.run(changeId);
      dropUnused(shown);
    },
  };
}
