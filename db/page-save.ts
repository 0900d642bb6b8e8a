import type { ArticleId, EpochMs, SourceId } from '../contract/model.ts';
import type { PageSaved } from '../contract/pages.ts';
import { articleContent, statedAt } from './article-content.ts';
import { articleRemovals } from './article-removal.ts';
import { hashKey } from './hash-key.ts';
import { type WritableDb, writing } from './open.ts';
import { type FetchReason, LACKING, queueing } from './page-queue.ts';
import { revisionWrites } from './revisions.ts';
import { statedTags } from './stated-tags.ts';
import { FIXED } from './statements.ts';
import type { PreparedArticle } from './store.ts';
import { uidKey } from './uid-key.ts';

/** A page that was fetched for an article. */
export interface FetchedPage {
  readonly articleId: ArticleId;
  readonly article: PreparedArticle;
  readonly why: FetchReason;
  readonly mayBePrivate: boolean;
  readonly at: EpochMs;
}

interface KnownRow {
  readonly id: ArticleId;
  readonly word_count: number;
  readonly is_starred: 0 | 1;
  readonly stated_at: EpochMs | null;
}

const KNOWN =
  'SELECT a.id, a.word_count, a.is_starred, coalesce(a.modified_at, a.published_at) AS stated_at FROM article a';
const SOURCE = { kind: 'page', key: 'page', name: 'Saved pages' } as const;

/** Addresses that are saved, and the pages that come for them. */
export function pageSaves(db: WritableDb, now: () => EpochMs) {
  const content = articleContent(db, now);
  const tags = statedTags(db, now);
  const queue = queueing(db, now);
  const remove = articleRemovals(db, now);
  const keepRevision = revisionWrites(db, now);
  const byId = db.prepare<[ArticleId], KnownRow>(`${KNOWN} WHERE a.id = ?`);
  const byHash = db.prepare<[Uint8Array], KnownRow>(
    `${KNOWN} JOIN original o ON o.article_id = a.id WHERE o.hash = ${FIXED}`,
  );
  const byUid = db.prepare<[string], KnownRow>(`${KNOWN} WHERE a.uid = ?`);
  const byUrl = db.prepare<[string], KnownRow>(`${KNOWN} WHERE a.canonical_url = ? ORDER BY a.id LIMIT 1`);
  const findSource = db
    .prepare<[string, string, string], SourceId>(`
      INSERT INTO source (kind, key, name) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = name RETURNING id`)
    .pluck();
  const putBack = db.prepare<[ArticleId]>(
    'UPDATE article SET is_trashed = 0, place = 2 * is_archived + is_read WHERE id = ? AND is_trashed = 1',
  );
  const star = db.prepare<[ArticleId]>('UPDATE article SET is_starred = 1 WHERE id = ? AND is_starred = 0');
  const tagsOf = db
    .prepare<[ArticleId], string>(`
      SELECT t.name FROM article_tag p JOIN tag t ON t.id = p.tag_id WHERE p.article_id = ? AND p.removed_at IS NULL`)
    .pluck();
  const moveEntries = db.prepare<[ArticleId, ArticleId]>('UPDATE feed_entry SET article_id = ? WHERE article_id = ?');
  const moveLines = db.prepare<[ArticleId, ArticleId]>('UPDATE import_item SET article_id = ? WHERE article_id = ?');
  const moveFetch = db.prepare<[ArticleId, ArticleId]>(
    "UPDATE OR REPLACE page_queue SET article_id = ? WHERE article_id = ? AND part = 'page'",
  );
  const showKept = db.prepare<[Uint8Array, ArticleId]>(
    'UPDATE article SET original_id = (SELECT o.id FROM original o WHERE o.hash = ?) WHERE id = ?',
  );
  const done = db.prepare<[EpochMs, ArticleId]>(`
    UPDATE page_queue SET state = 'fetched', code = NULL, message = NULL, attempts = 0, changed_at = ?, taken_by = NULL
    WHERE article_id = ? AND part = 'page'`);
  const lacks = db
    .prepare<[ArticleId], string>(`SELECT i.address FROM article_image i WHERE i.article_id = ? AND ${LACKING} LIMIT 1`)
    .pluck();
  const picturesWanted = db
    .prepare<[ArticleId], string | null>(
      'SELECT f.pictures FROM article a JOIN feed f ON f.source_id = a.source_id WHERE a.id = ?',
    )
    .pluck();

  const known = ({ uid, canonicalUrl }: PreparedArticle): KnownRow | undefined =>
    byUid.get(uidKey(uid)) ?? (canonicalUrl === null ? undefined : byUrl.get(canonicalUrl));

  /** The words of the page take the place of those that are there, which are kept. */
  const show = (id: ArticleId, article: PreparedArticle, at: EpochMs) => {
    const owner = byHash.get(hashKey(article.originalHash));
    keepRevision(id, article.bodyPacked);
    content.update(id, article, null);
    if (!owner) content.keepOriginal(id, article, at, true);
    else if (owner.id === id) showKept.run(hashKey(article.originalHash), id);
    content.mark(id, article, null);
  };

  /** An address turns out to be that of another article: what a person did with it passes on to that one. */
  const merge = (from: KnownRow, into: ArticleId) => {
    tags.add(into, tagsOf.all(from.id));
    if (from.is_starred) star.run(into);
    moveEntries.run(into, from.id);
    moveLines.run(into, from.id);
    moveFetch.run(into, from.id);
    remove([from.id]);
  };

  return {
    /** Keeps an address as an article without words, unless it is there, and asks for its page. @param article the address, read as a link */
    saveAddress: writing(
      db,
      (
        article: PreparedArticle,
        {
          url,
          tags: names,
          mayBePrivate,
        }: { readonly url: string; readonly tags: readonly string[]; readonly mayBePrivate: boolean },
      ): PageSaved => {
        const there = byHash.get(hashKey(article.originalHash)) ?? known(article);
        const at = now();
        let id = there?.id;
        if (id === undefined) {
          content.begin();
          const sourceId = findSource.get(SOURCE.kind, SOURCE.key, SOURCE.name);
          if (sourceId === undefined) throw new Error('INSERT gave no source');
          id = content.insert(article, { sourceId, importId: null, addedAt: at, isRead: 0, isStarred: 0 });
          content.keepOriginal(id, article, at, true);
          content.index();
        }
        putBack.run(id);
        tags.add(id, names);
        queue({ articleId: id, part: 'page', url, why: 'saved', mayBePrivate });
        return { id, isKnown: there !== undefined };
      },
    ),

    /** Gives an article the page that was fetched for it. @returns which article has it now; null when there is none any more */
    savePage: writing(db, ({ articleId, article, why, mayBePrivate, at }: FetchedPage): ArticleId | null => {
      const meant = byId.get(articleId);
      if (!meant) return null;
      const owner = byHash.get(hashKey(article.originalHash)) ?? known(article);
      const other = owner && owner.id !== articleId && meant.word_count === 0 ? owner : null;
      content.begin();
      const id = other?.id ?? articleId;
      const stated = statedAt(article.draft);
      const isOlder = other !== null && other.stated_at !== null && stated !== null && stated < other.stated_at;
      if (other) merge(meant, id);
      if (!isOlder) show(id, article, at);
      tags.add(id, article.draft.tags);
      content.index();
      done.run(at, id);
      const rule = why === 'feed' ? (picturesWanted.get(id) ?? 'all') : 'all';
      if (rule === 'all' && lacks.get(id) !== undefined)
        queue({ articleId: id, part: 'pictures', url: article.draft.url ?? '', why, mayBePrivate });
      return id;
    }),
  };
}
