import type { ArticleEnclosure, ArticleId, EnclosureReference, EpochMs } from '../contract/model.ts';
import { hashKey } from './hash-key.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';

/** A file that was fetched, before it is stored. */
export interface EnclosureFile {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const ENCLOSURE_PART_BYTES = 1024 * 1024;

interface EnclosureRow {
  readonly url: string;
  readonly media_type: string | null;
  readonly size: number | null;
  readonly duration: number | null;
  readonly seconds: number;
  readonly hash: Uint8Array | null;
  readonly file_type: string | null;
  readonly file_size: number | null;
}

/** Files that an article brings along, in its order. */
export function enclosuresOf(db: ReadableDb): (id: ArticleId) => readonly ArticleEnclosure[] {
  const all = db.prepare<[ArticleId], EnclosureRow>(`
    SELECT e.url, e.media_type, e.size, e.duration, e.seconds, f.hash, f.media_type AS file_type, f.size AS file_size
    FROM article_enclosure e LEFT JOIN enclosure_file f ON f.hash = e.file_hash WHERE e.article_id = ? ORDER BY e.position`);
  return (id) =>
    all.all(id).map((row) => ({
      url: row.url,
      mediaType: row.file_type ?? row.media_type,
      sizeBytes: row.file_size ?? row.size,
      durationSeconds: row.duration,
      src: row.hash && `/enclosure/${Buffer.from(row.hash).toString('hex')}`,
      seconds: row.seconds,
    }));
}

export function enclosureReads(db: ReadableDb) {
  const file = db.prepare<[Uint8Array], { readonly mediaType: string; readonly size: number }>(
    'SELECT media_type AS mediaType, size FROM enclosure_file WHERE hash = ?',
  );
  const part = db
    .prepare<[Uint8Array, number], Uint8Array>('SELECT bytes FROM enclosure_part WHERE hash = ? AND nth = ?')
    .pluck();
  return {
    enclosureFile: (hash: string): { readonly mediaType: string; readonly size: number } | null =>
      file.get(hashKey(hash)) ?? null,
    /** A part of `ENCLOSURE_PART_BYTES`; the last may be shorter. */
    enclosurePart: (hash: string, nth: number): Uint8Array | null => part.get(hashKey(hash), nth) ?? null,
  };
}

/** Writes what an article says of its files; for use inside a transaction. */
export function enclosureLists(db: WritableDb) {
  const drop = db.prepare<[ArticleId, string]>(
    'DELETE FROM article_enclosure WHERE article_id = ? AND url NOT IN (SELECT value FROM json_each(?))',
  );
  const put = db.prepare<[object]>(`
    INSERT INTO article_enclosure (article_id, url, position, media_type, size, duration)
    VALUES (@id, @url, @position, @mediaType, @lengthBytes, @durationSeconds)
    ON CONFLICT DO UPDATE SET position = excluded.position, media_type = excluded.media_type, size = excluded.size, duration = excluded.duration`);
  /** Those that were fetched stay fetched. A page that names none leaves those of its feed. */
  return (id: ArticleId, enclosures: readonly EnclosureReference[]): void => {
    if (enclosures.length === 0) return;
    drop.run(id, JSON.stringify(enclosures.map(({ url }) => url)));
    enclosures.forEach((enclosure, position) => {
      put.run({ id, position, ...enclosure });
    });
  };
}

export function enclosureWrites(db: WritableDb, now: () => EpochMs) {
  const putFile = db.prepare<[object]>(
    'INSERT INTO enclosure_file VALUES (@hash, @mediaType, @size, @at) ON CONFLICT DO NOTHING',
  );
  const putPart = db.prepare<[Uint8Array, number, Uint8Array]>(
    'INSERT INTO enclosure_part (hash, nth, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const give = db.prepare<[Uint8Array, ArticleId, string]>(
    'UPDATE article_enclosure SET file_hash = ? WHERE article_id = ? AND url = ?',
  );
  const dropUnused = db.prepare<[Uint8Array]>(`
    DELETE FROM enclosure_file WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM article_enclosure e WHERE e.file_hash = enclosure_file.hash)`);
  const setSeconds = db.prepare<[number, ArticleId, string]>(
    'UPDATE article_enclosure SET seconds = ? WHERE article_id = ? AND url = ?',
  );
  return {
    keepEnclosure: writing(db, (articleId: ArticleId, url: string, { hash, mediaType, bytes }: EnclosureFile): null => {
      const key = hashKey(hash);
      putFile.run({ hash: key, mediaType, size: bytes.byteLength, at: now() });
      for (let nth = 0; nth * ENCLOSURE_PART_BYTES < bytes.byteLength; nth++)
        putPart.run(key, nth, bytes.subarray(nth * ENCLOSURE_PART_BYTES, (nth + 1) * ENCLOSURE_PART_BYTES));
      give.run(key, articleId, url);
      dropUnused.run(key);
      return null;
    }),
    setEnclosurePosition: writing(db, (articleId: ArticleId, url: string, seconds: number): null => {
      setSeconds.run(seconds, articleId, url);
      return null;
    }),
  };
}
