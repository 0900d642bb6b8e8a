import type { ArticleId, EpochMs } from '../contract/model.ts';
import type { PageSaved } from '../contract/pages.ts';
import { articleContent, statedAt } from './article-content.ts';
import { articleRemovals } from './article-removal.ts';
import { type KnownRow, knownArticles, newArticles, renewedArticles } from './known-articles.ts';
import { type WritableDb, writing } from './open.ts';
import { type FetchReason, lackingPicture, queueing } from './page-queue.ts';
import type { PreparedArticle } from './prepared.ts';
import { settingReads } from './settings.ts';
import { sourceIds } from './sources.ts';
import { statedTags } from './stated-tags.ts';

/** A page that was fetched for an article. */
export interface FetchedPage {
  readonly articleId: ArticleId;
  readonly article: PreparedArticle;
  readonly why: FetchReason;
  readonly mayBePrivate: boolean;
  readonly at: EpochMs;
}

const SOURCE = { kind: 'page', key: 'page', name: 'Saved pages' } as const;

/** Addresses that are saved, and the pages that come for them. */
export function pageSaves(db: WritableDb, now: () => EpochMs) {
  const content = articleContent(db, now);
  const articles = knownArticles(db);
  const insert = newArticles(db, content);
  const tags = statedTags(db, now);
  const queue = queueing(db, now);
  const remove = articleRemovals(db, now);
  const show = renewedArticles(db, content, now);
  const sourceOf = sourceIds(db);
  const putBack = db.prepare<[ArticleId]>(
    'UPDATE article SET is_trashed = 0, place = 2 * is_archived + is_read WHERE id = ? AND is_trashed = 1',
  );
  const star = db.prepare<[ArticleId, ArticleId]>(
    'UPDATE article SET is_starred = 1 WHERE id = ? AND (SELECT f.is_starred FROM article f WHERE f.id = ?) = 1',
  );
  const tagsOf = db
    .prepare<[ArticleId], string>(`
      SELECT t.name FROM article_tag p JOIN tag t ON t.id = p.tag_id WHERE p.article_id = ? AND p.removed_at IS NULL`)
    .pluck();
  const moveEntries = db.prepare<[ArticleId, ArticleId]>('UPDATE feed_entry SET article_id = ? WHERE article_id = ?');
  const moveLines = db.prepare<[ArticleId, ArticleId]>('UPDATE import_item SET article_id = ? WHERE article_id = ?');
  const moveFetch = db.prepare<[ArticleId, ArticleId]>(
    "UPDATE OR REPLACE page_queue SET article_id = ? WHERE article_id = ? AND part = 'page'",
  );
  const done = db.prepare<[EpochMs, ArticleId]>(`
    UPDATE page_queue SET state = 'fetched', code = NULL, message = NULL, attempts = 0, changed_at = ?, taken_by = NULL
    WHERE article_id = ? AND part = 'page'`);
  const lacks = lackingPicture(db);
  const { settings } = settingReads(db);
  const picturesWanted = db
    .prepare<[ArticleId], string | null>(
      'SELECT f.pictures FROM article a JOIN feed f ON f.source_id = a.source_id WHERE a.id = ?',
    )
    .pluck();

  /** An address turns out to be that of another article: what a person did with it passes on to that one. */
  const merge = (from: KnownRow, into: ArticleId) => {
    tags.add(into, tagsOf.all(from.id));
    star.run(into, from.id);
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
        const there = articles.sameBytes(article) ?? articles.sameArticle(article);
        const at = now();
        let id = there?.id;
        if (id === undefined) {
          content.begin();
          id = insert(article, { sourceId: sourceOf(SOURCE), importId: null, addedAt: at });
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
      const meant = articles.byId(articleId);
      if (!meant) return null;
      const owner = articles.sameBytes(article) ?? articles.sameArticle(article);
      const other = owner && owner.id !== articleId && meant.word_count === 0 ? owner : null;
      content.begin();
      const id = other?.id ?? articleId;
      const stated = statedAt(article.draft);
      const isOlder = other !== null && other.stated_at !== null && stated !== null && stated < other.stated_at;
      if (other) merge(meant, id);
      if (!isOlder) {
        show(id, article, { importId: null, at });
        content.mark(id, article, null);
      }
      if (why !== 'feed') tags.add(id, article.draft.tags);
      content.index();
      done.run(at, id);
      const rule = why === 'feed' ? (picturesWanted.get(id) ?? settings().feedDefaults.pictures) : 'all';
      if (rule === 'all' && lacks(id) !== undefined)
        queue({ articleId: id, part: 'pictures', url: article.draft.url ?? '', why, mayBePrivate });
      return id;
    }),
  };
}
