import type { ArticleId, EpochMs } from '../contract/model.ts';
import { ENCLOSURE_PART_BYTES } from './enclosure-parts.ts';
import { hashKey } from './hash-key.ts';
import { type ReadableDb, reading, type WritableDb, writing } from './open.ts';

/** What a server says of a file it is about to send. */
export interface EnclosureHead {
  /** The address that sends it, after redirects. */
  readonly givenBy: string;
  /** What it can be gone on with when it is cut off; null: nothing. */
  readonly validator: string | null;
  /** Null: its server does not say. */
  readonly totalBytes: number | null;
  readonly mediaType: string;
}

/** A file of which a beginning is here. */
export interface BegunEnclosure extends EnclosureHead {
  readonly key: string;
  readonly receivedBytes: number;
}

/** A file of which all is here. */
export interface WholeEnclosure {
  readonly key: string;
  readonly receivedBytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
}

interface BegunRow {
  readonly key: Uint8Array;
  readonly given_by: string;
  readonly validator: string | null;
  readonly total: number | null;
  readonly media_type: string;
  readonly size: number;
}

/** Files on their way, and those that were cut off. */
export function enclosureFetchReads(db: ReadableDb) {
  const begun = db.prepare<[ArticleId, string], BegunRow>(`
    SELECT f.key, w.given_by, w.validator, w.total, f.media_type, f.size
    FROM enclosure_fetch w JOIN enclosure_file f ON f.key = w.file_key WHERE w.article_id = ? AND w.url = ?`);
  const part = db
    .prepare<[Uint8Array, number], Uint8Array>('SELECT bytes FROM enclosure_part WHERE file_key = ? AND nth = ?')
    .pluck();
  return {
    begunEnclosure: (articleId: ArticleId, url: string): BegunEnclosure | null => {
      const row = begun.get(articleId, url);
      if (!row) return null;
      const { given_by: givenBy, validator, total: totalBytes, media_type: mediaType, size: receivedBytes } = row;
      return { key: Buffer.from(row.key).toString('hex'), givenBy, validator, totalBytes, mediaType, receivedBytes };
    },
    begunEnclosurePart: (key: string, nth: number): Uint8Array | null => part.get(hashKey(key), nth) ?? null,
  };
}

/** How many files have not come whole, and how large what is here of them is. */
export function unfinishedReads(db: ReadableDb) {
  const sum = db.prepare<[], { readonly files: number; readonly bytes: number }>(
    'SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM enclosure_file WHERE hash IS NULL',
  );
  return reading(db, () => sum.get() ?? { files: 0, bytes: 0 });
}

/**
 * Writes files as they come. Of several programs that fetch the same file only one gets on: what another has written, or begun anew, since
 * this one looked, refuses whatever it brings next.
 */
export function enclosureFetchWrites(db: WritableDb, now: () => EpochMs) {
  const isListed = db
    .prepare<[ArticleId, string], number>('SELECT 1 FROM article_enclosure WHERE article_id = ? AND url = ?')
    .pluck();
  const drop = db.prepare<[ArticleId, string]>('DELETE FROM enclosure_fetch WHERE article_id = ? AND url = ?');
  const putFile = db
    .prepare<[string, EpochMs], Uint8Array>(
      'INSERT INTO enclosure_file (key, media_type, size, added_at) VALUES (randomblob(16), ?, 0, ?) RETURNING key',
    )
    .pluck();
  const putFetch = db.prepare<[object]>(`
    INSERT INTO enclosure_fetch (file_key, article_id, url, given_by, validator, total)
    VALUES (@key, @articleId, @url, @givenBy, @validator, @totalBytes)`);
  const grow = db.prepare<[object]>(
    'UPDATE enclosure_file SET size = @to WHERE key = @key AND size = @from AND hash IS NULL',
  );
  const putPart = db.prepare<[Uint8Array, number, Uint8Array]>(`
    INSERT INTO enclosure_part (file_key, nth, bytes) VALUES (?, ?, ?)
    ON CONFLICT (file_key, nth) DO UPDATE SET bytes = excluded.bytes`);
  const owner = db.prepare<[Uint8Array, number], { readonly articleId: ArticleId; readonly url: string }>(`
    SELECT w.article_id AS articleId, w.url FROM enclosure_fetch w JOIN enclosure_file f ON f.key = w.file_key
    WHERE w.file_key = ? AND f.size = ?`);
  const twin = db.prepare<[Uint8Array], Uint8Array>('SELECT key FROM enclosure_file WHERE hash = ?').pluck();
  const setHash = db.prepare<[object]>('UPDATE enclosure_file SET hash = @hash, added_at = @at WHERE key = @key');
  const give = db.prepare<[Uint8Array, ArticleId, string]>(
    'UPDATE article_enclosure SET file_key = ? WHERE article_id = ? AND url = ?',
  );

  return {
    beginEnclosure: writing(db, (articleId: ArticleId, url: string, head: EnclosureHead): string | null => {
      if (!isListed.get(articleId, url)) return null;
      drop.run(articleId, url);
      const key = putFile.get(head.mediaType, now()) as Uint8Array;
      const { givenBy, validator, totalBytes } = head;
      putFetch.run({ key, articleId, url, givenBy, validator, totalBytes });
      return Buffer.from(key).toString('hex');
    }),
    keepEnclosurePart: writing(db, (key: string, from: number, nth: number, bytes: Uint8Array): boolean => {
      const to = nth * ENCLOSURE_PART_BYTES + bytes.byteLength;
      if (grow.run({ key: hashKey(key), from, to }).changes === 0) return false;
      putPart.run(hashKey(key), nth, bytes);
      return true;
    }),
    finishEnclosure: writing(db, ({ key, receivedBytes, hash }: WholeEnclosure): boolean => {
      const file = hashKey(key);
      const of = owner.get(file, receivedBytes);
      if (!of) return false;
      const same = twin.get(hashKey(hash));
      if (!same) setHash.run({ key: file, hash: hashKey(hash), at: now() });
      give.run(same ?? file, of.articleId, of.url);
      drop.run(of.articleId, of.url);
      return true;
    }),
    dropEnclosure: writing(db, (articleId: ArticleId, url: string): null => {
      drop.run(articleId, url);
      return null;
    }),
  };
}
