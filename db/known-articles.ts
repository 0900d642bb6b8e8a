import type { ArticleId, EpochMs, ImportId, SourceId } from '../contract/model.ts';
import type { articleContent } from './article-content.ts';
import { hashKey } from './hash-key.ts';
import type { WritableDb } from './open.ts';
import type { PreparedArticle } from './prepared.ts';
import { revisionWrites } from './revisions.ts';
import { FIXED } from './statements.ts';
import { uidKey } from './uid-key.ts';

/** An article already in the library that a file or an entry turns out to be. */
export interface KnownRow {
  readonly id: ArticleId;
  readonly source_id: SourceId;
  readonly title: string;
  readonly word_count: number;
  readonly is_trashed: 0 | 1;
  readonly stated_at: EpochMs | null;
  readonly usage: string | null;
}

const KNOWN = `
  SELECT a.id, a.source_id, a.title, a.word_count, a.is_trashed, coalesce(a.modified_at, a.published_at) AS stated_at, a.usage
  FROM article a`;

/** Finds articles by what is known of them before they are stored; for use inside a transaction. */
export function knownArticles(db: WritableDb) {
  const byHash = db.prepare<[Uint8Array], KnownRow>(
    `${KNOWN} JOIN original o ON o.article_id = a.id WHERE o.hash = ${FIXED}`,
  );
  const byUid = db.prepare<[string], KnownRow>(`${KNOWN} WHERE a.uid = ?`);
  const byUrl = db.prepare<[string], KnownRow>(`${KNOWN} WHERE a.canonical_url = ${FIXED} ORDER BY a.id LIMIT 1`);
  const byId = db.prepare<[ArticleId], KnownRow>(`${KNOWN} WHERE a.id = ?`);

  return {
    byId: (id: ArticleId): KnownRow | undefined => byId.get(id),
    /** Of the same bytes. */
    sameBytes: ({ originalHash }: PreparedArticle): KnownRow | undefined => byHash.get(hashKey(originalHash)),
    /** The same article, whatever its bytes. */
    sameArticle: ({ uid, canonicalUrl }: PreparedArticle): KnownRow | undefined =>
      byUid.get(uidKey(uid)) ?? (canonicalUrl === null ? undefined : byUrl.get(canonicalUrl)),
  };
}

/** Stores an article that is not in the library: read and starred as it was when it was deleted, if it ever was here. */
export function newArticles(db: WritableDb, content: ReturnType<typeof articleContent>) {
  const removed = db.prepare<[string], { readonly is_read: 0 | 1; readonly is_starred: 0 | 1 }>(
    'SELECT is_read, is_starred FROM removed_article WHERE uid = ?',
  );
  const forget = db.prepare<[string]>('DELETE FROM removed_article WHERE uid = ?');

  return (
    prepared: PreparedArticle,
    from: { readonly sourceId: SourceId; readonly importId: ImportId | null; readonly addedAt: EpochMs },
  ): ArticleId => {
    const uid = uidKey(prepared.uid);
    const remembered = removed.get(uid);
    if (remembered) forget.run(uid);
    const { is_read: isRead, is_starred: isStarred } = remembered ?? { is_read: 0, is_starred: 0 };
    const id = content.insert(prepared, { ...from, isRead, isStarred });
    content.keepOriginal(id, prepared, from.addedAt, true);
    return id;
  };
}

/** Gives an article other words than it has, which are kept, and the bytes they stand in, unless those are another article's; for use inside a transaction. */
export function renewedArticles(db: WritableDb, content: ReturnType<typeof articleContent>, now: () => EpochMs) {
  const keepRevision = revisionWrites(db, now);
  const { sameBytes } = knownArticles(db);

  /** @param importId the import that brought them; null leaves the article with the one it has */
  return (
    id: ArticleId,
    prepared: PreparedArticle,
    { importId, at }: { readonly importId: ImportId | null; readonly at: EpochMs },
  ): void => {
    const owner = sameBytes(prepared);
    keepRevision(id, { title: prepared.draft.title, packed: prepared.bodyPacked });
    content.update(id, prepared, importId);
    if (!owner) content.keepOriginal(id, prepared, at, true);
    else if (owner.id === id) content.showOriginal(id, prepared);
  };
}
