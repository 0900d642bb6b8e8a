import type { ArticleDraft, ArticleId, EpochMs, ImportId, SourceId } from '../contract/model.ts';
import { imageWrites } from './article-images.ts';
import { datedAt } from './dated-at.ts';
import { enclosureLists } from './enclosures.ts';
import { hashKey } from './hash-key.ts';
import type { WritableDb } from './open.ts';
import type { PreparedArticle } from './prepared.ts';
import { indexWrites, type ToIndex } from './search/index-writes.ts';
import { uidKey } from './uid-key.ts';
import type { KeptUsage } from './usage.ts';

/** What a new article starts with, besides its content. */
interface NewArticle {
  readonly sourceId: SourceId;
  readonly importId: ImportId | null;
  readonly addedAt: EpochMs;
  readonly isRead: 0 | 1;
  readonly isStarred: 0 | 1;
}

/** What an article says, by the columns it stands in. */
const CONTENT: Readonly<Record<string, (prepared: PreparedArticle) => string | number | null>> = {
  published_at: ({ draft }) => draft.published?.at ?? null,
  published_precision: ({ draft }) => draft.published?.precision ?? null,
  published_zone: ({ draft }) => draft.published?.zone ?? null,
  title: ({ draft }) => draft.title,
  title_start: ({ index }) => startOf(index.title),
  byline: ({ draft }) => draft.byline,
  site_name: ({ draft }) => draft.siteName,
  excerpt: ({ draft }) => draft.excerpt,
  language: ({ draft }) => draft.language,
  direction: ({ draft }) => draft.direction,
  word_count: ({ draft }) => draft.wordCount,
  modified_at: ({ draft }) => draft.modified?.at ?? null,
  modified_precision: ({ draft }) => draft.modified?.precision ?? null,
  modified_zone: ({ draft }) => draft.modified?.zone ?? null,
  dateline_place: ({ draft }) => draft.dateline?.place ?? null,
  dateline_agency: ({ draft }) => draft.dateline?.agency ?? null,
  url: ({ draft }) => draft.url,
  canonical_url: ({ canonicalUrl }) => canonicalUrl,
  is_cut: ({ isCut = false }) => (isCut ? 1 : 0),
};
const COLUMNS = Object.keys(CONTENT);

const valuesOf = (prepared: PreparedArticle) => Object.values(CONTENT).map((of) => of(prepared));

