import { AppError } from '../contract/errors.ts';
import type { ImportItem, ItemStatus } from '../contract/imports.ts';
import type { ArticleId, EpochMs } from '../contract/model.ts';
import { articleContent, statedAt } from './article-content.ts';
import { asRefusal } from './errors.ts';
import { importChanges } from './import-changes.ts';
import { importReport } from './import-report.ts';
import { type KnownRow, knownArticles, newArticles, renewedArticles } from './known-articles.ts';
import { listedFeedSaves } from './listed-feeds.ts';
import { type WritableDb, writing } from './open.ts';
import type { PreparedArticle, SaveBatch, SaveItem, SourceKey } from './prepared.ts';
import { sourceIds } from './sources.ts';
import { statedTags } from './stated-tags.ts';
import { compareVersions, usageIn, type Version } from './usage.ts';

interface Outcome {
  readonly status: ItemStatus;
  readonly articleId: ArticleId;
  readonly title: string;
}

const versionOf = ({ draft }: PreparedArticle): Version => ({ usage: draft.usage, at: statedAt(draft) });

/** What is known last of it, be it by its text or by what was said of it since. */
function knownVersion({ usage, stated_at: at }: KnownRow): Version {
  const kept = usageIn(usage);
  return kept ? { usage: kept.usage, at: kept.at ?? at } : { usage: null, at };
}

/** What was killed is brought back only by what its agency says later. */
function isOlderThan(known: KnownRow, prepared: PreparedArticle): boolean {
  const version = knownVersion(known);
  const order = compareVersions(versionOf(prepared), version);
  return order < 0 || (version.usage?.status === 'canceled' && (order === 0 || prepared.draft.usage === null));
}

/** A kill with nothing to show of its own. */
const isBareKill = ({ draft }: PreparedArticle): boolean =>
  draft.usage?.status === 'canceled' && draft.wordCount === 0 && draft.images.length === 0;

const NOTHING_TO_KILL = 'It withdraws an item that is not in the library, and holds no text of its own';

