import { unpackStrings } from '../base/pack.ts';
import { AppError } from '../contract/errors.ts';
import type { ArticleDetail, ArticleId, DatePrecision, EpochMs, SafeHtml } from '../contract/model.ts';
import { imageReads, offlineState } from './article-images.ts';
import { summaryReads, toDate } from './article-rows.ts';
import { enclosuresOf } from './enclosures.ts';
import { hashKey } from './hash-key.ts';
import { type ReadableDb, reading } from './open.ts';
import { fetchReads } from './page-queue.ts';
import { FIXED } from './statements.ts';
import { showStored } from './stored-pictures.ts';
import { uidOf } from './uid-key.ts';

/** A kept original as it is stored. */
export interface PackedOriginal {
  readonly name: string;
  /** What was known of it from outside, as it was given; null when nothing was. */
  readonly told: object | null;
  readonly packed: Uint8Array;
  readonly encoding: string;
  readonly sizeBytes: number;
}

/** SQL's view of what only the reader shows. */
interface DetailRow {
  readonly uid: string;
  readonly modified_at: EpochMs | null;
  readonly modified_precision: DatePrecision | null;
  readonly modified_zone: string | null;
  readonly dateline_place: string | null;
  readonly dateline_agency: string | null;
  readonly url: string | null;
  readonly position: number;
  readonly is_cut: 0 | 1;
  readonly packed: Uint8Array;
  readonly description: string | null;
  readonly captions: string | null;
  readonly original_name: string;
  readonly revisions: number;
}

interface OriginalRow {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly encoding: string;
  readonly size: number;
  readonly told: string | null;
}

const unknown = (id: ArticleId) => new AppError('not-found', `There is no article ${id}`);

/** One article, whole. */
export function articleReads(db: ReadableDb) {
  const summaries = summaryReads(db);
  const imagesOf = imageReads(db);
  const fetchesOf = fetchReads(db);
  const filesOf = enclosuresOf(db);
  const detail = db.prepare<[ArticleId], DetailRow>(`
    SELECT a.uid, a.modified_at, a.modified_precision, a.modified_zone, a.dateline_place, a.dateline_agency, a.url, a.position, a.is_cut,
      b.packed, b.description, b.captions, o.name AS original_name,
      (SELECT count(*) FROM revision r WHERE r.article_id = a.id) AS revisions
    FROM article a JOIN body b ON b.article_id = a.id JOIN original o ON o.id = a.original_id
    WHERE a.id = ${FIXED}`);
  const original = db.prepare<[ArticleId], OriginalRow>(`
    SELECT o.name, o.packed, o.encoding, o.size, o.told FROM article a JOIN original o ON o.id = a.original_id WHERE a.id = ${FIXED}`);
  const known = db.prepare<[Uint8Array], number>('SELECT 1 FROM original WHERE hash = ?').pluck();

  const idsAfter = db
    .prepare<[ArticleId, number], ArticleId>('SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?')
    .pluck();
  const complete = db
    .prepare<[Uint8Array, number], number>(`
      SELECT 1 FROM original o WHERE o.hash = ? AND NOT EXISTS (
        SELECT 1 FROM article_image i
        WHERE i.article_id = o.article_id AND i.asset_hash IS NULL AND (i.file IS NOT NULL OR ?))`)
    .pluck();

  return {
    getArticle: reading(db, (id: ArticleId): ArticleDetail => {
      const [summary] = summaries([id]);
      const row = detail.get(id);
      if (!summary || !row) throw unknown(id);
      const [text = '', html = ''] = unpackStrings(row.packed);
      const shown = imagesOf(id);
      return {
        ...summary,
        uid: uidOf(row.uid),
        modified: toDate(row.modified_at, row.modified_precision, row.modified_zone),
        dateline: row.dateline_place === null ? null : { place: row.dateline_place, agency: row.dateline_agency },
        description: row.description,
        url: row.url,
        html: showStored(storedHtml(html), shown),
        text,
        captions: stringList(row.captions),
        images: shown.map(({ shownWidth: _, shownHeight: __, ...image }) => image),
        offline: offlineState(shown, {
          isAddressOnly: text === '' && shown.length === 0 && row.url !== null,
          isCut: row.is_cut === 1,
        }),
        enclosures: filesOf(id),
        ...fetchesOf(id),
        revisions: row.revisions,
        position: row.position,
        originalName: row.original_name,
      };
    }),

    getOriginal(id: ArticleId): PackedOriginal {
      const row = original.get(id);
      if (!row) throw unknown(id);
      const { name, packed, encoding, size: sizeBytes, told } = row;
      return { name, packed, encoding, sizeBytes, told: told === null ? null : JSON.parse(told) };
    },

    articleIds: (after: ArticleId, limit: number): readonly ArticleId[] => idsAfter.all(after, limit),

    knownOriginals: (hashes: readonly string[]): readonly string[] =>
      hashes.filter((hash) => known.get(hashKey(hash)) !== undefined),

    completeOriginals: (hashes: readonly string[], isWithWeb: boolean): readonly string[] =>
      hashes.filter((hash) => complete.get(hashKey(hash), Number(isWithWeb)) !== undefined),
  };
}

/** What was stored was safe: only drafts are written, and their HTML is SafeHtml. */
const storedHtml = (html: string) => html as SafeHtml;

function stringList(json: string | null): readonly string[] {
  const list: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(list) ? list.map(String) : [];
}