/** Writes what an article says: row, body, pictures, original and index, which always change together. */
export function articleContent(db: WritableDb, now: () => EpochMs) {
  const images = imageWrites(db, now);
  const putEnclosures = enclosureLists(db);
  // Every stored article comes through these: they bind by position, as names are looked up one by one, and do without RETURNING, for which SQLite
  // makes each of them ready to be undone by itself.
  const insertArticle = db.prepare<[unknown[], object]>(`
    INSERT INTO article (dated_at, uid, usage, source_id, import_id, added_at, is_read, is_starred, place, ${COLUMNS.join(', ')})
    VALUES (${datedAt('@publishedAt', '@addedAt')}, ?, ?, ?, ?, ?, ?, ?, ?, ${COLUMNS.map(() => '?').join(', ')})`);
  const updateArticle = db.prepare<[unknown[], object]>(`
    UPDATE article SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')},
      dated_at = ${datedAt('@publishedAt', 'added_at')}, import_id = coalesce(@importId, import_id)
    WHERE id = @id`);
  const putUsage = db.prepare<[string | null, ArticleId]>('UPDATE article SET usage = ? WHERE id = ?');
  // The word of another original than the one that is shown stays when that is read again.
  const renewUsage = db.prepare<[string | null, ArticleId]>(
    "UPDATE article SET usage = ? WHERE id = ? AND usage ->> '$.by' IS NULL",
  );
  const insertOriginal = db.prepare<unknown[]>(`
    INSERT INTO original (hash, article_id, name, encoding, size, added_at, packed, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const show = db.prepare<[number, ArticleId]>('UPDATE article SET original_id = ? WHERE id = ?');
  const showKept = db.prepare<[Uint8Array, ArticleId]>(
    'UPDATE article SET original_id = (SELECT o.id FROM original o WHERE o.hash = ?) WHERE id = ?',
  );
  const saysSame = db
    .prepare<[object], number>(`
      SELECT a.title = @title AND a.byline IS @byline AND a.published_at IS @publishedAt AND a.url IS @url AND b.packed = @packed
      FROM article a JOIN body b ON b.article_id = a.id WHERE a.id = @id`)
    .pluck();
  const putBody = db.prepare<[ArticleId, Uint8Array, string | null, string | null]>(`
    INSERT INTO body VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET packed = excluded.packed, description = excluded.description, captions = excluded.captions`);
  const putIndexed = indexWrites(db);
  const waiting = new Map<ArticleId, ToIndex>();

  const keepBody = (id: ArticleId, { draft, bodyPacked }: PreparedArticle) =>
    putBody.run(id, bodyPacked, draft.description, jsonOrNull(draft.captions));

  return {
    /** Begins a transaction: what an earlier one that failed left to be indexed is no more. */
    begin: () => waiting.clear(),

    /**
     * Ends a transaction by indexing what it wrote. All at once and last: a statement that may have to be undone by itself (one with RETURNING,
     * say) makes FTS5 write out what it has gathered so far, and an index written article by article is five times as slow.
     */
    index(): void {
      putIndexed(waiting);
      waiting.clear();
    },

    insert(prepared: PreparedArticle, start: NewArticle): ArticleId {
      const { sourceId, importId, addedAt, isRead, isStarred } = start;
      const [uid, usage] = [uidKey(prepared.uid), usageOf(prepared, null)];
      const own = [uid, usage, sourceId, importId, addedAt, isRead, isStarred, isRead];
      const dates = { publishedAt: prepared.draft.published?.at ?? null, addedAt, now: now() };
      const { lastInsertRowid } = insertArticle.run([...own, ...valuesOf(prepared)], dates);
      const id = Number(lastInsertRowid) as ArticleId;
      keepBody(id, prepared);
      images.insert(id, prepared);
      putEnclosures(id, prepared.draft.enclosures);
      waiting.set(id, { words: prepared.index, isOld: false });
      return id;
    },

    /** @param importId the import that brought it; null leaves the article with the one it has */
    update(id: ArticleId, prepared: PreparedArticle, importId: ImportId | null): void {
      const publishedAt = prepared.draft.published?.at ?? null;
      updateArticle.run(valuesOf(prepared), { id, importId, publishedAt, now: now() });
      keepBody(id, prepared);
      images.replace(id, prepared);
      putEnclosures(id, prepared.draft.enclosures);
      waiting.set(id, { words: prepared.index, isOld: waiting.get(id)?.isOld ?? true });
    },

    /** Says anew what may be done with an article. @param by the original that says so, where it is not the one shown */
    mark(id: ArticleId, prepared: PreparedArticle, by: number | null): void {
      putUsage.run(usageOf(prepared, by), id);
    },

    /** The same when the shown original is read again. */
    remark(id: ArticleId, prepared: PreparedArticle): void {
      renewUsage.run(usageOf(prepared, null), id);
    },

    /** Gives a known article the pictures it came without before. @returns whether there were any */
    completePictures: images.complete,

    /** Whether it says what is stored already, whatever its bytes. */
    isAsItWas(id: ArticleId, prepared: PreparedArticle): boolean {
      const { title, byline, published, url } = prepared.draft;
      const publishedAt = published?.at ?? null;
      return saysSame.get({ id, title, byline, publishedAt, url, packed: prepared.bodyPacked }) === 1;
    },

    /** Makes an original of it that is kept already the one it is read from. */
    showOriginal(articleId: ArticleId, { originalHash }: PreparedArticle): void {
      showKept.run(hashKey(originalHash), articleId);
    },

    /** Keeps the bytes; `isShown` makes them the ones the article is read from. @returns which original they are */
    keepOriginal(articleId: ArticleId, prepared: PreparedArticle, addedAt: EpochMs, isShown: boolean): number {
      const { name, encoding, originalSize: size, originalPacked: packed } = prepared;
      const [hash, told] = [hashKey(prepared.originalHash), toldOrNull(prepared.told)];
      const { lastInsertRowid } = insertOriginal.run(hash, articleId, name, encoding, size, addedAt, packed, told);
      const id = Number(lastInsertRowid);
      if (isShown) show.run(id, articleId);
      return id;
    },
  };
}

const usageOf = ({ draft }: PreparedArticle, by: number | null): string | null =>
  draft.usage && JSON.stringify({ usage: draft.usage, at: statedAt(draft), by } satisfies KeptUsage);

/** Most files come with nothing but their bytes. */
const toldOrNull = (told: object): string | null =>
  Object.values(told).some((value) => value !== null) ? JSON.stringify(told) : null;

const jsonOrNull = (list: readonly string[]) => (list.length > 0 ? JSON.stringify(list) : null);

/** The first two letters or digits of a folded title: what one or two typed letters are compared with. */
const startOf = (foldedTitle: string): string =>
  [...foldedTitle.replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 8)].slice(0, 2).join('');

/** When the article says it was written or last changed. */
export const statedAt = ({ modified, published }: Pick<ArticleDraft, 'modified' | 'published'>): EpochMs | null =>
  modified?.at ?? published?.at ?? null;