/** Stores what imports bring. */
export function articleSaves(db: WritableDb, now: () => EpochMs) {
  const content = articleContent(db, now);
  const tags = statedTags(db, now);
  const report = importReport(db);
  const feeds = listedFeedSaves(db);
  const changes = importChanges(db, now);
  const isThere = db.prepare<[ArticleId], number>('SELECT 1 FROM article WHERE id = ?').pluck();
  const known = knownArticles(db);
  const insert = newArticles(db, content);
  const show = renewedArticles(db, content, now);
  const putBack = db.prepare<[object]>(`
    UPDATE article SET is_trashed = 0, place = 2 * is_archived + is_read, import_id = @importId WHERE id = @id`);
  const sourceOf = sourceIds(db);

  const add = (
    prepared: PreparedArticle,
    source: SourceKey,
    { importId, addedAt, tags: batchTags = [] }: SaveBatch,
  ): Outcome => {
    const id = insert(prepared, { sourceId: sourceOf(source), importId, addedAt });
    tags.add(id, [...prepared.draft.tags, ...batchTags]);
    return { status: 'imported', articleId: id, title: prepared.draft.title };
  };

  /** Other bytes of a known article. The newer version is shown; where the two do not say, the one that came last. */
  const renew = (known: KnownRow, prepared: PreparedArticle, batch: SaveBatch): Outcome => {
    const { importId, addedAt } = batch;
    changes.before(importId, known.id);
    if (prepared.draft.usage?.status === 'canceled') return kill(known, prepared, addedAt);
    const isOlder = isOlderThan(known, prepared) || isAddressOnly(prepared);
    if (isOlder) content.keepOriginal(known.id, prepared, addedAt, false);
    else {
      show(known.id, prepared, { importId, at: addedAt });
      content.mark(known.id, prepared, null);
    }
    if (known.is_trashed) putBack.run({ id: known.id, importId });
    addTags(known.id, prepared, batch);
    const status = isOlder && !known.is_trashed ? 'duplicate' : 'updated';
    return { status, articleId: known.id, title: isOlder ? known.title : prepared.draft.title };
  };

  /** A kill marks the article that is there and leaves its text, whatever text it has itself. */
  const kill = (known: KnownRow, prepared: PreparedArticle, addedAt: EpochMs): Outcome => {
    const isOlder = compareVersions(versionOf(prepared), knownVersion(known)) < 0;
    const original = content.keepOriginal(known.id, prepared, addedAt, false);
    if (!isOlder) content.mark(known.id, prepared, original);
    return { status: isOlder ? 'duplicate' : 'updated', articleId: known.id, title: known.title };
  };

  /** The tags a file states and those the import puts on all it brings. @returns whether any is new to the article */
  const addTags = (
    id: ArticleId,
    { draft }: PreparedArticle,
    { importId, tags: batchTags = [] }: SaveBatch,
  ): boolean => {
    const added = tags.add(id, [...draft.tags, ...batchTags]);
    changes.tagged(importId, id, added);
    return added.length > 0;
  };

  /** @returns null for a kill that finds nothing */
  const saveOne = (prepared: PreparedArticle, source: SourceKey, batch: SaveBatch): Outcome | null => {
    const same = known.sameBytes(prepared);
    if (same) {
      const mayChange =
        same.is_trashed || prepared.files.size > 0 || prepared.draft.tags.length > 0 || batch.tags?.length;
      const isKeptNow = mayChange && changes.before(batch.importId, same.id);
      if (same.is_trashed) putBack.run({ id: same.id, importId: batch.importId });
      const isCompleted = content.completePictures(same.id, prepared);
      const isTagged = addTags(same.id, prepared, batch);
      const isChanged = same.is_trashed || isCompleted || isTagged;
      if (isKeptNow && !isChanged) changes.nothingSince(batch.importId, same.id);
      return {
        status: isChanged ? 'updated' : 'duplicate',
        articleId: same.id,
        title: same.title,
      };
    }
    const there = known.sameArticle(prepared);
    if (there) return renew(there, prepared, batch);
    return isBareKill(prepared) ? null : add(prepared, prepared.source ?? source, batch);
  };

  const saveAll = db.transaction((batch: SaveBatch, unstorable: Map<SaveItem, string>): readonly ImportItem[] => {
    const stored = report.linesOf(batch);
    if (stored) return stored;
    content.begin();
    const items = batch.items.map((item): ImportItem => {
      const reason = unstorable.get(item);
      if (reason !== undefined) return refused(item.path, 'failed', 'unstorable', reason);
      if ('refusal' in item) return refused(item.path, item.refusal.status, item.refusal.code, item.refusal.message);
      try {
        if ('feeds' in item) return { path: item.path, format: 'opml', ...feeds.keep(item.feeds, batch), error: null };
        const outcome = saveOne(item.article, item.source, batch);
        if (outcome === null) return refused(item.path, 'skipped', 'nothing-to-kill', NOTHING_TO_KILL);
        const { note = null, format } = item.article;
        return { path: item.path, format, ...outcome, note, error: null };
      } catch (error) {
        if (asRefusal(error) === error) unstorable.set(item, error instanceof Error ? error.message : String(error));
        throw error;
      }
    });
    report.add(batch, items);
    content.index();
    return items;
  });

  const replace = (read: readonly { readonly id: ArticleId; readonly prepared: PreparedArticle }[]): null => {
    content.begin();
    for (const { id, prepared } of read) {
      if (!isThere.get(id)) continue;
      content.update(id, prepared, null);
      content.remark(id, prepared);
    }
    content.index();
    return null;
  };

  return {
    saveArticles(batch: SaveBatch): readonly ImportItem[] {
      const unstorable = new Map<SaveItem, string>();
      for (;;) {
        const before = unstorable.size;
        try {
          return saveAll.immediate(batch, unstorable);
        } catch (error) {
          // One article the schema refuses must not cost the others: the batch was rolled back and is done again without it.
          if (unstorable.size === before) throw error;
        }
      }
    },

    replaceContent: writing(db, (id: ArticleId, prepared: PreparedArticle): null => {
      if (!isThere.get(id)) throw new AppError('not-found', `There is no article ${id}`);
      return replace([{ id, prepared }]);
    }),

    replaceContents: writing(db, replace),
  };
}

/** A link that was saved as a file: it takes the place of no article. */
const isAddressOnly = ({ draft }: PreparedArticle): boolean =>
  draft.url !== null && draft.wordCount === 0 && draft.excerpt === '' && draft.images.length === 0;

const refused = (path: string, status: ItemStatus, code: string, message: string): ImportItem => ({
  path,
  format: null,
  status,
  articleId: null,
  title: null,
  note: null,
  error: { code, message },
});
