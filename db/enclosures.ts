import type { ArticleEnclosure, EnclosureReference } from '../contract/enclosures.ts';
import type { ArticleId } from '../contract/model.ts';
import { hashKey } from './hash-key.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';

interface EnclosureRow {
  readonly url: string;
  readonly media_type: string | null;
  readonly size: number | null;
  readonly duration: number | null;
  readonly seconds: number;
  readonly hash: Uint8Array | null;
  readonly file_type: string | null;
  readonly file_size: number | null;
  readonly received: number | null;
  readonly total: number | null;
}

/** Files that an article brings along, in its order. */
export function enclosuresOf(db: ReadableDb): (id: ArticleId) => readonly ArticleEnclosure[] {
  const all = db.prepare<[ArticleId], EnclosureRow>(`
    SELECT e.url, e.media_type, e.size, e.duration, e.seconds, f.hash, f.media_type AS file_type, f.size AS file_size, p.size AS received, w.total
    FROM article_enclosure e LEFT JOIN enclosure_file f ON f.key = e.file_key
      LEFT JOIN enclosure_fetch w ON w.article_id = e.article_id AND w.url = e.url AND w.validator IS NOT NULL
      LEFT JOIN enclosure_file p ON p.key = w.file_key AND p.size > 0
    WHERE e.article_id = ? ORDER BY e.position`);
  return (id) =>
    all.all(id).map((row) => ({
      url: row.url,
      mediaType: row.file_type ?? row.media_type,
      sizeBytes: row.file_size ?? row.total ?? row.size,
      durationSeconds: row.duration,
      src: row.hash && `/enclosure/${Buffer.from(row.hash).toString('hex')}`,
      begun: row.received === null ? null : { receivedBytes: row.received, totalBytes: row.total },
      seconds: row.seconds,
    }));
}

export function enclosureReads(db: ReadableDb) {
  const file = db.prepare<[Uint8Array], { readonly mediaType: string; readonly size: number }>(
    'SELECT media_type AS mediaType, size FROM enclosure_file WHERE hash = ?',
  );
  const part = db
    .prepare<[Uint8Array, number], Uint8Array>(`
      SELECT p.bytes FROM enclosure_file f JOIN enclosure_part p ON p.file_key = f.key WHERE f.hash = ? AND p.nth = ?`)
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

export function enclosurePositions(db: WritableDb) {
  const setSeconds = db.prepare<[number, ArticleId, string]>(
    'UPDATE article_enclosure SET seconds = ? WHERE article_id = ? AND url = ?',
  );
  return {
    setEnclosurePosition: writing(db, (articleId: ArticleId, url: string, seconds: number): null => {
      setSeconds.run(seconds, articleId, url);
      return null;
    }),
  };
}
